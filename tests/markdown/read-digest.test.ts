import { expect, test } from 'vitest';
import { parseDigest } from '../../src/markdown/digest-syntax.ts';
import { findingsOf } from '../../src/markdown/findings.ts';
import { readDigest } from '../../src/markdown/read-digest.ts';
import { gatherEvidence } from '../../src/quotes/evidence.ts';
import { readThread } from '../../src/quotes/reading.ts';
import { threadOf } from '../quotes/threads.ts';

const evidence = gatherEvidence([
  readThread(
    threadOf({
      a: { by: 'ines', html: '<p>The timetable says 07:40. The ferry says otherwise.</p>' },
      b: { by: 'bo', to: 'a', html: '<p>It was cancelled in January; the PDF was not.</p>' },
      c: {
        by: 'petra',
        to: 'b',
        html: '<p>We heard about the cancellation in January, and nobody owned the export.</p>',
      },
      d: { by: 'bo', to: 'c', html: '<p>I think we all knew.</p>' },
      e: { by: 'petra', to: 'd', html: '<p>I think we all knew.</p>' },
    }),
  ),
]);
const POLICY = {
  altered: 'error',
  misattributed: 'error',
  unsourced: 'warning',
  long: 'warning',
} as const;
const read = (markdown: string) => readDigest(parseDigest(markdown), evidence);
const findings = (markdown: string) => findingsOf(read(markdown), POLICY);

test('a block quote is traced without a word of syntax', () => {
  expect(read('It began so:\n\n> The ferry says otherwise.\n').quotes).toMatchObject([
    { line: 3, fidelity: 'verbatim', source: { thread: 'ferry', post: 'a' }, attribution: null },
  ]);
});

test.each([
  ['a handle', '— @petra', { name: '@petra' }],
  ['a name', '— Petra Holm', { name: 'Petra Holm' }],
  ['a first name', '— Petra', { name: 'Petra' }],
  ['two hyphens for a dash', '-- @petra', { name: '@petra' }],
  ['a post', '— [](#c)', { post: { post: 'c' } }],
  ['a post of a thread', '— [Petra](ferry#c)', { post: { thread: 'ferry', post: 'c' }, name: 'Petra' }],
])('an attribution by %s is read and checked', (_, line, attribution) => {
  for (const separator of ['\n> ', '\n>\n> ']) {
    const { quotes } = read(
      `> We heard about the cancellation in January […] nobody owned the export.${separator}${line}\n`,
    );
    expect(quotes).toMatchObject([{ fidelity: 'abridged', attribution, source: { post: 'c' } }]);
    expect(quotes[0]?.misattributed).toBeUndefined();
    expect(quotes[0]?.text).not.toContain('petra');
  }
});

test.each([
  ['another participant', '> The ferry says otherwise.\n> — @bo', '@bo'],
  ['a handle that nobody has', '> The ferry says otherwise.\n> — @inez', '@inez'],
  ['somebody else’s post', '> The ferry says otherwise.\n> — [Bo](#b)', 'Bo'],
])('a quote that names %s is misattributed', (_, markdown, named) => {
  expect(read(markdown).quotes).toMatchObject([
    { fidelity: 'verbatim', source: { post: 'a' }, misattributed: named },
  ]);
  expect(findings(markdown)).toMatchObject([{ severity: 'error', code: 'misattributed', line: 1 }]);
});

test('a work outside the site is external, by its link or by a name that no participant bears', () => {
  const { quotes } = read(
    '> Ferries are only late when somebody waits.\n> — Jane Doe, [Tides](https://tides.example/late)\n\nand\n\n> Late is a state of the quay.\n> — Jane Doe\n',
  );
  expect(quotes).toMatchObject([
    { fidelity: 'external', attribution: { name: 'Jane Doe', url: 'https://tides.example/late' } },
    { fidelity: 'external', attribution: { name: 'Jane Doe' } },
  ]);
});

test('words of a participant that no post holds are not external', () => {
  expect(read('> I resign from the harbour board today.\n> — Petra Holm').quotes).toMatchObject([
    { fidelity: 'unsourced' },
  ]);
  expect(read('> I resign from the harbour board today.\n> — @petra').quotes).toMatchObject([
    { fidelity: 'unsourced' },
  ]);
});

test('a falsified quote is an error that says what was written and what was said', () => {
  expect(
    findings('\n\n> We knew about the cancellation in January, and nobody owned the export.'),
  ).toMatchObject([
    {
      line: 3,
      severity: 'error',
      code: 'altered',
      misquote: {
        wrote: 'We knew about the cancellation in January, and nobody owned the export.',
        said: 'We heard about the cancellation in January, and nobody owned the export.',
        by: 'Petra Holm',
        thread: 'ferry',
        post: 'c',
      },
    },
  ]);
});

test.each([
  ['a short falsified quote', '> It was cancelled in February; the PDF was not.'],
  ['a negation', '> We never heard about the cancellation in January, and nobody owned the export.'],
  ['a few words changed', '> We knew of the cancellation in January, and nobody owned that export.'],
])('%s is an error too', (_, markdown) => {
  expect(findings(markdown)).toMatchObject([{ severity: 'error', code: 'altered' }]);
});

test('a marked change is no finding', () => {
  expect(findings('> We [knew] about the cancellation in January, and nobody owned the export.')).toEqual([]);
});

