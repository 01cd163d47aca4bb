import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { attribute, builtPages } from './built-page.ts';

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

test('only pages that search, quote or hold a thread run scripts, of at most 8 KB together, compressed', () => {
  const weights = pages.map(({ path, elements }) => {
    const sources = elements
      .filter(({ element }) => element.tagName === 'script')
      .filter(({ element }) => attribute(element, 'type') !== 'application/ld+json')
      .map(({ element }) => attribute(element, 'src') ?? `inline on ${path}`);
    const all = withImported(sources);
    return { path, weight: all.reduce((sum, name) => sum + compressed(readFileSync(join(dist, name))), 0) };
  });
  for (const { path, weight } of weights) {
    expect(weight, path).toBeLessThanOrEqual(8 * KILOBYTE);
    expect(weight > 0, path).toBe(/^\/(?:digests|threads)\/[^/]+\/(?:\d+\/)?$|^\/search\/$/.test(path));
  }
});

/** The scripts with all that they import, each once. */
function withImported(sources: readonly string[]): readonly string[] {
  const found = new Set(sources);
  for (const source of found) {
    const text = readFileSync(join(dist, source), 'utf8');
    for (const [, name = ''] of text.matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g))
      found.add(`/_astro/${name}`);
  }
  return [...found];
}
