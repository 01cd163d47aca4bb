import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { openBrowser } from '../site/browser.ts';
import { builtPages } from './built-page.ts';
import { type Served, serve } from './serve.ts';

const pages = builtPages(inject('example')).map(({ path }) => path);
const digests = pages.filter((path) => path.startsWith('/digests/'));
const threads = pages.filter((path) => /^\/threads\/./.test(path));

/** A page of posts that are laid out only as they come near settles in steps, and slowly on a busy machine. */
const PATIENCE = 8_000;

let served: Served;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  served = await serve(inject('example'));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  served?.close();
});
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
});
afterEach(() => page.close());

const open = (path: string) => page.goto(`${served.origin}${path}`);

describe('going to the source of a quote', () => {
  test.each(digests)('every quote of %s leads to its passage, and Back to where one was', async (path) => {
    await open(path);
    const links = page.locator('figure.quote > figcaption a.u-url');
    const count = await links.count();
    expect(count).toBeGreaterThan(3);
    for (let n = 0; n < count; n += Math.ceil(count / 4)) {
      const link = links.nth(n);
      await link.scrollIntoViewIfNeeded();
      const before = await page.evaluate(() => scrollY);
      await link.click();
      await page.waitForURL('**/threads/**');
      await page.waitForLoadState();
      expect(await page.locator(':target').count(), page.url()).toBe(1);
      await expect.poll(() => isInView(':target'), { message: page.url(), timeout: PATIENCE }).toBe(true);
      await page.goBack();
      await page.waitForURL(`**${path}`);
      // A browser may round a place by a pixel.
      await expect
        .poll(() => page.evaluate((y) => Math.abs(scrollY - y), before), { timeout: PATIENCE })
        .toBeLessThanOrEqual(1);
    }
  });

  test('a quotation in the editor’s prose leads there too', async () => {
    await open(digests[0] ?? '');
    await page.locator('a.inline-quote').first().click();
    await page.waitForURL('**/threads/**');
    await expect.poll(() => isInView(':target'), { timeout: PATIENCE }).toBe(true);
  });

  test('a passage leads back to those who quote it', async () => {
    await open('/threads/quiet-weir/');
    const link = page.locator('.quoted-by-list a[href*="/digests/"]').first();
    await link.click();
    await page.waitForURL('**/digests/**');
    await expect.poll(() => isInView(':target'), { timeout: PATIENCE }).toBe(true);
  });
});

describe('what is folded', () => {
  test('a content warning keeps its post closed until the reader opens it', async () => {
    await open('/threads/quiet-weir/');
    const warning = page.locator('details.warning').first();
    expect(await warning.locator('.e-content').isVisible()).toBe(false);
    await warning.locator('summary').click();
    expect(await warning.locator('.e-content').isVisible()).toBe(true);
  });

  test('quotes that are folded because their source stands above are open in print', async () => {
    const sink = await serve(inject('sink'));
    await page.goto(`${sink.origin}/kitchen-sink/`);
    const figures = page.locator('details.fold > figure');
    expect(await figures.count()).toBeGreaterThan(0);
    for (const figure of await figures.all()) expect(await figure.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    for (const figure of await figures.all()) expect(await figure.isVisible()).toBe(true);
    sink.close();
  });

  test('nothing stays at its place of the window in print', async () => {
    for (const path of ['/', digests[0] ?? '', threads[0] ?? '']) {
      await open(path);
      await page.emulateMedia({ media: 'print' });
      const stuck = await page.evaluate(() =>
        [...document.body.querySelectorAll('*')]
          .filter((element) => element.checkVisibility())
          .filter((element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position))
          .map((element) => `${element.tagName}.${element.className}`),
      );
      expect(stuck, path).toEqual([]);
    }
  });
});

describe('without a mouse', () => {
  test('the first stop is the way past the header, and it works', async () => {
    await open(digests[0] ?? '');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Skip to the text');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  });
});

async function isInView(selector: string): Promise<boolean> {
  return page.locator(selector).evaluateAll(([element]) => {
    if (!element) return false;
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && top < innerHeight && bottom > 0;
  });
}
