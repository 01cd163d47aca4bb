const EDITABLE = 'input, textarea, select, [contenteditable]';

/**
 * Calls `copy` for the key `c` with the element that has the focus; without modifiers, not while something is written or
 * a dialog is open, nor where the reader turned single keys off.
 */
export function listenForCopyKey(copy: (focused: Element) => void): void {
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, isComposing, defaultPrevented } = event;
    const focused = document.activeElement;
    if (key !== 'c' || ctrlKey || metaKey || altKey || isComposing || defaultPrevented) return;
    if (!focused || focused.matches(EDITABLE) || document.querySelector('dialog[open]')) return;
    if (document.querySelector<HTMLInputElement>('dialog.keys input')?.checked === false) return;
    copy(focused);
  });
}
