/** A passage that stands in several pieces is marked whole when an address leads to it, and what hides it is opened. */
export function markArrivedPassages(): void {
  const mark = (): void => {
    for (const piece of document.querySelectorAll('mark.arrived')) piece.classList.remove('arrived');
    const id = decodeURIComponent(location.hash.slice(1));
    if (!id) return;
    for (const piece of document.querySelectorAll(`mark[data-passage~="${CSS.escape(id)}"]`))
      piece.classList.add('arrived');
    const target = document.getElementById(id);
    for (
      let fold = target?.closest('details:not([open])');
      fold;
      fold = fold.parentElement?.closest('details:not([open])')
    ) {
      (fold as HTMLDetailsElement).open = true;
      target?.scrollIntoView();
    }
  };
  mark();
  window.addEventListener('hashchange', mark);
}
