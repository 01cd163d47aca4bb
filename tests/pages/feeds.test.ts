import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from '../site/browser.ts';
import { attribute, builtFiles, builtPages, elementsOf } from './built-page.ts';

const dist = inject('example');
const read = (site: string, name: string) => readFileSync(join(site, name), 'utf8');
const digests = builtPages(dist).filter(({ path }) => /^\/digests\/[^/]+\/$/.test(path));
const addresses = digests.map(({ path }) => `https://quotidian.example${path}`).toReversed();

const rss = parseRssFeed(read(dist, 'feed.xml'));
const atom = parseAtomFeed(read(dist, 'atom.xml'));
const json = parseJsonFeed(read(dist, 'feed.json'));
const items = {
  RSS: (rss.items ?? []).map(({ title, link, pubDate, content }) => ({
    title,
    link,
    date: pubDate,
    html: content?.encoded,
  })),
  Atom: (atom.entries ?? []).map(({ title, links, published, updated, content }) => ({
    title: title?.value,
    link: links?.[0]?.href,
    date: published ?? updated,
    html: content?.value,
  })),
  JSON: (json.items ?? []).map(({ title, url, date_published: date, content_html: html }) => ({
    title,
    link: url,
    date,
    html,
  })),
};

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const tags = builtFiles(dist).flatMap((name) => /^tags\/([^/]+)\/feed\.xml$/.exec(name)?.[1] ?? []);

test.each([
  'feed.xml',
  'atom.xml',
  'sitemap-0.xml',
  'sitemap-index.xml',
  ...tags.flatMap((tag) => [`tags/${tag}/feed.xml`, `tags/${tag}/atom.xml`]),
])('%s is well-formed XML, hostile content or not', async (name) => {
  const page = await browser.newPage();
  for (const site of [dist, inject('hard')].filter((one) => existsSync(join(one, name)))) {
    const error = await page.evaluate(
      (text) => {
        const parsed = new DOMParser().parseFromString(text, 'application/xml');
        return parsed.querySelector('parsererror')?.textContent ?? null;
      },
      read(site, name),
    );
    expect(error).toBeNull();
  }
  await page.close();
});

test.each(Object.entries(items))('%s names every digest, the newest first, with its date', (_, all) => {
  expect(all.map(({ link }) => link)).toEqual(addresses);
  for (const { title, date } of all) {
    expect(title).toMatch(/./);
    expect(String(new Date(String(date)).toISOString())).toMatch(/^2026-/);
  }
});

test.each(Object.entries(items))('%s carries the whole text, and every address in it is whole', (_, all) => {
  for (const [n, { html = '' }] of all.entries()) {
    const shown = digests.toReversed()[n]?.elements ?? [];
    const paragraphs = shown.filter(
      ({ element, parent }) =>
        element.tagName === 'p' && attribute(parent ?? element, 'className')?.includes('e-content'),
    );
    const carried = elementsOf(html, 'fragment');
    expect(paragraphs.length).toBeGreaterThan(5);
    expect(carried.filter(({ element }) => element.tagName === 'p').length).toBeGreaterThanOrEqual(
      paragraphs.length,
    );
    for (const { element } of carried) {
      for (const name of ['href', 'src', 'cite']) {
        const address = attribute(element, name);
        if (address !== undefined) expect(address).toMatch(/^(?:https?:|mailto:)/);
      }
    }
  }
});

test.each(Object.entries(items))('%s says in words whose every quote is, and where it ends', (_, all) => {
  for (const { html = '' } of all) {
    const quotes = html.split('<figure').slice(1);
    expect(quotes.length).toBeGreaterThan(5);
    for (const quote of quotes) {
      const text = quote.replace(/^[^>]*>/, '').replace(/<[^>]+>/g, '');
      expect(text).toMatch(/^Quote from .+:/);
      expect(html).toContain('End of quote.');
    }
  }
});

test.each(['feed.xml', 'atom.xml'])(
  'another parser reads %s alike: titles, addresses, dates, texts',
  async (name) => {
    const parsed = await new RssParser().parseString(read(dist, name));
    expect(parsed.title).toBe('The Stilling Well');
    expect(parsed.items.map(({ link }) => link)).toEqual(addresses);
    expect(parsed.items.map(({ title }) => title?.trim())).toEqual(items.JSON.map(({ title }) => title));
    expect(parsed.items.map(({ isoDate }) => isoDate?.slice(0, 10))).toEqual(
      items.JSON.map(({ date }) => String(date).slice(0, 10)),
    );
    for (const { content, 'content:encoded': encoded } of parsed.items)
      expect(encoded ?? content).toContain('End of quote.');
  },
);

test('every format names all editors of a digest', () => {
  const [rssItem] = rss.items ?? [];
  const [atomEntry] = atom.entries ?? [];
  const [jsonItem] = json.items ?? [];
  const editors = ['Ottoline Brack', 'Yusuf Greave'];
  expect(rssItem?.dc?.creators).toEqual(editors);
  expect(atomEntry?.authors?.map(({ name }) => name)).toEqual(editors);
  expect(jsonItem?.authors?.map(({ name }) => name)).toEqual(editors);
});

test('ids are the addresses, which stay as they are, and dates are RFC 822 and RFC 3339', () => {
  expect((rss.items ?? []).map(({ guid }) => guid?.value)).toEqual(addresses);
  expect((atom.entries ?? []).map(({ id }) => id)).toEqual(addresses);
  expect((json.items ?? []).map(({ id }) => id)).toEqual(addresses);
  for (const [, date] of read(dist, 'feed.xml').matchAll(/<pubDate>([^<]*)</g))
    expect(date).toMatch(/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/);
  for (const [, date] of read(dist, 'atom.xml').matchAll(/<(?:updated|published)>([^<]*)</g))
    expect(date).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/);
});

test.each(Object.entries(items))('%s carries nothing that needs a style or a script', (_, all) => {
  for (const { html = '' } of all) {
    for (const { element } of elementsOf(html, 'fragment')) {
      expect(['script', 'style', 'svg', 'button']).not.toContain(element.tagName);
      for (const name of ['className', 'id', 'style']) expect(attribute(element, name)).toBeUndefined();
    }
  }
});

test('each tag has feeds of its digests alone, to which its page leads', () => {
  expect(tags).toContain('alarms');
  const pages = new Map(builtPages(dist).map((page) => [page.path, page]));
  for (const tag of tags) {
    const page = pages.get(`/tags/${tag}/`);
    const listed = page?.elements.flatMap(({ element }) =>
      attribute(element, 'className')?.includes('u-url') ? [attribute(element, 'href')] : [],
    );
    const feed = parseJsonFeed(read(dist, `tags/${tag}/feed.json`));
    expect(feed.items?.map(({ url }) => new URL(url ?? '').pathname)).toEqual(listed);
    const links = page?.elements.flatMap(({ element }) => {
      const isFeed = attribute(element, 'rel') === 'alternate';
      return isFeed ? [attribute(element, 'href')] : [];
    });
    for (const name of ['feed.xml', 'atom.xml', 'feed.json']) {
      expect(links).toContain(`/tags/${tag}/${name}`);
      expect(links).toContain(`/${name}`);
      expect(existsSync(join(dist, 'tags', tag, name))).toBe(true);
    }
  }
});
