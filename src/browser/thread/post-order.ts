import type { View } from './view.ts';

/**
 * Puts the posts of a list into another order and back: the same elements are moved, so that what is open stays open.
 * `ids` is the order of time.
 */
export function postOrder(list: HTMLElement, ids: readonly string[]): (order: View['order']) => void {
  const homes = new Map<HTMLElement, Element>();
  let timeline: Element | undefined;
  return (order) => {
    if (order === 'time' && !timeline) {
      timeline = list.cloneNode(false) as Element;
      list.before(timeline);
      for (const id of ids) {
        const post = document.getElementById(id);
        const home = post?.parentElement;
        if (!post || !home) continue;
        const item = home.cloneNode(false) as Element;
        timeline.append(item);
        homes.set(post, home);
        move(post, item);
      }
    } else if (order === 'replies' && timeline) {
      for (const [post, home] of homes) move(post, home);
      timeline.remove();
      timeline = undefined;
    }
    list.hidden = order === 'time';
  };
}

/** Where the browser can, without a loss of focus and of the place that the address names. */
function move(post: HTMLElement, into: Element): void {
  if ('moveBefore' in into) into.moveBefore(post, into.firstChild);
  else (into as Element).prepend(post);
}
