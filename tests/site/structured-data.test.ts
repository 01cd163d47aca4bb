import jsonld, { type JsonLdDocument } from 'jsonld';
import { expect, test } from 'vitest';
import type { Quotation } from '../../src/site/quotations.ts';
import { settingsSchema } from '../../src/site/settings.ts';
import {
  articleData,
  type DataPlace,
  discussionData,
  siteData,
  structuredData,
  trailData,
} from '../../src/site/structured-data.ts';
import type { ExcerptView } from '../../src/site/thread-excerpts.ts';
import type { DigestView, ThreadPage } from '../../src/site/views.ts';

const PLACE: DataPlace = {
  site: new URL('https://quay.example'),
  base: '/notes',
  settings: settingsSchema.parse({
    title: 'Quay',
    editors: [{ name: 'Sanna Ekdahl', url: 'https://quay.example/sanna' }],
  }),
};
const DIGEST = {
  slug: 'ferry',
  title: 'The ferry',
  date: '2026-03-11',
  summary: 'A sailing that was not.',
  editors: ['Sanna Ekdahl', 'Bo Lindqvist'],
  tags: [{ name: 'transit', href: '/notes/tags/transit/' }],
  lang: 'en',
  threads: [{ title: 'Where is the 07:40?', href: '/notes/threads/ferry/' }],
} as unknown as DigestView;
const QUOTATION: Quotation = {
  anchor: 'quote-1',
  paragraphs: ['One.', 'Two.'],
  author: { name: 'Ines Kovar', monogram: 'IK', voice: 3 },
  published: '2026-03-03T08:00:00Z',
  href: '/notes/threads/ferry/#a--0-4',
};

const excerpt = (id: string, parent: string | null): ExcerptView => ({ id, parent, text: `Said ${id}.` });
const pageWith = (excerpts: readonly ExcerptView[]) =>
  ({ thread: { id: 'ferry', title: 'The ferry', posts: 9 }, excerpts }) as unknown as ThreadPage;

/** As a machine reads it: every term an address of schema.org. */
async function expanded(data: object): Promise<string> {
  const documentLoader = async (address: string) => {
    expect(address).toBe('https://schema.org');
    return { contextUrl: undefined, documentUrl: address, document: { '@context': CONTEXT } };
  };
  return JSON.stringify(await jsonld.expand(data as JsonLdDocument, { documentLoader }));
}
const CONTEXT = { '@vocab': 'https://schema.org/', id: '@id', type: '@type', url: { '@type': '@id' } };

test('a digest is an article by its editors, that cites its threads and holds its quotes', () => {
  expect(articleData(DIGEST, [QUOTATION], true, PLACE)).toMatchObject({
    '@type': 'Article',
    url: 'https://quay.example/notes/digests/ferry/',
    image: 'https://quay.example/notes/digests/ferry/card.png',
    author: [{ name: 'Sanna Ekdahl', url: 'https://quay.example/sanna' }, { name: 'Bo Lindqvist' }],
    citation: [{ '@type': 'DiscussionForumPosting', url: 'https://quay.example/notes/threads/ferry/' }],
    hasPart: [
      {
        '@type': 'Quotation',
        url: 'https://quay.example/notes/digests/ferry/#quote-1',
        text: 'One.\n\nTwo.',
        creator: { '@type': 'Person', name: 'Ines Kovar' },
        isBasedOn: 'https://quay.example/notes/threads/ferry/#a--0-4',
      },
    ],
    mentions: [{ '@type': 'Person', name: 'Ines Kovar' }],
  });
});

test('a digest without a card names no picture', () => {
  expect(articleData(DIGEST, [], false, PLACE)).not.toHaveProperty('image');
});

test('of many quotes so many are told as a page can carry, and each speaker once', () => {
  const data = articleData(
    DIGEST,
    Array.from({ length: 50 }, () => QUOTATION),
    false,
    PLACE,
  ) as never;
  expect(data).toMatchObject({ mentions: [{ name: 'Ines Kovar' }] });
  expect((data as { hasPart: unknown[] }).hasPart).toHaveLength(20);
});

test('a thread is a posting, and each comment stands below what it answers', () => {
  const excerpts = [excerpt('a', null), excerpt('b', 'a'), excerpt('c', 'b'), excerpt('d', null)];
  expect(discussionData(pageWith(excerpts), PLACE)).toMatchObject({
    '@type': 'DiscussionForumPosting',
    text: 'Said a.',
    interactionStatistic: { userInteractionCount: 8 },
    comment: [
      { url: 'https://quay.example/notes/threads/ferry/#b', comment: [{ text: 'Said c.' }] },
      { url: 'https://quay.example/notes/threads/ferry/#d' },
    ],
  });
});

test('a thread of which nothing may be told has a title and an address', () => {
  const data = discussionData(pageWith([]), PLACE);
  expect(data).toMatchObject({ headline: 'The ferry', comment: [] });
  expect(data).not.toHaveProperty('text');
});

test('a JSON-LD processor reads every term, and finds whole addresses', async () => {
  const data = structuredData(
    siteData(PLACE),
    articleData(DIGEST, [QUOTATION], true, PLACE),
    discussionData(pageWith([excerpt('a', null), excerpt('b', 'a')]), PLACE),
    trailData([{ name: 'Home', href: '/notes/' }], PLACE),
  );
  const read = await expanded(data);
  for (const type of [
    'WebSite',
    'SearchAction',
    'Article',
    'Quotation',
    'DiscussionForumPosting',
    'Comment',
    'BreadcrumbList',
  ])
    expect(read).toContain(`"https://schema.org/${type}"`);
  expect(read).toContain('https://quay.example/notes/search/?q={search_term_string}');
  expect(read).not.toMatch(/"@id":"\//);
});
