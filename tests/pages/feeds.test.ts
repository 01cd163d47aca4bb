import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from '../site/browser.ts';
import { attribute, builtPages, elementsOf } from './built-page.ts';

const dist = inject('example');
const read = (site: string, name: string) => readFileSync(join(site, name), 'utf8');
const digests = builtPages(dist).filter(({ path }) => path.startsWith('/digests/'));
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

test.each(['feed.xml', 'atom.xml', 'sitemap-0.xml', 'sitemap-index.xml'])(
  '%s is well-formed XML, hostile content or not',
  async (name) => {
    const page = await browser.newPage();
    for (const site of [dist, inject('hard')]) {
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
  },
);

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
