/** `/` leads to the field, arrow keys through the results, Escape back to the field and then empties it. */
export function listenForKeys(field: HTMLInputElement, list: HTMLElement, emptied: () => void): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && field.value !== '') {
      event.preventDefault();
      field.value = '';
      emptied();
    }
    const [first] = links(list);
    if (event.key !== 'ArrowDown' || !first) return;
    event.preventDefault();
    first.focus();
  });
  list.addEventListener('keydown', (event) => {
    const all = links(list);
    const item = event.target instanceof Element ? event.target.closest('li') : null;
    const here = all.findIndex((link) => item?.contains(link));
    const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key !== 'Escape' && next === undefined) return;
    event.preventDefault();
    const target = event.key === 'Escape' || next === -1 ? field : all[next ?? here];
    target?.focus();
  });
}

function links(list: HTMLElement): readonly HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('.entry-title')];
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}
