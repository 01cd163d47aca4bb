import { formed, type ReadingTexts } from './page-words.ts';
import { previewParents } from './parent-preview.ts';
import { peopleFilter } from './people-filter.ts';
import { postOrder } from './post-order.ts';
import { postSteps } from './post-steps.ts';
import { listenForKeys } from './reading-keys.ts';
import { readView, type View, writeView } from './view.ts';

/** Gives a thread's page its controls: `root` holds them, `tree` the posts. */
export function startThread(root: HTMLElement, tree: HTMLElement): void {
  const part = <Found extends HTMLElement>(selector: string): Found => {
    const found = root.querySelector<Found>(selector);
    if (!found) throw new TypeError(selector);
    return found;
  };
  const texts = JSON.parse(root.dataset.texts ?? '{}') as ReadingTexts;
  const list = tree.querySelector<HTMLElement>('ol.thread');
  const without = root.querySelector<HTMLElement>('.in-time');
  const status = part('[role=status]');
  const everybody = part('[data-everybody]');
  const dialog = part<HTMLDialogElement>('dialog');
  if (!list) return;
  const ids = [...(without?.querySelectorAll('a') ?? [])].map(({ hash }) => hash.slice(1));
  const order = postOrder(list, ids);

  const change = (next: Partial<View>, said: string): void => {
    view = { ...view, ...next };
    history.replaceState(null, '', `${location.pathname}${writeView(location.search, view)}${location.hash}`);
    show(said);
  };
  const filter = peopleFilter(tree, texts, (person) => {
    const { people } = view;
    const others = people.filter((one) => one !== person);
    change({ people: people.includes(person) ? others : [...people, person] }, texts.everybody);
  });
  const asked = readView(location.search, filter.isKnown);
  let view: View = ids.length > 0 ? asked : { ...asked, order: 'replies' };

  const show = (otherwise: string): void => {
    order(view.order);
    const only = filter.show(view.people);
    const ordered = view.order === 'time' ? formed(texts.time, ids.length, texts) : only ? '' : otherwise;
    status.textContent = `${ordered} ${only}`.trim();
    everybody.hidden = view.people.length === 0;
    for (const button of root.querySelectorAll<HTMLElement>('[data-order]'))
      button.ariaPressed = String(button.dataset.order === view.order);
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.pager a'))
      link.search = writeView(link.search, view);
  };

  root.addEventListener('click', ({ target }) => {
    const pressed = target instanceof HTMLElement ? target.dataset : {};
    if (pressed.order) change({ order: pressed.order === 'time' ? 'time' : 'replies' }, texts.replies);
    if ('people' in pressed) filter.offer();
    if ('keys' in pressed) dialog.showModal();
    if (target !== everybody) return;
    change({ people: [] }, texts.everybody);
    part('[data-people]').focus();
  });

  previewParents();
  listenForKeys(postSteps(tree), dialog);
  if (without) without.hidden = true;
  part('.tools-line').hidden = false;
  show('');
  // The posts have moved from where the browser found the place that the address names.
  if (view.order === 'time' || view.people.length > 0)
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
}
