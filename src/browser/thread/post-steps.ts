/** Where the reading keys lead. */
export interface Steps {
  post(by: Direction): void;
  /** To another answer to the same post. */
  sibling(by: Direction): void;
  parent(): void;
  quote(by: Direction): void;
  /** Closes or opens the replies of the post; of one without, those among which it stands. */
  fold(): void;
}

export type Direction = 'next' | 'previous';

/** Steps through the posts of `tree` as they stand, past those that are folded away or passed over. */
export function postSteps(tree: HTMLElement): Steps {
  const all = (selector: string) => [...tree.querySelectorAll<HTMLElement>(selector)];
  const posts = () => all('.post');
  const current = () =>
    focusedIn(tree)?.closest<HTMLElement>('.post') ??
    posts().find((post) => !post.closest(HIDING) && post.getBoundingClientRect().bottom > LINE);
  return {
    post: (by) => go(neighbour(posts(), by, focusedIn(tree))),
    sibling: (by) => {
      const from = current();
      const siblings = posts().filter((post) => post.dataset.parent === from?.dataset.parent);
      go(neighbour(siblings, by, from));
    },
    parent: () => {
      const link = current()?.querySelector<HTMLAnchorElement>('.u-in-reply-to');
      const parent = document.getElementById(link?.hash.slice(1) ?? '');
      if (parent?.matches('article')) go(parent);
      else link?.click();
    },
    quote: (by) => go(neighbour(all('.quote'), by, focusedIn(tree) ?? current())),
    fold: () => {
      const post = current();
      const own = post?.parentElement?.querySelector<HTMLDetailsElement>(':scope > .below');
      const fold = own ?? post?.closest<HTMLDetailsElement>('.below');
      if (!fold) return;
      fold.open = !fold.open;
      go(fold.parentElement?.querySelector<HTMLElement>('.post'));
    },
  };
}

/** Asked of the browser itself, the layout of posts that are off screen would be waited for. */
const HIDING = 'details:not([open]), .passed';
/** As `compareDocumentPosition` counts. */
const PRECEDING = 2;
const FOLLOWING = 4;
/** What ends above this line, in pixels from the window's top, has been read. */
const LINE = 40;

/** What has the focus, while it can be seen: who scrolled away goes on from there. */
function focusedIn(tree: HTMLElement): Element | undefined {
  const active = document.activeElement;
  if (!active || !tree.contains(active)) return undefined;
  const { top, bottom } = active.getBoundingClientRect();
  return bottom > 0 && top < innerHeight ? active : undefined;
}

/** The nearest that is not folded away before or after `from`; without it, above or below the window's top edge. */
function neighbour(
  elements: readonly HTMLElement[],
  by: Direction,
  from: Element | undefined,
): HTMLElement | undefined {
  const side = (element: HTMLElement): Direction | undefined => {
    if (!from) return element.getBoundingClientRect().top < 0 ? 'previous' : 'next';
    const position = from.compareDocumentPosition(element);
    if (position & FOLLOWING) return 'next';
    return position & PRECEDING ? 'previous' : undefined;
  };
  const isThere = (element: HTMLElement) => side(element) === by && !element.closest(HIDING);
  return by === 'next' ? elements.find(isThere) : elements.findLast(isThere);
}

function go(element: HTMLElement | null | undefined): void {
  if (!element) return;
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'start' });
}
