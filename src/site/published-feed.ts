import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { getCollection, render } from 'astro:content';
import { site } from 'virtual:quotidian';
import type { Feed } from 'feed';
import { digestFeed, type FeedItem } from './feeds.ts';
import { digestList } from './pages.ts';

/** A feed holds this many digests, the newest ones. */
const NEWEST = 20;

/** The feed of this site's digests. `address` is where the site stands; feed routes exist only where it is known. */
export async function publishedFeed(address: URL | undefined, titles: 'html' | 'plain'): Promise<Feed> {
  if (!address) throw new TypeError('A feed needs the address of its site.');
  const entries = new Map((await getCollection('digests')).map((entry) => [entry.id, entry]));
  const container = await AstroContainer.create();
  const items: FeedItem[] = [];
  for (const digest of (await digestList()).filter(({ draft }) => !draft).slice(0, NEWEST)) {
    const entry = entries.get(digest.slug);
    if (!entry) continue;
    const { Content } = await render(entry);
    items.push({ ...digest, html: await container.renderToString(Content) });
  }
  return digestFeed(
    items,
    { settings: site.settings, site: address, base: import.meta.env.BASE_URL },
    titles,
  );
}
