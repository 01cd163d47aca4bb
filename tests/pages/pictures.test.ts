import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from 'hast';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from '../site/browser.ts';
import { attribute, builtFiles, builtPages, type PlacedElement } from './built-page.ts';
import { HARD_BASE } from './hard-content.ts';
import { FILES, PICTURE_FILES, PICTURES_THREAD } from './pictures-thread.ts';
import { type Served, serve } from './serve.ts';

const dist = inject('hard');
const pages = builtPages(dist, HARD_BASE);
const THREAD = `${HARD_BASE}/threads/${PICTURES_THREAD}/`;
const DIGEST = `${HARD_BASE}/digests/pictures/`;

function elementsOn(path: string): readonly PlacedElement[] {
  const page = pages.find((one) => one.path === path);
  if (!page) throw new Error(`There is no page ${path}.`);
  return page.elements;
}
const pictures = (path: string) =>
  elementsOn(path)
    .map(({ element }) => element)
    .filter(({ tagName }) => tagName === 'img');

describe.each([
  ['a thread', THREAD],
  ['a digest', DIGEST],
])('on the page of %s', (_, path) => {
  test('saved pictures stand with their size and the author’s description, and load when they are come to', () => {
    expect(pictures(path).map((element) => shownAs(element))).toEqual([
      { file: FILES.described, size: '60×40', alt: 'The quay, "brown" & empty <b>' },
      { file: FILES.silent, size: '60×40', alt: 'no description by the author' },
      { file: FILES.sensitive, size: '30×40', alt: 'A crab' },
      { file: FILES.described, size: '60×40', alt: 'The quay again' },
    ]);
    for (const element of pictures(path)) {
      expect(attribute(element, 'loading')).toBe('lazy');
      expect(attribute(element, 'decoding')).toBe('async');
    }
  });

  test('what is sensitive is covered', () => {
    const covers = elementsOn(path)
      .map(({ element }) => element)
      .filter((element) => attribute(element, 'className')?.split(' ').includes('sensitive'));
    expect(covers.map(({ tagName }) => tagName)).toEqual(['details']);
    expect(covers.map((cover) => attribute(cover, 'open'))).toEqual([undefined]);
    expect(JSON.stringify(covers)).toContain(FILES.sensitive);
  });
});

test('a picture that was not saved is a link with its description, and no more', () => {
  const page = pages.find(({ path }) => path === THREAD);
  expect(page?.html).toMatch(/<a class="kind" href="https:\/\/pictures\.example\/media\/remote\.jpg"/);
  expect(page?.html).toContain('Only a link');
  expect(page?.html).not.toMatch(/<img[^>]*remote\.jpg/);
});

test('of what is omitted or redacted no picture is on the site, and of the others the very bytes', () => {
  const files = builtFiles(dist).filter((name) => name.endsWith('.webp'));
  expect(files).toEqual(
    [FILES.described, FILES.silent, FILES.sensitive]
      .map((file) => `threads/${PICTURES_THREAD}/${file}`)
      .toSorted(),
  );
  for (const name of files)
    expect(readFileSync(join(dist, name))).toEqual(Buffer.from(PICTURE_FILES[`content/${name}`] ?? []));
  const told = builtFiles(dist)
    .filter((name) => /\.(?:html|json|xml|txt|md)$/.test(name))
    .filter((name) => {
      const text = readFileSync(join(dist, name), 'utf8');
      return text.includes(FILES.omitted) || text.includes(FILES.redacted);
    });
  expect(told).toEqual([]);
});

test('feeds hold pictures by their whole address', () => {
  const feed = readFileSync(join(dist, 'feed.json'), 'utf8');
  expect(feed).toContain(`src=\\"https://quay.example${THREAD}${FILES.described}\\"`);
});

describe('in a browser', () => {
  let browser: Browser;
  let site: Served;
  beforeAll(async () => {
    browser = await openBrowser();
    site = await serve(dist, HARD_BASE, 'host');
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  test('pictures are shown, within the policy of the page, and what is covered is not printed', async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(`${site.origin}${THREAD}`);
    const first = page.locator('img').first();
    await first.scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelector('img')?.complete);
    expect(await first.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(60);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.sensitive img').isVisible()).toBe(false);
    expect(await first.isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

function shownAs(element: Element): object {
  const [src, width, height] = ['src', 'width', 'height'].map((name) => attribute(element, name) ?? '');
  expect(src).toMatch(`${THREAD}`);
  return {
    file: src?.slice(THREAD.length),
    size: `${width}×${height}`,
    alt: attribute(element, 'alt'),
  };
}
