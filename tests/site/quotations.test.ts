import { expect, test } from 'vitest';
import { parseDigest } from '../../src/markdown/digest-syntax.ts';
import { readDigest } from '../../src/markdown/read-digest.ts';
import { gatherEvidence } from '../../src/quotes/evidence.ts';
import { readThread } from '../../src/quotes/reading.ts';
import { leadQuotation, type Quotation, quotationsIn } from '../../src/site/quotations.ts';
import type { Post, Thread } from '../../src/thread/schema.ts';

const WORDS = 'The timetable says 07:40. The ferry says otherwise, every morning.';

function threadWith(post: Partial<Post>, wishes: readonly 'no-quote'[] = []): Thread {
  return {
    format: 1,
    id: 'ferry',
    title: 'The ferry',
    origin: { platform: 'mastodon', importer: 'mastodon' },
    people: { ines: { handle: '@ines', name: 'Ines Kovar', ...(wishes.length > 0 ? { wishes } : {}) } },
    posts: [
      {
        id: 'a',
        author: 'ines',
        parent: null,
        published: '2026-03-03T08:00:00Z',
        body: { html: `<p>${WORDS}</p>` },
        ...post,
      },
    ],
  };
}

function quotations(markdown: string, thread = threadWith({})): readonly Quotation[] {
  const { quotes } = readDigest(parseDigest(markdown), gatherEvidence([readThread(thread)]));
  return quotationsIn(quotes, {
    anchorOf: (index) => `quote-${index + 1}`,
    authorOf: () => ({ id: 'ferry ines', name: 'Ines Kovar', handle: '@ines', monogram: 'IK', voice: 17 }),
    hrefOf: ({ thread: id, reading }) => `/threads/${id}/#${reading.post.id}`,
  });
}

const QUOTE = `> ${WORDS}\n`;

test('a quote leaves the page with its words, its author, its date and the way to the passage', () => {
  const original = 'https://quay.example/@ines/1';
  expect(quotations(QUOTE, threadWith({ url: original, lang: 'en' }))).toEqual([
    {
      anchor: 'quote-1',
      paragraphs: [WORDS],
      author: { name: 'Ines Kovar', monogram: 'IK', voice: 17 },
      published: '2026-03-03T08:00:00Z',
      lang: 'en',
      href: `/threads/ferry/#a--0-${WORDS.length}`,
      original,
    },
  ]);
});

test('what was abridged leaves with its marks, and lines that were only wrapped become one', () => {
  expect(quotations('> The timetable\n> says 07:40. […] every morning.\n')[0]?.paragraphs).toEqual([
    'The timetable says 07:40. […] every morning.',
  ]);
});

test.each<[string, Partial<Post>]>([
  ['was deleted', { state: 'deleted' }],
  ['stands behind a content warning', { warning: 'weather' }],
  ['is marked sensitive', { sensitive: true }],
  ['has an author who was only inferred', { inferred: ['author'] }],
  [
    'hides words behind a spoiler mark',
    { body: { markdown: `${WORDS} >!The butler.!<`, flavour: 'reddit' } },
  ],
])('words of a post that %s stay on the page', (_, post) => {
  expect(quotations(QUOTE, threadWith(post))).toEqual([]);
});

test('words of somebody who asked not to be quoted stay on the page', () => {
  expect(quotations(QUOTE, threadWith({}, ['no-quote']))).toEqual([]);
});

test('a date that was only inferred does not leave with the words', () => {
  const [quotation] = quotations(QUOTE, threadWith({ inferred: ['published'] }));
  expect(quotation).not.toHaveProperty('published');
});

test.each([
  ['a quote that changes words', `> ${WORDS.replace('every morning', 'each morning')}\n`],
  ['a quote that somebody else is said to have said', `> ${WORDS}\n> — @bo\n`],
  ['a quote that nobody said', '> The harbour was closed for the whole of the winter.\n'],
  ['a quotation within a sentence', 'She said “The ferry says otherwise, every morning.”\n'],
  ['a quote that holds another', `> ${WORDS}\n>\n> > ${WORDS}\n`],
  ['a quote in a quote', `> > ${WORDS}\n`],
  ['a list', '> - The timetable says 07:40.\n> - The ferry says otherwise, every morning.\n'],
  [
    'words that the editor struck',
    '> The timetable says ~~07:40~~. The ferry says otherwise, every morning.\n',
  ],
])('%s stays on the page', (_, markdown) => {
  expect(quotations(markdown)).toEqual([]);
});

test('the first quote of moderate length speaks for the digest, or else the first', () => {
  const quotation = (text: string) => ({ paragraphs: [text] }) as unknown as Quotation;
  const [long, longer, short] = ['x'.repeat(300), 'y'.repeat(400), 'z'].map(quotation) as [
    Quotation,
    Quotation,
    Quotation,
  ];
  expect(leadQuotation([long, short])).toBe(short);
  expect(leadQuotation([long, longer])).toBe(long);
  expect(leadQuotation([])).toBeUndefined();
});
