/** Milliseconds: long enough for a pointer that only passes, and for one on its way from the link to the preview. */
const PAUSE = 250;
/** From the link and from the window's edge, in pixels. */
const DISTANCE = 6;

/**
 * Shows the post that a link names, where it stands on the page, while the pointer is over the link or the preview or
 * the link has the focus (WCAG 1.4.13); Escape takes it away. To assistive technology the link says all: the preview
 * holds nothing that can be reached.
 */
export function previewParents(): void {
  const card = document.createElement('div');
  if (!('showPopover' in card)) return;
  card.popover = 'manual';
  document.body.append(card);
  let shown: HTMLAnchorElement | undefined;
  let waiting = 0;

  const soon = (run: () => void): void => {
    clearTimeout(waiting);
    waiting = window.setTimeout(run, PAUSE);
  };
  const hide = (): void => {
    clearTimeout(waiting);
    card.hidePopover();
    shown = undefined;
  };
  const leave = (): void =>
    soon(() => {
      if (!shown?.matches(':focus-visible')) hide();
    });
  const show = (link: HTMLAnchorElement): void => {
    clearTimeout(waiting);
    const post = document.getElementById(link.hash.slice(1));
    const said = post?.querySelector(':scope > .said');
    if (link === shown || !post || !said) return;
    shown = link;
    card.className = `preview ${post.parentElement?.className ?? ''}`;
    card.replaceChildren(copyOf(said));
    card.showPopover();
    place(card, link.getBoundingClientRect());
  };

  document.addEventListener('pointerover', (event) => {
    const link = linkAt(event);
    if (link && event.pointerType !== 'touch') soon(() => show(link));
    else if (card.contains(event.target as Node)) clearTimeout(waiting);
    else leave();
  });
  document.addEventListener('focusin', (event) => {
    const link = linkAt(event);
    if (link?.matches(':focus-visible')) show(link);
    else leave();
  });
  document.addEventListener('click', hide);
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hide();
  });
}

/** Links to posts of other pages stay plain links. */
function linkAt({ target }: Event): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>('a.u-in-reply-to[href^="#"]') : null;
}

/** Without ids, which are the original's, and without anything that could take the focus. */
function copyOf(said: Element): Element {
  const copy = said.cloneNode(true) as HTMLElement;
  for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id');
  copy.inert = true;
  return copy;
}

/** Below the link, or above where there is no room. */
function place(card: HTMLElement, link: DOMRect): void {
  const { offsetWidth, offsetHeight } = card;
  const { clientWidth, clientHeight } = document.documentElement;
  const below = link.bottom + DISTANCE;
  const above = link.top - DISTANCE - offsetHeight;
  const top = below + offsetHeight > clientHeight && above > 0 ? above : below;
  const left = Math.max(DISTANCE, Math.min(link.left, clientWidth - offsetWidth - DISTANCE));
  card.style.top = `${top + scrollY}px`;
  card.style.left = `${left + scrollX}px`;
}
