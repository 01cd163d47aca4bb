import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from '../site/browser.ts';
import { builtPages } from './built-page.ts';
import { type Served, serve } from './serve.ts';

const pages = builtPages(inject('example')).map(({ path }) => path);
const threads = pages.filter((path) => /^\/threads\/./.test(path));
const digests = pages.filter((path) => /^\/digests\/./.test(path));

let served: Served;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  served = await serve(inject('example'));
  browser = await openBrowser();
  page = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
  served?.close();
});

const open = (path: string) => page.goto(`${served.origin}${path}`);

test('the example shows three threads and three digests', () => {
  expect(threads).toHaveLength(3);
  expect(digests).toHaveLength(3);
});

describe.each([...threads, ...digests])('%s', (path) => {
  beforeAll(async () => {
    await open(path);
  });

  test('marks every post up for machines, and names it for the ear', async () => {
    const posts = await page.locator('article.post').evaluateAll((articles) =>
      articles.map((article) => ({
        id: article.id,
        entry: article.classList.contains('h-entry'),
        name: article.getAttribute('aria-label') ?? '',
        gone: article.hasAttribute('data-state'),
        author: article.querySelector('.p-author')?.textContent?.trim() ?? '',
        dated: [...article.querySelectorAll('time')].every(
          (time) => !Number.isNaN(Date.parse(time.dateTime)),
        ),
        address: article.querySelector('a.u-url')?.getAttribute('href') ?? '',
        content: article.querySelectorAll('.e-content').length,
      })),
    );
    if (threads.includes(path)) expect(posts.length).toBeGreaterThan(10);
    for (const post of posts) {
      expect(post.id).toMatch(/^[A-Za-z0-9_-]{1,32}$/);
      expect(post).toMatchObject({ entry: true, dated: true });
      expect(post.name, post.id).not.toBe('');
      if (!post.gone) expect(post, post.id).toMatchObject({ content: 1, author: expect.stringMatching(/./) });
      if (!post.gone) expect(post.address, post.id).toContain(`#${post.id}`);
    }
  });

  test('names an author as a fact only where the export or the editor does', async () => {
    const posts = await page.locator('article.post').evaluateAll((articles) =>
      articles.map((article) => ({
        id: article.id,
        author: article.getAttribute('data-author'),
        inferred: article.getAttribute('data-inferred')?.split(' ') ?? [],
        name: article.getAttribute('aria-label') ?? '',
        text: article.querySelector('.p-author')?.textContent ?? '',
        parent: article.querySelector('.u-in-reply-to')?.textContent ?? '',
      })),
    );
    for (const { id, author, inferred, name, text, parent } of posts) {
      if (inferred.includes('author')) {
        expect(author, id).toBeNull();
        expect(`${name} / ${text}`, id).toMatch(/author not known.*\/.*author not known/s);
      }
      if (inferred.includes('parent') && parent) expect(parent, id).toMatch(/probably/);
    }
  });

  test('marks every quote with its fidelity, its speaker and the way to the passage', async () => {
    const quotes = await page.locator('figure.quote').evaluateAll((figures) =>
      figures.map((figure) => ({
        cite: figure.classList.contains('h-cite'),
        fidelity: figure.getAttribute('data-fidelity') ?? '',
        source: figure.getAttribute('data-source'),
        captions: figure.querySelectorAll(':scope > figcaption').length,
        author: figure.querySelector(':scope > figcaption .p-author')?.textContent ?? '',
        address: figure.querySelector(':scope > figcaption a.u-url')?.getAttribute('href') ?? null,
        blocks: figure.querySelectorAll(':scope > blockquote').length,
        cited: figure.querySelector(':scope > blockquote')?.getAttribute('cite') ?? null,
        text: figure.querySelector(':scope > figcaption')?.textContent ?? '',
        end: figure.lastElementChild?.textContent ?? '',
      })),
    );
    if (digests.includes(path)) expect(quotes.length).toBeGreaterThan(5);
    for (const quote of quotes) {
      expect(quote).toMatchObject({ cite: true, captions: 1, blocks: 1, end: 'End of quote.' });
      expect(quote.author).not.toBe('');
      expect(['verbatim', 'abridged', 'altered', 'unsourced', 'external']).toContain(quote.fidelity);
      expect(quote.source === null, quote.text).toBe(['unsourced', 'external'].includes(quote.fidelity));
      if (quote.source) expect(quote.address).toContain(`#${quote.source.split('#')[1]}`);
      if (quote.fidelity !== 'verbatim')
        expect(quote.text).toMatch(/abridged|altered|not found|from outside/);
      if (quote.source) expect(quote.cited).toMatch(/^(?:https?:|\/|#)/);
    }
  });

  test('marks every quoted passage with its count, and leads from it to the list of its quotes', async () => {
    const marks = await page.locator('mark').evaluateAll((all) =>
      all.map((mark) => ({
        quoted: mark.classList.contains('quoted'),
        count: Number(mark.getAttribute('data-quoted-by')),
      })),
    );
    for (const mark of marks) {
      expect(mark.quoted).toBe(true);
      expect(mark.count).toBeGreaterThan(0);
    }
    const counters = page.locator('.quoted-by a');
    if (threads.includes(path)) expect(await counters.count()).toBeGreaterThan(0);
    for (const href of await counters.evaluateAll((links) =>
      links.map((link) => link.getAttribute('href') ?? ''),
    )) {
      expect(await page.locator(`[id="${href.slice(1)}"] a`).count(), href).toBeGreaterThan(0);
    }
  });
});

test('a list of quotes names nobody whose authorship was only inferred', async () => {
  await open('/threads/mistaken-for-a-flood/');
  const lines = await page.locator('.quoted-by-list a[href*="mistaken-for-a-flood/#"]').evaluateAll((links) =>
    links.map((link) => {
      const quote = document.getElementById((link.getAttribute('href') ?? '').split('#')[1] ?? '');
      const inferred =
        quote?.closest('article.post')?.getAttribute('data-inferred')?.split(' ').includes('author') ?? false;
      return { inferred, text: link.textContent ?? '' };
    }),
  );
  const inferred = lines.filter((line) => line.inferred);
  expect(inferred.length).toBeGreaterThan(0);
  for (const { text } of inferred) expect(text).toContain('author not known');
});

test('some quotes of the example stand inside others, some posts are gone, and some authors inferred', async () => {
  const counted = { nested: 0, gone: 0, inferred: 0, cited: 0 };
  for (const path of [...threads, ...digests]) {
    await open(path);
    counted.nested += await page.locator('figure.quote figure.quote').count();
    counted.gone += await page.locator('article.post[data-state]').count();
    counted.inferred += await page.locator('article.post[data-inferred~="author"]').count();
    counted.cited += await page.locator('figure.quote > blockquote[cite]').count();
  }
  for (const count of Object.values(counted)) expect(count, JSON.stringify(counted)).toBeGreaterThan(0);
});

test.each(pages)('%s has one heading of the first rank, and tells machines what it is', async (path) => {
  await open(path);
  expect(await page.locator('h1').count()).toBe(1);
  const content = (property: string) => page.locator(`meta[property="${property}"]`).getAttribute('content');
  expect(await content('og:title')).toBe((await page.locator('h1').textContent())?.trim());
  expect(await content('og:site_name')).toBe('The Stilling Well');
  expect(await content('og:type')).toBe(digests.includes(path) ? 'article' : 'website');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  if (path === '/404.html') return;
  const here = new URL(path, 'https://quotidian.example').href;
  expect(await page.locator('link[rel="canonical"]').getAttribute('href')).toBe(here);
  expect(await content('og:url')).toBe(here);
});

test.each([
  ['DiscussionForumPosting', threads],
  ['Article', digests],
])('JSON-LD says %s where it is one', async (type, paths) => {
  for (const path of paths) {
    await open(path);
    const texts = await page.locator('script[type="application/ld+json"]').allTextContents();
    expect(texts).toHaveLength(1);
    const data = JSON.parse(texts[0] ?? '') as { '@context': string; '@graph': Record<string, unknown>[] };
    expect(data['@context']).toBe('https://schema.org');
    const told = data['@graph'].find((thing) => thing['@type'] === type);
    expect(told?.headline).toBe((await page.locator('h1').textContent())?.trim());
    expect(told?.url).toBe(`https://quotidian.example${path}`);
  }
});
