import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from '../site/browser.ts';
import { attribute, builtPages } from './built-page.ts';
import { HARD_BASE, LONG_THREAD, LONG_THREAD_POSTS } from './hard-content.ts';
import { type Served, serve } from './serve.ts';

const FIRST = `${HARD_BASE}/threads/${LONG_THREAD}/`;
const pages = builtPages(inject('hard'), HARD_BASE)
  .filter(({ path }) => path.startsWith(FIRST))
  .toSorted((one, other) => (one.path < other.path ? -1 : 1));
const postsOf = new Map(
  pages.map(({ path, elements }) => [
    path,
    elements
      .filter(({ element }) => element.tagName === 'article')
      .map(({ element }) => attribute(element, 'id') ?? ''),
  ]),
);

let served: Served;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  served = await serve(inject('hard'), HARD_BASE);
  browser = await openBrowser();
  page = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
  served?.close();
});

test('a long thread is spread over pages, each post on one of them', () => {
  expect(pages.length).toBeGreaterThan(2);
  const all = [...postsOf.values()].flat();
  expect(all).toHaveLength(LONG_THREAD_POSTS);
  expect(new Set(all).size).toBe(LONG_THREAD_POSTS);
  for (const posts of postsOf.values()) expect(posts.length).toBeLessThanOrEqual(200);
});

test('every post’s anchor is on the first page: the post itself, or a pointer to the page that has it', () => {
  const first = pages.find(({ path }) => path === FIRST);
  const pointers = new Map<string, string>();
  let last = '';
  for (const { element } of first?.elements ?? []) {
    if (element.tagName === 'li' && attribute(element, 'id')) last = attribute(element, 'id') ?? '';
    if (element.tagName === 'a' && attribute(element, 'href')?.endsWith(`#${last}`)) {
      pointers.set(last, attribute(element, 'href') ?? '');
    }
  }
  for (const [path, posts] of postsOf) {
    if (path === FIRST) continue;
    for (const post of posts) expect(pointers.get(post)).toBe(`${path}#${post}`);
  }
});

test('an old link to a post that is on a later page leads there in one more step', async () => {
  const [path = '', posts = []] = [...postsOf].at(-1) ?? [];
  const post = posts.at(-1) ?? '';
  await page.goto(`${served.origin}${FIRST}#${post}`);
  const pointer = page.locator(':target a');
  await expect
    .poll(() => pointer.isVisible(), { message: 'the fold that holds the pointer is open' })
    .toBe(true);
  await pointer.click();
  await page.waitForURL(`**${path}#${post}`);
  expect(await page.locator('article:target').getAttribute('id')).toBe(post);
  await expect
    .poll(
      () => page.locator(':target').evaluate((element) => element.getBoundingClientRect().top < innerHeight),
      { timeout: 8_000 },
    )
    .toBe(true);
});

test('one can go from page to page to the end and back', async () => {
  await page.goto(`${served.origin}${FIRST}`);
  const visited = [new URL(page.url()).pathname];
  for (let next = page.locator('a[rel="next"]').first(); (await next.count()) > 0;) {
    await next.click();
    await page.waitForURL((address) => address.pathname !== visited.at(-1));
    visited.push(new URL(page.url()).pathname);
    expect(visited.length).toBeLessThanOrEqual(pages.length);
  }
  expect(visited.toSorted()).toEqual([...postsOf.keys()].toSorted());
  await page.locator('a[rel="prev"]').first().click();
  await page.waitForURL(`**${visited.at(-2)}`);
});

test('a reply is led to its parent also where that stands on an earlier page', async () => {
  const [path = ''] = [...postsOf].at(-1) ?? [];
  await page.goto(`${served.origin}${path}`);
  const parent = page.locator(`a.u-in-reply-to[href^="${FIRST}"]`).first();
  const href = await parent.getAttribute('href');
  await parent.click();
  await page.waitForURL(`**${href}`);
  expect(await page.locator('article:target').count()).toBe(1);
});
