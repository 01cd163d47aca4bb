import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordsFor } from '../../src/site/words/index.ts';
import { openBrowser } from '../site/browser.ts';
import { builtFiles } from './built-page.ts';
import { makeProject, type Project } from './project.ts';
import { type Served, serve } from './serve.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const THREAD = 'threads/nineteen-readings/index.html';
const ENGLISH_DIGEST = 'content/digests/2026-11-03-a-bird-leaves.md';
const ENGLISH_FOLDER = 'digests/2026-11-03-a-bird-leaves/';
const ENGLISH = `${ENGLISH_FOLDER}index.html`;

let project: Project;
let browser: Browser;

beforeAll(async () => {
  project = await makeProject('example');
  browser = await openBrowser();
  const digest = readFileSync(join(project.root, ENGLISH_DIGEST), 'utf8');
  await project.write(ENGLISH_DIGEST, digest.replace(/^---\n/, '---\nlang: en\n'));
  await build('en');
});
afterAll(async () => {
  await browser?.close();
  await project?.remove();
});

/** One after the other in the same project: nothing of the language before may be kept. */
describe.each(['de', 'fr'])('a site in %s', (lang) => {
  const words = wordsFor(lang);
  let served: Served;

  beforeAll(async () => {
    const output = await build(lang);
    expect(output).not.toContain('has no texts');
    served = await serve(project.dist);
  });
  afterAll(() => served?.close());

  test('says on every page that it is, and speaks it there', () => {
    for (const name of pages()) {
      const html = read(name);
      expect(html, name).toMatch(
        name.startsWith(ENGLISH_FOLDER) ? /<html lang="en" dir="ltr"/ : `<html lang="${lang}" dir="ltr"`,
      );
      if (!name.endsWith('email.html')) expect(html, name).toContain(words.promise);
      expect(html, name).not.toContain(wordsFor('en').skip);
    }
  });

  test('says whose quotes they are, when, and how they end', () => {
    const html = read(THREAD);
    expect(html).toContain(`>${words.quote.end}</p>`);
    expect(html).toMatch(new RegExp(`datetime="[^"]+">${words.dates.moment('2026-10-19T07:37:00Z')}<`));
    expect(html).not.toContain(wordsFor('en').quote.end);
  });

  test('keeps a digest in English as it is, and says of its own texts that they are not', () => {
    const html = read(ENGLISH);
    expect(html).toMatch(new RegExp(`<footer class="site-footer" lang="${lang}" dir="ltr">`));
    expect(html).toMatch(new RegExp(`<figcaption lang="${lang}" dir="ltr">`));
  });

  test('gives its feeds in it', () => {
    expect(read('feed.xml')).toContain(`<language>${lang}</language>`);
    expect(read('feed.xml')).toContain(words.quote.end);
  });

  test.each([THREAD, 'index.html', 'archive/index.html'])('%s passes axe by WCAG 2.2 AA', async (name) => {
    const context = await browser.newContext({ bypassCSP: true, viewport: { width: 768, height: 900 } });
    const page = await context.newPage();
    await page.goto(addressOf(served, name));
    await page.evaluate(axe);
    const found = await page.evaluate(async (tags) => {
      const { axe: checker } = globalThis as unknown as {
        axe: { run(options: object): Promise<AxeResults> };
      };
      const { violations } = await checker.run({ runOnly: { type: 'tag', values: tags } });
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      );
    }, TAGS);
    await context.close();
    expect(found).toEqual([]);
  });

  test('needs no sideways scrolling at 320 px on any page', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    const wide: string[] = [];
    for (const name of pages()) {
      await page.goto(addressOf(served, name));
      await page.evaluate(() => document.fonts.ready);
      const scrolls = await page.evaluate(() => {
        for (const fold of document.querySelectorAll('details')) fold.open = true;
        return document.documentElement.scrollWidth > document.documentElement.clientWidth;
      });
      if (scrolls) wide.push(name);
    }
    await context.close();
    expect(wide).toEqual([]);
  });
});

test('a site in a language without texts is in English, and its editor is told once', async () => {
  const digest = readFileSync(join(project.root, ENGLISH_DIGEST), 'utf8');
  await project.write(ENGLISH_DIGEST, digest.replace('lang: en\n', 'lang: ar\n'));
  const output = await build('sv');
  expect(output.split('has no texts in "sv"')).toHaveLength(2);
  expect(output).toContain('the languages are en, de, fr');
  expect(read('index.html')).toContain('<html lang="en" dir="ltr"');
  expect(read('index.html')).toContain('<header class="nameplate" lang="sv" dir="ltr">');
  // A digest that is written from right to left turns its page, and not the texts around it.
  expect(read(ENGLISH)).toContain('<html lang="ar" dir="rtl"');
  expect(read(ENGLISH)).toContain('<header class="site-header" lang="en" dir="ltr">');
});

async function build(lang: string): Promise<string> {
  const settings = readFileSync(join(project.root, 'content/site.yaml'), 'utf8');
  await project.write('content/site.yaml', settings.replace(/^lang: .*$/m, `lang: ${lang}`));
  const { code, output } = await project.build();
  expect(code, output).toBe(0);
  return output;
}

function pages(): readonly string[] {
  return builtFiles(project.dist).filter((name) => name.endsWith('.html'));
}

function read(name: string): string {
  return readFileSync(join(project.dist, name), 'utf8');
}

function addressOf({ origin }: Served, name: string): string {
  return `${origin}/${name.replace(/index\.html$/, '')}`;
}
