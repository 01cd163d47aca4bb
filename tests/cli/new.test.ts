import { expect, test } from 'vitest';
import { draftOf } from '../../src/cli/drafting/draft-text.ts';
import { parseDigest } from '../../src/markdown/digest-syntax.ts';
import { readDigest } from '../../src/markdown/read-digest.ts';
import { gatherEvidence } from '../../src/quotes/evidence.ts';
import { readThread } from '../../src/quotes/reading.ts';
import { parseDigestFile } from '../../src/site/digest-files.ts';
import { applyOverlay, type Overlay } from '../../src/thread/overlay.ts';
import { type Post, threadSchema } from '../../src/thread/schema.ts';
import { context, FERRY, status } from './exports-made.ts';
import { project } from './run.ts';

const PEOPLE = {
  p1: { handle: '@ines@quay.example', name: 'Ines Kovar' },
  p2: { handle: '@bo@quay.example', name: 'Bo *the* Lindqvist' },
  p3: { handle: '@quiet@quay.example', name: 'Quiet One', wishes: ['no-quote'] },
};

function post(id: string, author: string, parent: string | null, plain: string, other: object = {}): object {
  return { id, author, parent, body: { plain }, ...other };
}

function draft(posts: readonly object[], overlay: Overlay = {}) {
  const origin = { platform: 'mastodon', importer: 'mastodon' };
  const thread = threadSchema.parse({
    format: 1,
    id: 'ferry',
    title: 'The "ferry": when?',
    origin,
    people: PEOPLE,
    posts,
  });
  const edited = applyOverlay(thread, overlay);
  const { text, quotes } = draftOf([edited], thread.title, '2026-03-11');
  const { data, body } = parseDigestFile({ slug: 'x', file: 'x.md', text });
  const reading = readDigest(parseDigest(body), gatherEvidence([readThread(edited.thread)]));
  return { text, count: quotes, data, body, ...reading };
}

const ROOT = post(
  'r',
  'p1',
  null,
  '@bo The *timetable* says [half past](seven) <b>now</b>. It is wrong -- and `so` is 1. the ferry!',
);
const ANSWERS = [
  post('a', 'p2', 'r', 'Who told you that it was cancelled in January?'),
  post('b', 'p3', 'r', 'My words are mine, and nobody is to repeat them anywhere. --> <script>'),
  post('c', 'p2', 'b', 'So be it, then, and let us speak of other things.'),
  post('d', 'p1', 'b', 'Well said, and --> so on, for as long as it takes.'),
];

test('every quote of a draft is verbatim, rightly attributed, and a whole sentence', () => {
  const { quotes, problems, data, count } = draft([ROOT, ...ANSWERS]);
  expect(problems).toEqual([]);
  expect(
    quotes.map(({ text, fidelity, attribution, misattributed }) => [
      text,
      fidelity,
      attribution?.text,
      misattributed,
    ]),
  ).toEqual([
    [
      'The *timetable* says [half past](seven) <b>now</b>. It is wrong -- and `so` is 1. the ferry!',
      'verbatim',
      '@ines',
      undefined,
    ],
  ]);
  expect(count).toBe(1);
  expect(data).toMatchObject({
    title: 'The "ferry": when?',
    date: '2026-03-11',
    threads: ['ferry'],
    tags: [],
    draft: true,
  });
});

test('whoever asks not to be quoted is named and never quoted, not even in a comment', () => {
  const { text } = draft([ROOT, ...ANSWERS]);
  expect(text).toContain('Quiet One (asks not to be quoted)');
  expect(text).not.toContain('My words are mine');
});

test('nothing of posts that are closed, deleted, redacted or of an unknown author is quoted', () => {
  const answers = (parent: string) =>
    ['x', 'y'].map((id) => post(`${parent}${id}`, 'p2', parent, 'So it is, so it was, and so it stays.'));
  const words = 'These are words enough to be a passage of their own.';
  const closed = ['w', 's', 'u', 'i', 'k'];
  const posts = [
    post('w', 'p1', null, words, { warning: 'weather' }),
    post('s', 'p1', null, words, { state: 'deleted' }),
    post('u', 'p1', null, words, { author: null }),
    post('i', 'p1', null, words, { inferred: ['author'] }),
    post('k', 'p1', null, `${words} The secret is out there.`),
    ...closed.flatMap(answers),
  ];
  const { quotes, text } = draft(posts, { posts: { k: { redact: ['secret'] } } });
  expect(quotes).toEqual([]);
  expect(text).not.toContain(words);
  expect(text).not.toContain('secret');
});

test('comments tell outline, shares and open questions, and end where they should', () => {
  const { body, text } = draft([ROOT, ...ANSWERS, post('z', 'p1', null, 'Well said, and --> so on')]);
  expect(text).toContain(
    'Questions that nobody answered:\n  a  Bo *the* Lindqvist: Who told you that it was cancelled in January?',
  );
  expect(text).toMatch(/ {2}\d+ % {2}Ines Kovar \(@ines@quay\.example\): 3 posts, \d+ words/);
  expect(body).toContain('Well said, and –> so on');
  const kinds = parseDigest(body).children.map(({ type }) => type);
  expect(kinds).toEqual(['html', 'html', 'blockquote']);
});

test('the passages that are quoted come before those that are answered, each with why', () => {
  const posts = [
    ROOT,
    ...ANSWERS,
    post(
      'e',
      'p2',
      null,
      'Nobody on the quay heard the weir stop, and that was what woke them. Then it rained for a week or so.',
    ),
    post('f', 'p1', 'e', '> Nobody on the quay heard the weir stop\n\nI did hear it.'),
  ] as readonly Post[];
  const { body } = draft(posts);
  expect(body.indexOf('<!-- ferry#e: quoted once, answered by 1 post -->')).toBeGreaterThan(0);
  expect(body.indexOf('ferry#e: quoted')).toBeLessThan(body.indexOf('ferry#r: answered by 2 posts'));
  expect(body).toContain(
    '> Nobody on the quay heard the weir stop, and that was what woke them.\n>\n> — @bo',
  );
});

test('new writes a draft that check finds nothing wrong with, and overwrites none', () => {
  const { run, read, files } = project({ 'export.json': FERRY, 'content/site.yaml': 'title: Quay notes\n' });
  run(['import', 'export.json', '--id', 'ferry']);
  const made = run(['new', 'ferry', '--date', '2026-03-11', '--title', 'The ferry: late']);
  expect(made).toMatchObject({ code: 0, error: '' });
  const path = 'content/digests/2026-03-11-the-ferry-late.md';
  expect(read(path)).toContain('threads:\n  - ferry\n');
  expect(run(['check']).out).toContain('nothing to find fault with');
  const before = files();
  const again = run(['new', 'ferry', '--date', '2026-03-11', '--title', 'The ferry: late']);
  expect(again.code).toBe(2);
  expect(again.error).toContain('is already there, and stays as it is');
  expect(run(['new', 'fery', '--stdout']).error).toContain('Did you mean “ferry”?');
  expect(run(['new', 'ferry', '--date', '2026-02-30', '--stdout']).error).toContain('is no date');
  expect(files()).toEqual(before);
});

test('a thread in which nothing can be quoted gives a draft without quotes', () => {
  const { run } = project({ 'export.json': context(status('11', null, '<p>So.</p>')) });
  run(['import', 'export.json', '--id', 'short']);
  const { code, out } = run(['new', 'short', '--stdout']);
  expect(code).toBe(0);
  expect(out).not.toMatch(/^>/m);
});
