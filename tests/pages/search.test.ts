import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from '../site/browser.ts';
import { HARD_BASE } from './hard-content.ts';
import { type Served, serve } from './serve.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let browser: Browser;
let served: Served;
let below: Served;

beforeAll(async () => {
  browser = await openBrowser();
  served = await serve(inject('example'));
  below = await serve(inject('hard'), HARD_BASE);
});
afterAll(async () => {
  await browser?.close();
  served?.close();
  below?.close();
});

/** A page that fails the test with whatever the browser complains of. */
async function opened(address: string, complaints: string[] = []): Promise<Page> {
  const page = await browser.newPage();
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address);
  return page;
}

const status = (page: Page) => page.locator('[role=status]');
const answered = (page: Page) => expect.poll(() => status(page).textContent(), { timeout: 20_000 });
const titles = (page: Page) => page.locator('.hit .entry-title').allTextContents();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

describe('the page that searches', () => {
  test('finds digests and single posts, says how many, marks the words, and breaks no policy', async () => {
    const complaints: string[] = [];
    const page = await opened(`${served.origin}/search/`, complaints);
    await page.locator('#search-words').fill('chapel bell');
    await answered(page).toMatch(/^\d+ results\.$/);
    const found = await titles(page);
    expect(found).toContain('The night the weir went quiet');
    expect(found).toContain('Edda Marrow, in “The weir that went quiet”');
    expect(await page.locator('.hit mark').allTextContents()).toContain('bell');
    const post = page.locator('.hit', { hasText: 'Edda Marrow, in' }).first();
    expect(await post.locator('time').getAttribute('datetime')).toMatch(/^2026-10-\d\d$/);
    const words = (await post.locator('mark').first().textContent()) ?? '';
    await post.locator('.entry-title').click();
    expect(page.url()).toMatch(/\/threads\/quiet-weir\/#\d+$/);
    expect(await page.locator(':target').getAttribute('class')).toContain('post');
    expect(await page.locator(':target').textContent()).toContain(words);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('loads nothing of the index before anything is searched for', async () => {
    const requested: string[] = [];
    const page = await browser.newPage();
    page.on('request', (request) => requested.push(request.url()));
    await page.goto(`${served.origin}/search/`, { waitUntil: 'networkidle' });
    expect(requested.length).toBeGreaterThan(1);
    expect(requested.filter((address) => address.includes('/pagefind/'))).toEqual([]);
    await page.close();
  });

  test('narrows by kind, person, thread, platform, tag and year, and the address says so', async () => {
    const page = await opened(`${served.origin}/search/?q=river`);
    await answered(page).toMatch(/results/);
    const count = async () => Number(/\d+/.exec((await status(page).textContent()) ?? '')?.[0] ?? 0);
    const all = await count();
    await page.locator('summary').click();
    const narrowed: Record<string, number> = {};
    for (const [name, value] of [
      ['kind', 'digest'],
      ['platform', 'Mastodon'],
      ['tag', 'floods'],
      ['year', '2026'],
    ] as const) {
      await page.locator(`select[name=${name}]`).selectOption(value);
      await expect.poll(() => new URL(page.url()).searchParams.get(name)).toBe(value);
      await answered(page).toMatch(/result|Nothing/);
      narrowed[name] = await count();
      await page.locator('[data-clear]').click();
      await answered(page).toBe(`${all} results.`);
    }
    for (const [name, value] of [
      ['person', 'Edda Marrow (@edda@linfold.example)'],
      ['thread', 'quiet-weir'],
    ] as const) {
      await page.goto(`${served.origin}/search/?q=river&${name}=${encodeURIComponent(value)}`);
      await answered(page).toMatch(/result|Nothing/);
      narrowed[name] = await count();
      expect(await page.locator(`input[name=${name}]`).inputValue()).toBe(value);
      expect(await page.locator('details').getAttribute('open')).not.toBeNull();
    }
    // Of the posts without a date nobody knows the year.
    for (const name of ['kind', 'person', 'thread', 'platform', 'tag', 'year']) {
      expect(narrowed[name], name).toBeGreaterThan(0);
      expect(narrowed[name], name).toBeLessThan(all);
    }
    await page.close();
  });

  test('without words lists what a filter lets through', async () => {
    const page = await opened(`${served.origin}/search/?kind=digest`);
    await answered(page).toBe('3 results.');
    await page.close();
  });

  test('offers people and threads to choose from', async () => {
    const page = await opened(`${served.origin}/search/`);
    await page.locator('summary').click();
    await expect.poll(() => page.locator('#search-people option').count()).toBeGreaterThan(3);
    expect(await page.locator('#search-threads option[value="quiet-weir"]').getAttribute('label')).toBe(
      'The weir that went quiet',
    );
    await page.close();
  });

  test('keeps an address for each query, so that Back and a link lead to the same results', async () => {
    const page = await opened(`${served.origin}/search/?q=weir`);
    await answered(page).toMatch(/results/);
    const before = await titles(page);
    await page.locator('.hit [data-narrow]', { hasText: 'Only this thread' }).first().click();
    await expect.poll(() => new URL(page.url()).searchParams.get('thread')).toBe('quiet-weir');
    await answered(page).toMatch(/results/);
    expect(await titles(page)).not.toEqual(before);
    await page.goBack();
    await answered(page).toMatch(/results/);
    await expect.poll(() => titles(page)).toEqual(before);
    expect(await page.locator('#search-words').inputValue()).toBe('weir');
    await page.close();
  });

  test('is worked by keys alone: / to the field, arrows and Tab through the results, Escape back', async () => {
    const page = await opened(`${served.origin}/search/`);
    await page.keyboard.press('/');
    await page.keyboard.type('weir');
    await answered(page).toMatch(/results/);
    const [first = '', second = ''] = await titles(page);
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(first);
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(second);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toMatch(/^Only /);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-words');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-words');
    await page.keyboard.press('Escape');
    expect(await page.locator('#search-words').inputValue()).toBe('');
    await answered(page).toBe('');
    await page.close();
  });

  test('says when nothing was found, and when the index cannot be had', async () => {
    const page = await opened(`${served.origin}/search/?q=xylophonist`);
    await answered(page).toBe('Nothing was found.');
    expect(await page.locator('.hit').count()).toBe(0);
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto(`${served.origin}/search/?q=weir`);
    await answered(page).toMatch(/could not be loaded/);
    await page.close();
  });

  test('works below a folder of its host, with more results on demand', async () => {
    const complaints: string[] = [];
    const page = await opened(`${below.origin}${HARD_BASE}/search/?q=ferry`, complaints);
    await answered(page).toMatch(/^[1-9][\d,]{2,} results\.$/);
    expect(await page.locator('.hit').count()).toBe(20);
    expect(await page.locator('.hit .entry-title').first().getAttribute('href')).toMatch(
      new RegExp(`^${HARD_BASE}/threads/.`),
    );
    await page.locator('[data-more]').click();
    await expect.poll(() => page.locator('.hit').count()).toBe(40);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('shows hostile words as words', async () => {
    const page = await opened(`${below.origin}${HARD_BASE}/search/?thread=hostile`);
    await answered(page).toMatch(/results/);
    expect(await page.locator('.hit').count()).toBeGreaterThan(5);
    expect(await page.evaluate(() => 'pwned' in globalThis)).toBe(false);
    expect(await page.locator('.hit :is(script, img, iframe, svg, style)').count()).toBe(0);
    await page.close();
  });

  test('without a script says so and leads to the lists', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${served.origin}/search/?q=weir`);
    const without = page.locator('.search-without');
    expect(await without.isVisible()).toBe(true);
    expect(await page.locator('form').isVisible()).toBe(false);
    for (const list of ['archive', 'threads', 'tags'])
      expect(await without.locator(`a[href="/${list}/"]`).isVisible()).toBe(true);
    await context.close();
  });

  test.each([
    ['light', 320],
    ['light', 1440],
    ['dark', 320],
    ['dark', 1440],
  ] as const)('passes axe with its results and filters open, in %s at %i px', async (colorScheme, width) => {
    const context = await browser.newContext({
      bypassCSP: true,
      colorScheme,
      viewport: { width, height: 900 },
    });
    const page = await context.newPage();
    await page.goto(`${served.origin}/search/?q=weir&year=2026`);
    await answered(page).toMatch(/results/);
    await page.evaluate(axe);
    const violations = await page.evaluate(async (tags) => {
      const { axe: checker } = globalThis as unknown as {
        axe: { run(options: object): Promise<AxeResults> };
      };
      const found = await checker.run({ runOnly: { type: 'tag', values: tags } });
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    }, TAGS);
    expect(violations).toEqual([]);
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wide).toBeLessThanOrEqual(0);
    await context.close();
  });
});

test('only the page that searches may run WebAssembly', async () => {
  const policy = (path: string) =>
    /content-security-policy" content="([^"]*)"/.exec(
      readFileSync(`${inject('example')}${path}`, 'utf8'),
    )?.[1] ?? '';
  expect(policy('/search/index.html')).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(policy('/search/index.html')).not.toContain("'unsafe-");
  expect(policy('/index.html')).toContain("script-src 'self'");
  expect(policy('/index.html')).not.toContain('unsafe');
});
