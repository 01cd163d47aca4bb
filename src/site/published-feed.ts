import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { type CollectionEntry, getCollection, render } from 'astro:content';
import { site } from 'virtual:quotidian';
import { cardAddress } from './addresses.ts';
import { cardImage } from './card-images.ts';
import type { FeedItem, FeedPlace } from './feeds.ts';
import { hashOf } from './content-files.ts';
import { type DigestSummary, digestKey, digestList } from './pages.ts';
import { type Tag, tagsOf } from './tags.ts';

/** A feed holds this many digests, the newest ones. */
const NEWEST = 20;

/** What a feed holds, and where it stands. */
export interface PublishedFeed {
  readonly items: readonly FeedItem[];
  readonly place: FeedPlace;
}

/**
 * The newest published digests of this site, or of those with a tag. `address` is where the site stands; feed routes
 * exist only where it is known.
 */
export async function publishedFeed(
  address: URL | undefined,
  tag?: Tag<DigestSummary>,
): Promise<PublishedFeed> {
  if (!address) throw new TypeError('A feed needs the address of its site.');
  const base = import.meta.env.BASE_URL;
  const entries = new Map((await getCollection('digests')).map((entry) => [entry.id, entry]));
  const items: FeedItem[] = [];
  for (const digest of tag?.digests ?? (await newestDigests())) {
    const entry = entries.get(digest.slug);
    if (!entry) continue;
    const image = cardImage(digest.slug) && cardAddress(base, digest.slug);
    items.push({ ...digest, ...(image ? { image } : {}), html: await htmlOf(entry) });
  }
  return {
    items,
    place: {
      settings: site.settings,
      site: address,
      base,
      ...(tag ? { tag: { name: tag.name, href: tag.href } } : {}),
    },
  };
}

/** The addresses of a feed of each tag that a published digest carries; the tag is the page's `tag`. */
export async function tagFeedPaths() {
  const published = (await digestList()).filter(({ draft }) => !draft);
  return tagsOf(published).map(({ digests, ...tag }) => {
    const newest = digests.slice(0, NEWEST);
    const keys = newest.map(({ slug }) => digestKey({ id: slug }));
    return {
      params: { tag: tag.slug },
      props: { tag: { ...tag, digests: newest } },
      cacheKey: hashOf(site.version, ...keys),
    };
  });
}

async function newestDigests(): Promise<readonly DigestSummary[]> {
  return (await digestList()).filter(({ draft }) => !draft).slice(0, NEWEST);
}

/** Printed once for all the feeds that hold them; more would grow with the archive. */
const printed = new Map<string, { readonly key: string; readonly html: Promise<string> }>();
const MOST_PRINTED = 200;

function htmlOf(entry: CollectionEntry<'digests'>): Promise<string> {
  const key = digestKey(entry);
  const known = printed.get(entry.id);
  const html = known?.key === key ? known.html : print(entry);
  printed.delete(entry.id);
  printed.set(entry.id, { key, html });
  const [oldest] = printed.keys();
  if (printed.size > MOST_PRINTED && oldest !== undefined) printed.delete(oldest);
  return html;
}

async function print(entry: CollectionEntry<'digests'>): Promise<string> {
  const { Content } = await render(entry);
  return (await AstroContainer.create()).renderToString(Content);
}
