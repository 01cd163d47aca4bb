import { expect, test } from 'vitest';
import { relatedTags, tagsOf } from '../../src/site/tags.ts';

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

test('related tags are those that most of the digests of a tag carry, too', () => {
  const digests = [['boats', 'floods'], ['boats', 'floods', 'birds'], ['birds'], ['boats']].map((names) => ({
    tags: names.map(tag),
  }));
  const boats = tagsOf(digests).find(({ slug }) => slug === 'boats');
  expect(boats && relatedTags(boats)).toEqual([
    { slug: 'floods', name: 'floods', href: '/tags/floods/', count: 2 },
    { slug: 'birds', name: 'birds', href: '/tags/birds/', count: 1 },
  ]);
});
