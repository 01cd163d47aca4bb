import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from '../site/browser.ts';
import { attribute, builtFiles, builtPages } from './built-page.ts';
import { type Served, serve } from './serve.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const dist = inject('example');
const pages = builtPages(dist);
const htmlOf = (path: string) => pages.find((page) => page.path === path)?.html ?? '';
const edda = pages.find(({ path }) => path.startsWith('/people/edda-linfold-example-'))?.path ?? '';
const THREAD = '/threads/quiet-weir/';

let served: Served;
let browser: Browser;

beforeAll(async () => {
  served = await serve(dist);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  served?.close();
});

async function opened(path: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, ...options });
  await page.goto(`${served.origin}${path}`);
  return page;
}

describe('people', () => {
  test('have a page with the words that digests quote, and the ways to all their posts', async () => {
    const page = await opened(edda);
    expect(await page.locator('h1').textContent()).toContain('Edda Marrow');
    const quotes = page.locator('section[aria-labelledby="in-digests"] q');
    expect(await quotes.first().textContent()).toMatch(/^I rang the chapel bell at ten to three/);
    expect(await page.locator('.openings li').count()).toBe(10);
    await quotes.first().click();
    await page.waitForURL(/\/digests\/[^#]+#quote-\d+$/);
    await page.locator(':target').waitFor();
    await page.close();
  });

  test('are not for search engines, in their pages, their list and the sitemap', () => {
    const theirs = pages.filter(({ path }) => path.startsWith('/people/'));
    expect(theirs.length).toBeGreaterThan(20);
    for (const { html, path } of theirs)
      expect(html, path).toContain('<meta name="robots" content="noindex">');
    const sitemap = builtFiles(dist).filter((name) => /^sitemap-\d/.test(name));
    expect(sitemap.length).toBeGreaterThan(0);
    for (const name of sitemap) expect(readFileSync(join(dist, name), 'utf8')).not.toContain('/people/');
  });

  test('are led to from the speakers of threads and digests, by name to the ear', () => {
    for (const path of [THREAD, '/digests/2026-10-27-the-night-the-weir-went-quiet/']) {
      const links = pages
        .find((page) => page.path === path)
        ?.elements.filter(({ element }) => attribute(element, 'href') === edda);
      expect(links?.map(({ element }) => attribute(element, 'ariaLabel'))).toEqual([
        'Edda Marrow on this site',
      ]);
    }
  });

  test('whose names were only inferred have none', () => {
    expect(htmlOf('/people/')).not.toContain('@grete');
    expect(htmlOf('/threads/mistaken-for-a-flood/')).toContain('@grete');
  });
});

describe('issues', () => {
  test('show their digests in order, the editor’s introduction, and the way to the next', () => {
    const html = htmlOf('/issues/1/');
    expect(html).toMatch(/<h1[^>]*>Issue 1: Corrow Bridge<\/h1>/);
    expect(html).toContain('<em>forty lines</em>');
    expect(html.indexOf('The night the weir went quiet')).toBeLessThan(
      html.indexOf('A bird leaves. Water stays.'),
    );
    expect(html).toMatch(/<a rel="next" href="\/issues\/2\/">\s*Next: issue 2\s*<\/a>/);
    expect(htmlOf('/issues/2/')).toMatch(/<a rel="prev" href="\/issues\/1\/">/);
  });

  test('are listed, lead the home page, and stand in the navigation', () => {
    expect(htmlOf('/issues/').indexOf('Issue 2')).toBeLessThan(
      htmlOf('/issues/').indexOf('Issue 1: Corrow Bridge'),
    );
    expect(htmlOf('/')).toMatch(/The newest issue ·\s*<a href="\/issues\/2\/">Issue 2<\/a>/);
    expect(htmlOf('/archive/')).toMatch(/<a href="\/issues\/">\s*Issues\s*<\/a>/);
    expect(htmlOf('/digests/2026-11-03-a-bird-leaves/')).toContain('<a href="/issues/1/">');
  });

  test('are led to where a digest tells to see one', () => {
    expect(htmlOf('/digests/2026-11-17-mistaken-for-a-flood/')).toContain(
      '(see <a href="/issues/1/">issue 1</a>)',
    );
  });
});

test('a site without issues and without people does not lead to any', () => {
  const hard = builtPages(inject('hard'), '/notes');
  expect(hard.filter(({ path }) => path.startsWith('/notes/people'))).toEqual([]);
  for (const { html, path } of hard) {
    expect(html, path).not.toContain('href="/notes/issues/"');
    expect(html, path).not.toContain('href="/notes/people/');
  }
});

describe('the archive', () => {
  test('has a strip of months that lead to their digests', async () => {
    const page = await opened('/archive/', { viewport: { width: 320, height: 640 } });
    await page.getByRole('link', { name: 'Oct 2026: 1' }).click();
    expect(await page.locator(':target').textContent()).toBe('October');
    expect(await page.locator('nav[aria-label="Months"] li').count()).toBe(12);
    await page.close();
  });
});

describe('the figures of a thread', () => {
  test('are drawn with their names, and stand in tables too', async () => {
    const page = await opened(THREAD);
    await page.locator('details.figures > summary').click();
    const drawn = page.getByRole('img', { name: 'Who answered whom' });
    expect(await drawn.isVisible()).toBe(true);
    expect(await drawn.locator('desc').textContent()).toMatch(/^Most often .+ answered .+: \d times\.$/);
    await page.locator('details.figures details > summary').click();
    const rows = page.getByRole('table', { name: 'When they were written (UTC)' }).getByRole('row');
    const posts = await rows.getByRole('cell').allTextContents();
    expect(posts.map(Number).reduce((sum, amount) => sum + amount, 0)).toBe(52);
    await page.close();
  });

  test('carry no inline style, and arcs end at the rows of their names', async () => {
    const page = await opened(THREAD);
    await page.locator('details.figures > summary').click();
    expect(await page.locator('.figures [style]').count()).toBe(0);
    const heights = await page.evaluate(() => [
      document.querySelector('.arcs ol')?.getBoundingClientRect().height ?? 0,
      document.querySelector('.arcs svg')?.getBoundingClientRect().height ?? 1,
    ]);
    expect(Math.abs((heights[0] ?? 0) - (heights[1] ?? 1))).toBeLessThan(1);
    await page.close();
  });

  test('say nothing of time where no post has a date of its own', () => {
    expect(htmlOf('/threads/mistaken-for-a-flood/')).not.toContain('When they were written');
  });
});

describe.each([edda, '/people/', '/issues/', '/issues/1/', '/archive/', '/tags/floods/', THREAD])(
  '%s',
  (path) => {
    test.each([
      ['light', 320],
      ['light', 1440],
      ['dark', 320],
      ['dark', 1440],
    ] as const)('passes axe and needs no sideways scrolling, %s, %d px', async (colorScheme, width) => {
      const page = await opened(path, { bypassCSP: true, colorScheme, viewport: { width, height: 900 } });
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll('details.figures, .figures details'))
          fold.setAttribute('open', '');
      });
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const { axe: checker } = globalThis as unknown as {
          axe: { run(place: object, options: object): Promise<AxeResults> };
        };
        const place = { exclude: [['.thread']] };
        const { violations } = await checker.run(place, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
        });
        return violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
        );
      });
      expect(found).toEqual([]);
      await page.close();
    });
  },
);
