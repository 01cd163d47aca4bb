import { expect, test } from 'vitest';
import {
  digestAddress,
  fileAddress,
  furtherPages,
  pageAddress,
  postAddress,
  tagAddress,
  tagSlug,
  threadAddress,
  threadDataAddress,
} from '../../src/site/addresses.ts';

test.each([
  ['/', '/threads/ferry-rfc/'],
  ['', '/threads/ferry-rfc/'],
  ['/notes', '/notes/threads/ferry-rfc/'],
  ['/notes/', '/notes/threads/ferry-rfc/'],
  ['/a/b/', '/a/b/threads/ferry-rfc/'],
])('a thread under the base path "%s" stands at %s', (base, address) => {
  expect(threadAddress(base, 'ferry-rfc')).toBe(address);
});

test('only the pages after the first carry a number', () => {
  expect(threadAddress('/', 'ferry-rfc', 1)).toBe('/threads/ferry-rfc/');
  expect(threadAddress('/', 'ferry-rfc', 2)).toBe('/threads/ferry-rfc/2/');
  expect(postAddress('/', 'ferry-rfc', 'r8t2vn', 2)).toBe('/threads/ferry-rfc/2/#r8t2vn');
  expect(furtherPages(3)).toEqual([2, 3]);
  expect(furtherPages(1)).toEqual([]);
  expect(furtherPages(0)).toEqual([]);
});

test('files have no slash at the end, pages have one', () => {
  expect(fileAddress('/notes/', 'feed.xml')).toBe('/notes/feed.xml');
  expect(threadDataAddress('/', 'ferry-rfc')).toBe('/threads/ferry-rfc.json');
  expect(pageAddress('/notes')).toBe('/notes/');
  expect(pageAddress('/', 'archive')).toBe('/archive/');
  expect(digestAddress('/', 'the ferry')).toBe('/digests/the%20ferry/');
});

test.each([
  ['Open data', 'open-data'],
  ['open-data', 'open-data'],
  ['C++ & friends', 'c-friends'],
  ['Straße', 'straße'],
  ['時刻表', '時刻表'],
  ['हिन्दी', 'हिन्दी'],
  ['../../etc', 'etc'],
  ['???', 'tag'],
])('the tag "%s" is called "%s" in addresses', (tag, slug) => {
  expect(tagSlug(tag)).toBe(slug);
  expect(tagSlug(slug)).toBe(slug);
  expect(decodeURIComponent(tagAddress('/', tag))).toBe(`/tags/${slug}/`);
});
