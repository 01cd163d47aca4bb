interface Place {
  readonly post: string;
  /** Pixels from the window's top. */
  readonly top: number;
}

/** Frames in which posts that come near are laid out, and what is above grows or shrinks. */
const SETTLING = 30;

/**
 * Brings readers who come back to the post that they left. Where posts off screen are not laid out, the distance from
 * the page's top, which is what browsers keep, is not the same again.
 */
export function keepPlace(tree: HTMLElement): void {
  history.scrollRestoration = 'manual';
  const posts = () => [...tree.querySelectorAll<HTMLElement>('article.post')];
  const keep = (): void => {
    const post = posts().find((one) => one.getBoundingClientRect().bottom > 0);
    if (!post) return;
    const place: Place = { post: post.id, top: post.getBoundingClientRect().top };
    history.replaceState({ ...history.state, place }, '');
  };
  const goBack = (state: unknown): void => {
    const { place } = (state ?? {}) as { readonly place?: Place };
    const post = place && document.getElementById(place.post);
    if (!place || !post) return;
    let left = SETTLING;
    const settle = (): void => {
      scrollBy({ top: post.getBoundingClientRect().top - place.top, behavior: 'instant' });
      left -= 1;
      if (left > 0) requestAnimationFrame(settle);
    };
    settle();
    for (const taken of ['wheel', 'touchstart', 'keydown'])
      addEventListener(taken, () => (left = 0), { once: true, passive: true });
  };
  addEventListener('pagehide', keep);
  document.addEventListener('click', keep, { capture: true });
  addEventListener('popstate', ({ state }) => goBack(state));
  goBack(history.state);
}
