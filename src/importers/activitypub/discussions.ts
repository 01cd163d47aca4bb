import type { Entries, Entry } from './entries.ts';

/** Which post an address means, among all that an export holds, shown or not. */
export type KeyOf = (address: string) => string;

/** `https://quay.example/@ines/1` and `https://quay.example/users/ines/statuses/1` are one post. */
export function keysOf({ shown, hidden }: Pick<Entries, 'shown' | 'hidden'>): KeyOf {
  const keys = new Map<string, string>();
  for (const { key, names } of [...shown, ...hidden])
    for (const name of names) if (!keys.has(name)) keys.set(name, key);
  return (address) => keys.get(address) ?? address;
}

/**
 * The posts by discussion: those that answer each other, that answer the same post, whether the export holds it or not,
 * and those that say they belong to the same discussion. Posts that are not public join others, and come with none. In the export's order, within each and of the first of each.
 */
export function discussionsOf(
  { shown, hidden }: Pick<Entries, 'shown' | 'hidden'>,
  keyOf: KeyOf,
): readonly (readonly Entry[])[] {
  const above = new Map<string, string>();
  const topOf = (start: string) => {
    let at = start;
    for (let next = above.get(at); next !== undefined; next = above.get(at)) {
      const over = above.get(next);
      if (over !== undefined) above.set(at, over);
      at = next;
    }
    return at;
  };
  const join = (one: string, other: string) => {
    const [top, otherTop] = [topOf(one), topOf(other)];
    if (top !== otherTop) above.set(otherTop, top);
  };
  for (const { key, parents, discussions } of [...shown, ...hidden]) {
    for (const parent of parents) join(`post ${key}`, `post ${keyOf(parent)}`);
    for (const discussion of discussions) join(`post ${key}`, `discussion ${discussion}`);
  }
  return [...Map.groupBy(shown, ({ key }) => topOf(`post ${key}`)).values()];
}
