import { expect, test } from 'vitest';
import { findBrokenLinks, internalLinks } from '../../src/cli/check-links.ts';
import { parseDigest } from '../../src/markdown/digest-syntax.ts';

const destinations = {
  digests: new Set(['the-ferry']),
  tags: new Set(['open-data']),
  issues: new Set(['12']),
  people: true,
  hasFile: (path: string) => path === 'map.png',
  hasPost: (thread: string, post: string | undefined) =>
    thread === 'ferry' && (post === undefined || post === 'a1'),
};
const broken = (url: string) =>
  findBrokenLinks(internalLinks(parseDigest(`See\n[this](${url}).`)), destinations);

test.each([
  '/',
  '/archive/',
  '/digests/the-ferry/',
  '/digests/the-ferry/#quote-4',
  '/threads/ferry/',
  '/threads/ferry',
  '/threads/ferry/#a1',
  '/threads/ferry/#a1--3-14:~:text=so',
  '/threads/ferry/2/#a1-quotes',
  '/threads/ferry.json',
  '/tags/open%2Ddata/',
  '/issues/',
  '/issues/12/',
  '/people/',
  '/people/ines-k3f9qd7abc/',
  '/map.png',
  '/feed.xml',
  'https://quay.example/nothing-here',
  'mailto:desk@quay.example',
  '#a-heading',
])('%s leads somewhere', (url) => {
  expect(broken(url)).toEqual([]);
});

test.each([
  '/digests/the-fery/',
  '/threads/fery/',
  '/threads/ferry/#b2',
  '/tags/boats/',
  '/issues/13/',
  '/issues/12/3/',
  '/people/ines/2/',
  '/map.jpg',
  '2026-03-11-ferry.md',
  'threads/ferry/',
  '/threads/ferry/2/3/',
  '/%E0%A4%A/',
])('%s is a broken link, with its line', (url) => {
  expect(broken(url)).toMatchObject([{ line: 2, code: 'broken-link', severity: 'error' }]);
});

test('links by reference are followed too', () => {
  expect(
    findBrokenLinks(internalLinks(parseDigest('[this][1]\n\n[1]: /threads/fery/')), destinations),
  ).toMatchObject([{ line: 3 }]);
});
