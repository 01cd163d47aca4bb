import { tagSlug } from './addresses.ts';

interface Tagged {
  readonly tags: readonly { readonly name: string; readonly href: string }[];
}

export interface Tag<Item> {
  readonly slug: string;
  /** As the first digest that carries it writes it. */
  readonly name: string;
  readonly href: string;
  readonly digests: readonly Item[];
}

/** Other tags of the digests that carry this one, those that most of them carry first, at most twelve. */
export function relatedTags<Item extends Tagged>({
  slug,
  digests,
}: Tag<Item>): readonly (Omit<Tag<Item>, 'digests'> & { readonly count: number })[] {
  return tagsOf(digests)
    .filter((other) => other.slug !== slug)
    .map(({ digests: shared, ...other }) => ({ ...other, count: shared.length }))
    .toSorted((one, other) => other.count - one.count)
    .slice(0, MOST_RELATED);
}

const MOST_RELATED = 12;

/** The tags of digests, in the order of their names; `Open data` and `open-data` are one. */
export function tagsOf<Item extends Tagged>(digests: readonly Item[]): readonly Tag<Item>[] {
  const pairs = digests.flatMap((digest) =>
    digest.tags.map(({ name, href }) => ({ digest, name, href, slug: tagSlug(name) })),
  );
  const groups = [...Map.groupBy(pairs, ({ slug }) => slug)];
  return groups
    .map(([slug, [first, ...rest]]) => ({
      slug,
      name: first?.name ?? slug,
      href: first?.href ?? '',
      digests: [...new Set([first, ...rest].flatMap((pair) => (pair ? [pair.digest] : [])))],
    }))
    .toSorted((one, other) => (one.slug < other.slug ? -1 : 1));
}
