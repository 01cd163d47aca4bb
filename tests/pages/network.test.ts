import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from '../site/browser.ts';
import { builtPages } from './built-page.ts';
import { HARD_BASE } from './hard-content.ts';
import { type Served, serve } from './serve.ts';

const example = builtPages(inject('example')).map(({ path }) => path);
const hostile = builtPages(inject('hard'), HARD_BASE).map(({ path }) => path);

let browser: Browser;
let sites: { example: Served; hostile: Served };

beforeAll(async () => {
  browser = await openBrowser();
  sites = { example: await serve(inject('example')), hostile: await serve(inject('hard'), HARD_BASE) };
});
afterAll(async () => {
  await browser?.close();
  sites?.example.close();
  sites?.hostile.close();
});

test.each([
  ['example', example],
  ['hostile', hostile],
] as const)(
  'a browser that reads the %s site asks no other host, breaks no policy and runs nothing',
  async (site, paths) => {
    const { origin } = sites[site];
    const page = await browser.newPage();
    const requested: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    page.on('console', (message) => complaints.push(`${page.url()}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
    page.on('dialog', (dialog) => complaints.push(`${page.url()}: a dialog, ${dialog.message()}`));
    for (const path of paths) {
      await page.goto(`${origin}${path}`);
      await page.evaluate(() => document.fonts.ready);
      expect(await page.evaluate(() => 'pwned' in globalThis), path).toBe(false);
    }
    expect(requested.length).toBeGreaterThan(paths.length);
    expect(requested.filter((address) => !address.startsWith(`${origin}/`))).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  },
);
