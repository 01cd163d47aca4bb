import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../site/browser.ts';
import { attribute, type BuiltPage, builtFiles, builtPages } from './built-page.ts';
import { HARD_BASE, LONG_THREAD, LONG_THREAD_POSTS } from './hard-content.ts';
import { type Served, serve } from './serve.ts';

const KILOBYTE = 1024;
const CSS = 14 * KILOBYTE;
const SCRIPT = 8 * KILOBYTE;
const DIGEST = 60 * KILOBYTE;
/** Posts; a page of more is marked `deferred`. */
const LAID_OUT_AT_ONCE = 300;
/** Below the base: a digest, a thread or a page of one, the search; and in trials the page that shows every state. */
const RUNNING = /^\/(?:(?:digests|threads)\/[^/]+\/(?:\d+\/)?|search\/|kitchen-sink\/)$/;
const sites = [
  { name: 'the example', dist: inject('example'), base: '' },
  { name: 'hard content', dist: inject('hard'), base: HARD_BASE },
];

describe.each(sites)('of $name', ({ dist, base }) => {
  // Mails are files for mail programs, and carry their styles with them.
  const pages = builtPages(dist, base).filter(({ path }) => !path.endsWith('email.html'));
  const file = (address: string) => readFileSync(join(dist, address.slice(base.length)));

  test('each page has stylesheets of at most 14 KB, compressed, with what it carries itself', () => {
    for (const page of pages) {
      expect(linked(page, 'stylesheet').length, page.path).toBeGreaterThan(0);
      expect(compressed(stylesOf(page)), page.path).toBeLessThanOrEqual(CSS);
    }
  });

  test('all stylesheets together are at most 14 KB, compressed', () => {
    const all = builtFiles(dist).filter((name) => name.startsWith('_astro/') && name.endsWith('.css'));
    expect(all.length).toBeGreaterThan(0);
    expect(compressed(all.map((name) => file(`${base}/${name}`)).join('\n'))).toBeLessThanOrEqual(CSS);
  });

  test('each digest is at most 60 KB with its stylesheets, compressed', () => {
    const digests = pages.filter(({ path }) => path.startsWith(`${base}/digests/`));
    expect(digests.length).toBeGreaterThan(1);
    for (const page of digests) {
      expect(compressed(page.html) + compressed(stylesOf(page)), page.path).toBeLessThanOrEqual(DIGEST);
    }
  });

  test('only pages that search, quote or hold a thread run scripts, of at most 8 KB with all that they import, compressed', () => {
    for (const page of pages) {
      const weight = scriptsOf(page).reduce((sum, script) => sum + compressed(script), 0);
      expect(weight, page.path).toBeLessThanOrEqual(SCRIPT);
      expect(weight > 0, page.path).toBe(RUNNING.test(page.path.slice(base.length)));
    }
  });

  function stylesOf(page: BuiltPage): string {
    const carried = page.elements
      .filter(({ element }) => element.tagName === 'style')
      .map(({ element: { children } }) => children.map((child) => ('value' in child ? child.value : '')));
    return [...linked(page, 'stylesheet').map(file), ...carried.flat()].join('\n');
  }

  /** All that a page runs: what it carries, what it links to, and what those import, at once or later. */
  function scriptsOf({ elements }: BuiltPage): readonly string[] {
    const scripts = elements
      .map(({ element }) => element)
      .filter((element) => element.tagName === 'script')
      .filter((element) => attribute(element, 'type') !== 'application/ld+json');
    const carried = scripts.flatMap(({ children }) =>
      children.map((child) => ('value' in child ? child.value : '')),
    );
    const fetched = new Map<string, string>();
    const waiting = scripts.flatMap((element) => attribute(element, 'src') ?? []);
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
      if (fetched.has(address)) continue;
      const text = file(address).toString();
      fetched.set(address, text);
      waiting.push(...importsOf(text, address));
    }
    return [...carried, ...fetched.values()];
  }
});

describe('a thread of a thousand posts', () => {
  const FIRST = `${HARD_BASE}/threads/${LONG_THREAD}/`;
  const { posts } = JSON.parse(readFileSync(join(inject('hard'), `threads/${LONG_THREAD}.json`), 'utf8')) as {
    posts: { id: string; published: string }[];
  };
  const last = posts.toSorted((one, other) => one.published.localeCompare(other.published)).at(-1)?.id ?? '';
  let served: Served;
  let browser: Browser;

  beforeAll(async () => {
    served = await serve(inject('hard'), HARD_BASE);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    served?.close();
  });

  test('has a thousand posts', () => {
    expect(posts).toHaveLength(LONG_THREAD_POSTS);
    expect(LONG_THREAD_POSTS).toBeGreaterThanOrEqual(1000);
  });

  test('leads to its last post by one link, without script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${served.origin}${FIRST}#${last}`);
    await page.locator(':target a').click();
    await page.waitForURL(`**/*#${last}`);
    const post = page.locator('article:target');
    expect(await post.getAttribute('id')).toBe(last);
    const { y = Number.NaN } = (await post.boundingBox()) ?? {};
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThan(720);
    await context.close();
  });

  test('is not laid out at once: a page of it is short, or leaves for later what is off the screen', async () => {
    const pages = builtPages(inject('hard'), HARD_BASE).filter(({ path }) => path.startsWith(FIRST));
    expect(pages.length).toBeGreaterThan(3);
    for (const { path, elements } of pages) {
      const articles = elements.filter(({ element }) => element.tagName === 'article').length;
      expect(articles, path).toBeLessThanOrEqual(LAID_OUT_AT_ONCE);
    }
    const page = await browser.newPage();
    await page.goto(`${served.origin}${FIRST}`);
    const laidOut = await page.evaluate(() => {
      // As a page of more posts is marked.
      document.querySelector('.tree')?.classList.add('deferred');
      return [...document.querySelectorAll('article.post')].map((post) =>
        post.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }),
      );
    });
    expect(laidOut[0]).toBe(true);
    expect(laidOut.filter(Boolean).length).toBeLessThan(laidOut.length / 2);
    await page.close();
  });
});

function compressed(bytes: string): number {
  return gzipSync(bytes, { level: 9 }).length;
}

function linked({ elements }: BuiltPage, relation: string): readonly string[] {
  return elements
    .map(({ element }) => element)
    .filter((element) => element.tagName === 'link' && attribute(element, 'rel') === relation)
    .flatMap((element) => attribute(element, 'href') ?? []);
}

/** `import{a}from"./b.js"`, `import"./b.js"`, `import("./b.js")`: as the bundler writes them. */
const IMPORT = /(?:from|import)\s*\(?\s*["'](\.[^"']+\.js)["']/g;

function importsOf(script: string, address: string): readonly string[] {
  return [...script.matchAll(IMPORT)].map(
    ([, name = '']) => new URL(name, `https://quay.example${address}`).pathname,
  );
}
