import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from '../site/browser.ts';
import { builtPages } from './built-page.ts';
import { type Served, serve } from './serve.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const WIDTHS = [320, 768, 1440, 1600];
/** Nothing but contrast depends on the scheme. */
const RULES = {
  light: { runOnly: { type: 'tag', values: TAGS } },
  dark: { runOnly: { type: 'rule', values: ['color-contrast'] } },
};
/** One of each kind, every digest and every thread. */
const PATHS = builtPages(inject('example'))
  .map(({ path }) => path)
  .filter((path) => !/^\/tags\/./.test(path) || path === '/tags/floods/');

let served: Served;
let browser: Browser;

beforeAll(async () => {
  served = await serve(inject('example'));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  served?.close();
});

describe.concurrent.each(PATHS)('%s', (path) => {
  test('passes axe by WCAG 2.2 AA in light and dark at every width', async () => {
    // axe is put into the page as a script, which the page's own policy forbids.
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    await page.goto(`${served.origin}${path}`);
    await page.evaluate(axe);
    // What is folded is looked at too; posts that are off screen must be laid out to be measured.
    await page.addStyleTag({ content: '* { content-visibility: visible !important }' });
    await page.evaluate(openFolds);
    const found: string[] = [];
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const violations = await page.evaluate(violationsIn, RULES[colorScheme]);
        found.push(...violations.map((violation) => `${width} ${colorScheme}: ${violation}`));
      }
    }
    await context.close();
    expect(found.slice(0, 10)).toEqual([]);
  });

  test.each([
    ['at 320 px', 1],
    ['at 1280 px and 400 % zoom', 4],
  ])('needs no sideways scrolling %s', async (_, deviceScaleFactor) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 }, deviceScaleFactor });
    const page = await context.newPage();
    await page.goto(`${served.origin}${path}`);
    await page.evaluate(() => document.fonts.ready);
    await page.evaluate(openFolds);
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    await context.close();
    expect(wide).toBeLessThanOrEqual(0);
  });
});

function openFolds(): void {
  for (const fold of document.querySelectorAll('details')) fold.open = true;
}

async function violationsIn(options: object): Promise<string[]> {
  const { axe: checker } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } };
  const { violations } = await checker.run({ ...options, resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}
