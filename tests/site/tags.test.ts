import { expect, test } from 'vitest';
import { tagsOf } from '../../src/site/tags.ts';

const tag = (name: string) => ({ name, href: `/tags/${name}/` });

test('tags that have one address are one tag, and a digest stands in it once', () => {
  const newer = { slug: 'newer', tags: [tag('Open data'), tag('open-data')] };
  const older = { slug: 'older', tags: [tag('open data'), tag('boats')] };
  expect(tagsOf([newer, older]).map(({ slug, name, digests }) => [slug, name, digests])).toEqual([
    ['boats', 'boats', [older]],
    ['open-data', 'Open data', [newer, older]],
  ]);
  expect(tagsOf([{ tags: [] }])).toEqual([]);
});
