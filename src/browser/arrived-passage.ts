/** A passage that stands in several pieces is marked whole when an address leads to it, and what hides it is opened. */
export function markArrivedPassages(): void {
  const mark = (): void => {
    for (const piece of document.querySelectorAll('.arrived')) piece.classList.remove('arrived');
    const id = decodeURIComponent(location.hash.slice(1));
    for (const piece of document.querySelectorAll(`[data-passage~="${CSS.escape(id)}"]`))
      piece.classList.add('arrived');
    const target = document.getElementById(id);
    for (let fold = target?.closest('details'); fold; fold = fold.parentElement?.closest('details')) {
      if (fold.open) continue;
      fold.open = true;
      target?.scrollIntoView();
    }
  };
  mark();
  addEventListener('hashchange', mark);
}
