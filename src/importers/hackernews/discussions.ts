import type { Item } from './item.ts';

/** Items that belong together. */
export interface Discussion {
  /** What all others answer, where the export holds it. */
  readonly root: Item | undefined;
  /** In the export's order. */
  readonly items: readonly Item[];
  /** Options by the id of their poll. */
  readonly options: ReadonlyMap<string, readonly Item[]>;
  /** As its comments give it; `''` where they do not. */
  readonly title: string;
}

/**
 * The items of an export by the story that they are about: the one they name, or the topmost of those they answer.
 * What answers something that the export does not hold belongs to its only story, if there is just one.
 */
export function discussionsOf(all: readonly Item[]): readonly Discussion[] {
  const items = all.filter(({ type }) => type !== 'pollopt');
  const byId = new Map(items.toReversed().map((item) => [item.id, item]));
  const tops = topsOf(items, byId);
  const roots = new Set(
    items.filter(({ id, parent }) => tops.get(id) === id && parent === null).map(({ id }) => id),
  );
  const [only, ...others] = roots;
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const top = tops.get(item.id) ?? item.id;
    const key = roots.has(top) ? top : (item.story?.id ?? (others.length === 0 ? only : undefined) ?? top);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  const options = optionsByPoll(all);
  return [...groups].map(([key, group]) => ({
    root: byId.get(key),
    items: group,
    options,
    title: group.find(({ story }) => story?.title)?.story?.title ?? '',
  }));
}

function optionsByPoll(all: readonly Item[]): Discussion['options'] {
  const options = new Map<string, Item[]>();
  for (const item of all) {
    if (item.type !== 'pollopt') continue;
    const poll = item.poll ?? '';
    const known = options.get(poll);
    if (known) known.push(item);
    else options.set(poll, [item]);
  }
  return options;
}

/** Of each item the topmost id on its way upwards, which may be one that the export does not hold. */
function topsOf(items: readonly Item[], byId: ReadonlyMap<string, Item>): ReadonlyMap<string, string> {
  const tops = new Map<string, string>();
  for (const { id } of items) {
    const way = new Set<string>();
    let at = id;
    while (!tops.has(at) && !way.has(at)) {
      way.add(at);
      const above: string | null | undefined = byId.get(at)?.parent;
      if (above === null || above === undefined) break;
      at = above;
    }
    const top = tops.get(at) ?? at;
    for (const passed of way) tops.set(passed, top);
  }
  return tops;
}
