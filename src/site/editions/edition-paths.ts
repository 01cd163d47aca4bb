import { type CollectionEntry, getCollection } from 'astro:content';
import { pageKey } from '../page-keys.ts';
import { digestKey } from '../pages.ts';

export interface EditionProps extends Record<string, unknown> {
  readonly entry: CollectionEntry<'digests'>;
}

/** Of the digests that are published: an edition leaves the site. */
export async function editionPaths() {
  const digests = await getCollection('digests', ({ data }) => import.meta.env.DEV || !data.draft);
  return digests.map((entry) => ({
    params: { slug: entry.id },
    props: { entry } satisfies EditionProps,
    cacheKey: pageKey(digestKey(entry)),
  }));
}
