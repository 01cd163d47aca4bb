import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { type FeedFile, feedAddress, fileAddress, pageAddress } from './addresses.ts';
import { inLanguage } from './language-tags.ts';
import type { Settings } from './settings.ts';
import type { DigestView } from './views.ts';
import { wordsFor } from './words/index.ts';

/** A digest as a feed carries it. */
export interface FeedItem extends Pick<
  DigestView,
  'title' | 'href' | 'date' | 'summary' | 'editors' | 'tags' | 'lang'
> {
  /** The digest's text, as its page prints it. */
  readonly html: string;
  /** The address of its card. */
  readonly image?: string;
}

/** What a feed reader needs beside the digests: where the site stands, and the tag that they are all about. */
export interface FeedPlace {
  readonly settings: Pick<Settings, 'title' | 'description' | 'lang' | 'editors'>;
  readonly site: URL;
  readonly base: string;
  readonly tag?: { readonly name: string; readonly href: string };
}

/** RSS 2.0, the newest digest first, whole texts and all editors. Readers of RSS take titles for HTML. */
export function rssFeed(items: readonly FeedItem[], place: FeedPlace): string {
  const { title, description, home, self, whole } = channelOf(place, 'feed.xml');
  return generateRssFeed({
    title: escaped(title),
    link: home,
    description: escaped(description),
    language: place.settings.lang,
    lastBuildDate: newestOf(items),
    generator: 'Quotidian',
    atom: { links: [{ href: self, rel: 'self', type: 'application/rss+xml' }] },
    items: items.map((item) => ({
      title: escaped(printable(item.title)),
      link: whole(item.href),
      guid: { value: whole(item.href), isPermaLink: true },
      pubDate: new Date(item.date),
      description: escaped(printable(item.summary)),
      categories: item.tags.map(({ name }) => ({ name: printable(name) })),
      dc: { creators: item.editors.map(printable) },
      content: { encoded: contentOf(item, place) },
    })),
  });
}

/** Atom (RFC 4287). Every entry has an author: the site where a digest names no editors. */
export function atomFeed(items: readonly FeedItem[], place: FeedPlace): string {
  const { title, description, home, self, whole } = channelOf(place, 'atom.xml');
  const editors = place.settings.editors.map(({ name, url }) => ({
    name: printable(name),
    ...(url ? { uri: url } : {}),
  }));
  return generateAtomFeed({
    id: home,
    title: { value: title, type: 'text' },
    subtitle: { value: description, type: 'text' },
    updated: newestOf(items),
    authors: editors.length > 0 ? editors : [{ name: printable(place.settings.title) }],
    links: [
      { href: home, rel: 'alternate', type: 'text/html' },
      { href: self, rel: 'self', type: 'application/atom+xml' },
    ],
    icon: whole(fileAddress(place.base, 'favicon.svg')),
    generator: { text: 'Quotidian' },
    entries: items.map((item) => ({
      id: whole(item.href),
      title: { value: printable(item.title), type: 'text' },
      links: [{ href: whole(item.href), rel: 'alternate', type: 'text/html', hreflang: item.lang }],
      published: new Date(item.date),
      updated: new Date(item.date),
      authors: item.editors.map((name) => ({ name: printable(name) })),
      summary: { value: printable(item.summary), type: 'text' },
      categories: item.tags.map(({ name, href }) => ({ term: printable(name), scheme: whole(href) })),
      content: { value: contentOf(item, place), type: 'html' },
    })),
  });
}

/** JSON Feed 1.1. */
export function jsonFeed(items: readonly FeedItem[], place: FeedPlace): string {
  const { title, description, home, self, whole } = channelOf(place, 'feed.json');
  const feed = generateJsonFeed({
    title,
    description,
    home_page_url: home,
    feed_url: self,
    language: place.settings.lang,
    favicon: whole(fileAddress(place.base, 'favicon.svg')),
    items: items.map((item) => ({
      id: whole(item.href),
      url: whole(item.href),
      title: printable(item.title),
      summary: printable(item.summary),
      date_published: new Date(item.date),
      date_modified: new Date(item.date),
      authors: item.editors.map((name) => ({ name: printable(name) })),
      tags: item.tags.map(({ name }) => printable(name)),
      language: item.lang,
      ...(item.image ? { image: whole(item.image) } : {}),
      content_html: contentOf(item, place),
    })),
  });
  return `${JSON.stringify(feed, null, 2)}\n`;
}

function channelOf({ settings, site, base, tag }: FeedPlace, file: FeedFile) {
  const whole = (address: string) => new URL(address, site).href;
  const words = wordsFor(settings.lang);
  const title = tag ? `${settings.title}${words.colon} ${tag.name}` : settings.title;
  return {
    whole,
    title: printable(title),
    description: printable(tag ? words.tags.tagged(tag.name) : settings.description || settings.title),
    home: whole(tag?.href ?? pageAddress(base)),
    self: whole(feedAddress(base, file, tag?.name)),
  };
}

/** Of no digest the beginning of time: the same bytes for the same content. */
function newestOf(items: readonly FeedItem[]): Date {
  return new Date(items[0]?.date ?? 0);
}

function contentOf({ html, href, lang }: FeedItem, { settings, site }: FeedPlace): string {
  const readable = readableWithoutStyle(html, new URL(href, site), wordsFor(settings.lang).colon);
  const language = inLanguage(lang, settings.lang);
  const content = language.lang
    ? `<div lang="${language.lang}" dir="${language.dir}">${readable}</div>`
    : readable;
  return printable(content);
}

/** Without the characters that XML cannot hold, not even escaped. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go.
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed();
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Only there to be seen beside a name, or to be pressed. */
const DECORATION = new Set(['monogram', 'quoted-by', 'onward']);
const ADDRESSES = ['href', 'src', 'cite'] as const;
/** What reads the same without a stylesheet. */
const KEPT = new Set<string>([
  ...ADDRESSES,
  'dateTime',
  'lang',
  'dir',
  'open',
  'start',
  'colSpan',
  'rowSpan',
  'alt',
]);

/**
 * A page's HTML for a reader that knows none of our styles: addresses are whole, decoration is gone, and what a
 * style would show is said in words: `Quote from Petra Holm, 2 March 2026, abridged:`, a block quote, `End of quote.`
 */
export function readableWithoutStyle(html: string, page: URL, colon: string): string {
  const tree: Root = fromHtml(html, { fragment: true });
  visit(tree, 'element', (element, index, parent) => {
    const classes = classNames(element);
    if (parent && index !== undefined && classes.some((name) => DECORATION.has(name))) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (parent && index !== undefined && element.tagName === 'mark') {
      parent.children.splice(index, 1, ...element.children);
      return [SKIP, index];
    }
    if (element.tagName === 'figcaption') element.children.push({ type: 'text', value: colon });
    for (const name of Object.keys(element.properties)) {
      if (!KEPT.has(name)) delete element.properties[name];
    }
    for (const name of ADDRESSES) {
      const address = element.properties[name];
      if (typeof address !== 'string') continue;
      const whole = URL.parse(address, page)?.href;
      if (whole) element.properties[name] = whole;
      else delete element.properties[name];
    }
    return undefined;
  });
  // Feeds in XML carry this as CDATA, which it must not end.
  return toHtml(tree).replaceAll(']]>', ']]&gt;');
}

function classNames({ properties }: Element): readonly string[] {
  return Array.isArray(properties.className) ? properties.className.map(String) : [];
}
