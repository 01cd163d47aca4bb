import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from '../site/browser.ts';
import { builtMails, builtPages } from './built-page.ts';
import { HARD_BASE } from './hard-content.ts';
import { PAGE_KINDS, pathsOf, THEMES, WIDEST, WIDTHS } from './page-kinds.ts';
import { type Served, serve } from './serve.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Nothing but contrast depends on the scheme. */
const RULES = {
  light: { runOnly: { type: 'tag', values: TAGS } },
  dark: { runOnly: { type: 'rule', values: ['color-contrast'] } },
};
/** A4 upright, less the margins of `print.css`. */
const SHEET = { width: 673, height: 980 };

const pathsIn = (dist: string, base = '') =>
  [...builtPages(dist, base), ...builtMails(dist, base)].map(({ path }) => path);
const paths = {
  example: pathsIn(inject('example')),
  hard: pathsIn(inject('hard'), HARD_BASE),
  sink: pathsIn(inject('sink')),
};
const cases = PAGE_KINDS.flatMap((kind) =>
  pathsOf(kind, paths[kind.site]).map((path) => ({ kind: kind.kind, site: kind.site, path })),
);

let sites: Record<keyof typeof paths, Served>;
let browser: Browser;

beforeAll(async () => {
  sites = {
    example: await serve(inject('example')),
    hard: await serve(inject('hard'), HARD_BASE),
    sink: await serve(inject('sink')),
  };
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  for (const site of Object.values(sites ?? {})) site.close();
});

test('every page of the example is of a kind that is looked at', () => {
  const patterns = PAGE_KINDS.map(({ pattern }) => pattern);
  expect(paths.example.filter((path) => !patterns.some((pattern) => pattern.test(path)))).toEqual([]);
});

test('there is a page of every kind', () => {
  const found = new Set(cases.map(({ kind }) => kind));
  expect(PAGE_KINDS.map(({ kind }) => kind).filter((kind) => !found.has(kind))).toEqual([]);
});

describe.concurrent.each(cases)('$kind: $path', ({ site, path }) => {
  test('passes axe by WCAG 2.2 AA, scrolls only downwards and keeps to itself, in each theme and width', async () => {
    // axe is put into the page as a script, which the page's own policy forbids.
    const page = await opened({ bypassCSP: true });
    const { complaints, requested } = heard(page);
    await page.goto(`${sites[site].origin}${path}`);
    await page.evaluate(axe);
    await layOutWhole(page);
    const found: string[] = [];
    for (const width of [WIDEST, ...WIDTHS]) {
      await page.setViewportSize({ width, height: 900 });
      const beyond = await page.evaluate(widthBeyond);
      if (beyond > 0) found.push(`${width}: scrolls sideways by ${beyond} px`);
      if (width === WIDEST) continue;
      for (const colorScheme of THEMES) {
        await page.emulateMedia({ colorScheme });
        const violations = await page.evaluate(violationsIn, RULES[colorScheme]);
        found.push(...violations.map((violation) => `${width} ${colorScheme}: ${violation}`));
      }
    }
    await page.context().close();
    expect(found.slice(0, 10)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(requested.filter((address) => !address.startsWith(`${sites[site].origin}/`))).toEqual([]);
  });

  test.each([
    ['at 1280 px and 400 % zoom', { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }, 1],
    ['with text of twice the size', { viewport: { width: 640, height: 800 } }, 2],
  ])('needs no sideways scrolling %s', async (_, options, enlarged) => {
    const page = await opened({ bypassCSP: true, ...options });
    await page.goto(`${sites[site].origin}${path}`);
    await page.addStyleTag({ content: `html { font-size: ${enlarged * 17}px !important }` });
    await layOutWhole(page);
    const beyond = await page.evaluate(widthBeyond);
    await page.context().close();
    expect(beyond).toBeLessThanOrEqual(0);
  });

  test('is printed whole: nothing is cut off at a side, nothing is folded', async () => {
    const page = await opened({ viewport: SHEET });
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${sites[site].origin}${path}`);
    await page.evaluate(() => document.fonts.ready);
    const cut = await page.evaluate(cutOff);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    await page.context().close();
    expect(cut).toEqual([]);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

async function opened(options: Parameters<Browser['newContext']>[0]): Promise<Page> {
  return (await browser.newContext(options)).newPage();
}

/** What the page asks for and complains about. */
function heard(page: Page): { complaints: string[]; requested: string[] } {
  const complaints: string[] = [];
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  page.on('console', (message) => {
    // Browsers ask for it where a page, such as a mail, names no icon.
    const icon = message.location().url.endsWith('/favicon.ico');
    if (message.type() === 'error' && !icon) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { complaints, requested };
}

/** What is folded is looked at too; posts that are off screen must be laid out to be measured. */
async function layOutWhole(page: Page): Promise<void> {
  await page.addStyleTag({ content: '* { content-visibility: visible !important }' });
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    return document.fonts.ready;
  });
}

function widthBeyond(): number {
  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}

/** Elements whose content is wider than they are and does not show, and folds that hide theirs. */
function cutOff(): string[] {
  const named = (element: Element) => `${element.tagName} ${element.className}`;
  const shown = [...document.body.querySelectorAll('*')].filter(
    (element) => element.checkVisibility() && !element.closest('.visually-hidden, .onward, svg'),
  );
  const narrow = shown.filter(
    (element) =>
      getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1,
  );
  const beyond = shown.filter((element) => {
    const { right, width } = element.getBoundingClientRect();
    return width > 0 && right > document.documentElement.clientWidth + 1;
  });
  const folded = shown.filter(
    (element) =>
      element instanceof HTMLDetailsElement &&
      [...element.children].some((child) => child.localName !== 'summary' && !child.checkVisibility()),
  );
  return [...narrow, ...beyond, ...folded].slice(0, 10).map(named);
}

async function violationsIn(options: object): Promise<string[]> {
  const { axe: checker } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } };
  const { violations } = await checker.run({ ...options, resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}
