import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { attribute, builtFiles, builtPages } from './built-page.ts';

const KILOBYTE = 1024;
const dist = inject('example');
const pages = builtPages(dist);
const digests = pages.filter(({ path }) => path.startsWith('/digests/'));
const compressed = (bytes: string | Buffer) => gzipSync(bytes, { level: 9 }).length;
const styleOf = (html: string) =>
  [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) =>
    readFileSync(join(dist, href)),
  );

test('the stylesheets of a page are at most 14 KB, compressed', () => {
  for (const { html } of pages) {
    const styles = styleOf(html);
    expect(styles.length).toBeGreaterThan(0);
    expect(compressed(Buffer.concat(styles))).toBeLessThanOrEqual(14 * KILOBYTE);
  }
});

test.each(digests)('$path is at most 60 KB with its stylesheet, compressed', ({ html }) => {
  expect(compressed(html) + compressed(Buffer.concat(styleOf(html)))).toBeLessThanOrEqual(60 * KILOBYTE);
});

test('there are digests to weigh', () => {
  expect(digests.length).toBeGreaterThanOrEqual(3);
});

test('only the page that searches runs a script, of at most 8 KB, compressed', () => {
  const running = pages.flatMap(({ path, elements }) =>
    elements
      .filter(({ element }) => element.tagName === 'script')
      .filter(({ element }) => attribute(element, 'type') !== 'application/ld+json')
      .map(({ element }) => ({ path, source: attribute(element, 'src') ?? '' })),
  );
  expect(running.map(({ path }) => path)).toEqual(['/search/']);
  const scripts = builtFiles(dist).filter((name) => /\.[cm]?js$/.test(name) && !name.startsWith('pagefind/'));
  expect(running.map(({ source }) => source)).toEqual(scripts.map((name) => `/${name}`));
  for (const name of scripts)
    expect(compressed(readFileSync(join(dist, name)))).toBeLessThanOrEqual(8 * KILOBYTE);
});
