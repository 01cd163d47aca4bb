import type { RootContent } from 'mdast';
import { expect, test } from 'vitest';
import type { Edition } from '../../../src/site/editions/edition.ts';
import { mailPage } from '../../../src/site/editions/mail-page.ts';
import { wordsFor } from '../../../src/site/words/index.ts';

const MOST_BYTES = 100_000;
const words = wordsFor('en');

function edition(children: RootContent[]): Edition {
  return {
    title: 'The <ferry> & the key',
    summary: 'A key was found.',
    date: '2026-03-11',
    editors: ['Ada'],
    lang: 'en',
    address: 'https://quay.example/digests/ferry/',
    tree: { type: 'root', children },
    threads: [],
    site: { title: 'Notes', address: 'https://quay.example/' },
    words,
  };
}

const paragraph = (value: string): RootContent => ({
  type: 'paragraph',
  children: [{ type: 'text', value }],
});
const heading = (value: string): RootContent => ({
  type: 'heading',
  depth: 2,
  children: [{ type: 'text', value }],
});

test('a short mail is whole and does not say that there is more', () => {
  const html = mailPage(edition([paragraph('All of it.')]));
  expect(html).toContain('All of it.');
  expect(html).not.toContain(words.edition.readOn);
});

test('a mail that is too long ends between two blocks, says so, leads to the rest, and is as long as it may be', () => {
  const text = 'The ferry did not run. '.repeat(20);
  const parts = Array.from({ length: 400 }, (_, n) => [heading(`Part ${n}`), paragraph(`${text}(${n})`)]);
  const html = mailPage(edition(parts.flat()));
  const bytes = Buffer.byteLength(html);
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  expect(bytes).toBeGreaterThan(MOST_BYTES - 2000);
  const cut = html.indexOf(words.edition.readOn);
  expect(cut).toBeGreaterThan(0);
  expect(html.slice(cut)).toContain('https://quay.example/digests/ferry/');
  const blocks = [...html.slice(0, cut).matchAll(/<\/(h2|p)>/g)].map(([, name]) => name);
  expect(blocks.at(-1)).toBe('p');
});

test('a mail whose first block is too long by itself has none of it', () => {
  const html = mailPage(edition([paragraph('x '.repeat(80_000))]));
  expect(Buffer.byteLength(html)).toBeLessThan(10_000);
  expect(html).toContain(words.edition.readOn);
});

test('a title and words stay text', () => {
  const html = mailPage(edition([paragraph('<script>alert(1)</script>')]));
  expect(html).not.toContain('<script');
  expect(html).not.toContain('<ferry');
});

test('a quote says its speaker and how faithful it is in words, and closes', () => {
  const figure = {
    fidelity: 'abridged',
    speaker: { name: 'Petra Holm', monogram: 'P', voice: 3 },
    passageHref: 'https://quay.example/threads/ferry/#p--1-9',
    published: '2026-03-03T08:12:00Z',
    lang: 'ar',
  } as const;
  const quote: RootContent = {
    type: 'blockquote',
    data: { figure },
    children: [{ type: 'paragraph', children: [{ type: 'text', value: 'مرحبا' }] }],
  };
  const html = mailPage(edition([quote]));
  expect(html).toMatch(/Petra Holm<\/strong>, <a [^>]*>3 March 2026<\/a>, <span [^>]*>abridged<\/span>/);
  expect(html).toMatch(/<blockquote[^>]* lang="ar"/);
  expect(html).toMatch(/border-right: 3px solid/);
  expect(html).toMatch(/border-bottom: 3px solid/);
});
