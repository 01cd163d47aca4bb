import { site } from 'virtual:quotidian';
import { pageAddress } from './addresses.ts';
import { cardImage } from './card-images.ts';
import { quotationsOf } from './pages.ts';
import { words } from './site-words.ts';
import {
  articleData,
  type DataPlace,
  discussionData,
  siteData,
  type StructuredData,
  structuredData,
  type Trail,
  trailData,
} from './structured-data.ts';
import type { DigestView, ThreadPage } from './views.ts';

/*
 * What each kind of page tells machines; nothing where it is not known where the site will stand, since all of it is
 * told in whole addresses.
 */

export function homeData(address: URL | undefined): StructuredData | undefined {
  const place = placeAt(address);
  return place && structuredData(siteData(place));
}

export function digestData(digest: DigestView, address: URL | undefined): StructuredData | undefined {
  const place = placeAt(address);
  if (!place) return undefined;
  const trail = trailTo(
    { name: words.site.archive, href: pageAddress(place.base, 'archive') },
    { name: digest.title, href: digest.href },
  );
  const hasCard = cardImage(digest.slug) !== undefined;
  const article = articleData(digest, quotationsOf(digest.slug), hasCard, place);
  return structuredData(article, trailData(trail, place));
}

export function threadData(page: ThreadPage, address: URL | undefined): StructuredData | undefined {
  const place = placeAt(address);
  if (!place || page.number > 1) return undefined;
  const { title: name, href } = page.thread;
  const trail = trailTo(
    { name: words.site.threads, href: pageAddress(place.base, 'threads') },
    { name, href },
  );
  return structuredData(discussionData(page, place), trailData(trail, place));
}

export function tagData(tag: Trail[number], address: URL | undefined): StructuredData | undefined {
  const place = placeAt(address);
  if (!place) return undefined;
  const trail = trailTo({ name: words.site.tags, href: pageAddress(place.base, 'tags') }, tag);
  return structuredData(trailData(trail, place));
}

function placeAt(address: URL | undefined): DataPlace | undefined {
  return address && { site: address, base: import.meta.env.BASE_URL, settings: site.settings };
}

function trailTo(...pages: Trail): Trail {
  return [{ name: words.site.home, href: pageAddress(import.meta.env.BASE_URL) }, ...pages];
}
