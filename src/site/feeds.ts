import { Feed } from 'feed';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { fileAddress, pageAddress } from './addresses.ts';
import type { Settings } from './settings.ts';
import type { DigestView } from './views.ts';
import { wordsFor } from './words/index.ts';

/** A digest as a feed carries it. */
export interface FeedItem extends Pick<
  DigestView,
  'title' | 'href' | 'date' | 'summary' | 'editors' | 'tags'
> {
  /** The digest's text, as its page prints it. */
  readonly html: string;
}

/** What a feed reader needs beside the digests: where the site stands. */
interface FeedPlace {
  readonly settings: Settings;
  readonly site: URL;
  readonly base: string;
}

/**
 * The site's feed, the newest digest first; `feed` writes it as RSS, Atom and JSON. Readers of RSS and Atom take a
 * title for HTML, those of JSON Feed for plain text.
 */
export function digestFeed(
  items: readonly FeedItem[],
  { settings, site, base }: FeedPlace,
  titles: 'html' | 'plain',
): Feed {
  const text = (words: string) => (titles === 'html' ? escaped(printable(words)) : printable(words));
  const whole = (address: string) => new URL(address, site).href;
  const home = whole(pageAddress(base));
  const { colon } = wordsFor(settings.lang);
  const newest = items[0];
  const feed = new Feed({
    id: home,
    link: home,
    title: settings.title,
    description: settings.description || settings.title,
    language: settings.lang,
    favicon: whole(fileAddress(base, 'favicon.svg')),
    generator: 'Quotidian',
    updated: new Date(newest?.date ?? 0),
    feedLinks: {
      rss: whole(fileAddress(base, 'feed.xml')),
      atom: whole(fileAddress(base, 'atom.xml')),
      json: whole(fileAddress(base, 'feed.json')),
    },
  });
  for (const item of items) {
    feed.addItem({
      title: text(item.title),
      id: whole(item.href),
      link: whole(item.href),
      date: new Date(item.date),
      published: new Date(item.date),
      description: text(item.summary),
      content: printable(readableWithoutStyle(item.html, new URL(item.href, site), colon)),
      // The JSON writer takes the first author without asking whether there is one.
      ...(item.editors.length > 0 && { author: item.editors.map((name) => ({ name })) }),
      category: item.tags.map(({ name }) => ({ name: printable(name).replaceAll('<', '') })),
    });
  }
  return feed;
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
const DECORATION = new Set(['monogram', 'quoted-by']);
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