test('a quotation of four words or more in the prose is checked', () => {
  const { quotes } = read(
    'Petra said that “nobody owned the export”, and Bo that "it is over now, friends."',
  );
  expect(quotes).toMatchObject([
    { fidelity: 'verbatim', source: { post: 'c' }, line: 1 },
    { fidelity: 'unsourced', line: 1 },
  ]);
  expect(findings('He said “it is over now, friends”.')).toMatchObject([
    { severity: 'warning', code: 'unsourced' },
  ]);
  expect(findings('The “ferry” and the “so called” `"export that nobody owned"`.')).toEqual([]);
});

test('words that two people said are nobody’s until the quote names one', () => {
  expect(read('> I think we all knew.').quotes).toMatchObject([{ fidelity: 'unsourced' }]);
  expect(read('> I think we all knew.\n> — @petra').quotes).toMatchObject([{ source: { post: 'e' } }]);
});

test('a quote within a quote is judged by itself', () => {
  const { quotes } = read(
    '> > The ferry says otherwise.\n>\n> It was cancelled in January; the PDF was not.\n>\n> — @bo\n',
  );
  expect(quotes).toMatchObject([
    { depth: 1, source: { post: 'b' }, text: 'It was cancelled in January; the PDF was not.' },
    { depth: 2, source: { post: 'a' } },
  ]);
});

test('directives lead to posts; what they cannot follow is an error', () => {
  const { embeds } = read('::post{#b}\n\n::thread{#a depth=2}\n\n::thread{#a}');
  expect(embeds.map(({ post, depth }) => [post.reading.post.id, depth])).toEqual([
    ['b', 0],
    ['a', 2],
    ['a', 3],
  ]);
  expect(findings('::post{#x}')).toMatchObject([{ code: 'unknown-post', severity: 'error', line: 1 }]);
  for (const depth of ['abc', '0', '-1', '1.5', '1000']) {
    expect(findings(`::thread{#a depth=${depth}}`)).toMatchObject([{ code: 'bad-depth', severity: 'error' }]);
  }
  expect(findings('::video{#b}')).toMatchObject([{ code: 'unknown-directive', severity: 'error' }]);
  expect(findings(':::post{#b}\n:::')).toMatchObject([{ code: 'unknown-directive', severity: 'error' }]);
});

test('colons in prose are not directives', () => {
  expect(findings('At 10:30 the :smile: went foo:bar, and ::so it stays.')).toEqual([]);
});

test('HTML in a digest is an error, a comment is not', () => {
  expect(findings('<b>bold</b>')).toMatchObject([{ code: 'raw-html' }, { code: 'raw-html' }]);
  expect(findings('<!-- to do -->')).toEqual([]);
});

test('the policy says what stops the build', () => {
  const reading = read('> It was cancelled in February; the PDF was not.');
  expect(findingsOf(reading, { ...POLICY, altered: 'warning' })).toMatchObject([{ severity: 'warning' }]);
  expect(findingsOf(reading, { ...POLICY, altered: 'ignore' })).toEqual([]);
});

test('words that were redacted in a thread may not stand in a digest, quoted or not', () => {
  const { problems } = readDigest(
    parseDigest('Ring 555-\n**0100**.\n\n> > 555‑0100\n\nRing them.'),
    evidence,
    ['555- 0100', '555-0100'],
  );
  expect(problems).toMatchObject([
    { line: 1, code: 'redacted-words' },
    { line: 4, code: 'redacted-words' },
  ]);
});

test('text behind a comment is not swallowed in silence', () => {
  expect(read('<!-- to do --> The ferry sails.').problems).toMatchObject([{ code: 'raw-html' }]);
  expect(read('<!-- to do -->\n\nThe ferry sails.').problems).toEqual([]);
});

test('whom somebody only guessed to be the author makes no name wrong, and is not stated', () => {
  const thread = threadOf({ a: { by: 'bo', html: '<p>Nobody told the harbour about the tide.</p>' } });
  const guessed = thread.posts.map((post) => ({ ...post, inferred: ['author' as const] }));
  const among = gatherEvidence([readThread({ ...thread, posts: guessed })]);
  const judge = (markdown: string) => findingsOf(readDigest(parseDigest(markdown), among), POLICY);
  expect(judge('> Nobody told the harbour about the tide.\n>\n> — @ines')).toEqual([]);
  expect(judge('> Nobody told the harbour about the ebb.')).toMatchObject([{ misquote: { by: null } }]);
});

test.each([
  ['<p>I did not see the river rise.</p>', '> I did ~~not~~ see the river rise.', 'altered'],
  ['<p>I did <del>not</del> see the river rise.</p>', '> I did not see the river rise.', 'altered'],
  ['<p>I did <del>not</del> see the river rise.</p>', '> I did ~~not~~ see the river rise.', 'verbatim'],
  ['<p>I did <del>not</del> see the river rise.</p>', '> I did […] see the river rise.', 'abridged'],
  ['<p>I did not see the river rise.</p>', '> I did ~~not~~ see […] rise.', 'altered'],
])('of %j, %j is %s: words struck out are not words said', (html, markdown, fidelity) => {
  const among = gatherEvidence([readThread(threadOf({ a: { by: 'bo', html } }))]);
  expect(readDigest(parseDigest(markdown), among).quotes).toMatchObject([{ fidelity }]);
});
