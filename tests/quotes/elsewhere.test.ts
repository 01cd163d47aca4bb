import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heard, watchFor } from '../../src/quotes/elsewhere.ts';
import { quoteGraph } from '../../src/quotes/graph.ts';
import { type Orphan, orphansOf } from '../../src/quotes/orphans.ts';
import { readThread } from '../../src/quotes/reading.ts';
import type { Found } from '../../src/quotes/ways.ts';
import type { Thread } from '../../src/thread/schema.ts';
import { threadOf } from './threads.ts';

const list = heard(
  readThread(
    threadOf(
      {
        a: {
          by: 'petra',
          html: '<p>We heard about the cancellation in January, and nobody owned the export.</p>',
          at: '2026-03-02T17:05:00Z',
        },
        b: { by: 'ines', html: '<p>I think that we all knew it.</p>', at: '2026-03-02T18:00:00Z' },
        c: { by: 'bo', html: '<p>I think that we all knew it.</p>', at: '2026-03-02T19:00:00Z' },
      },
      'list',
    ),
  ),
);
const find = (orphan: Partial<Orphan> & { text: string }) => {
  const watch = watchFor([{ thread: 'ferry', published: '2026-03-03T08:00:00Z', ...orphan }]);
  watch.look(list);
  return watch.found().get(0);
};

test('a quote of another thread is found, with its passage', () => {
  expect(find({ text: 'nobody owned the export. ' })).toBeUndefined();
  expect(find({ text: 'the cancellation in January, and nobody owned the export.' })).toMatchObject({
    fidelity: 'verbatim',
    source: { thread: 'list', post: 'a', start: 15, end: 72 },
  });
});

test('declared omissions are followed across threads', () => {
  expect(find({ text: 'We heard about the cancellation in January […] the export.' })).toMatchObject({
    fidelity: 'abridged',
  });
});

test.each([
  [
    'more than one word in ten differs',
    { text: 'We knew about the cancellation in March, and nobody owned the export.' },
  ],
  ['a word of fewer than ten differs', { text: 'the cancellation in March, and nobody owned the export.' }],
  [
    'the quote is older than the source',
    { text: 'the cancellation in January, and nobody owned the export.', published: '2026-03-01T00:00:00Z' },
  ],
  [
    'it stands in the quote’s own thread',
    { text: 'the cancellation in January, and nobody owned the export.', thread: 'list' },
  ],
  ['two people said these few words', { text: 'I think that we all knew it.' }],
])('nothing is found where %s', (_, orphan) => {
  expect(find(orphan)).toBeUndefined();
});

test('the name in the quote decides between two people', () => {
  expect(find({ text: 'I think that we all knew it.', name: 'Bo Lindqvist' })).toMatchObject({
    source: { post: 'c' },
  });
});

const SAID = 'We heard about the cancellation in January, and nobody owned the export.';
const CHANGED = 'We heard about the cancellation in March, and nobody owned the export.';

/** What was found of the quotes of several threads that are read in this order, by thread and post. */
function across(...threads: readonly Thread[]): Readonly<Record<string, Found>> {
  const traced = threads.map((thread) => {
    const reading = readThread(thread);
    return { reading, graph: quoteGraph(reading) };
  });
  const orphans = traced.flatMap(({ reading, graph }) => orphansOf(reading, graph));
  const watch = watchFor(orphans);
  for (const { reading, graph } of traced) watch.look(heard(reading, graph));
  return Object.fromEntries(
    [...watch.found()].map(([number, found]) => {
      const { thread, post } = orphans[number] ?? {};
      return [`${thread}#${post}`, found];
    }),
  );
}

const SOURCE = threadOf({ a: { by: 'petra', html: `<p>${SAID}</p>`, at: '2026-03-02T17:05:00Z' } }, 'list');
const quoting = (quoted: string, id = 'ferry') =>
  threadOf({ q: { by: 'bo', html: `<blockquote><p>${quoted}</p></blockquote><p>So they say.</p>` } }, id);

describe('a quote of which one word differs', () => {
  test('is altered, with the word that differs', () => {
    expect(across(SOURCE, quoting(CHANGED))['ferry#q']).toMatchObject({
      fidelity: 'altered',
      source: { thread: 'list', post: 'a', start: 0, end: SAID.length },
      edits: [
        { kind: 'same', text: 'We heard about the cancellation in ' },
        { kind: 'removed', text: 'January' },
        { kind: 'added', text: 'March' },
        { kind: 'same', text: ', and nobody owned the export.' },
      ],
    });
  });

  test('a word put in or left out counts like one that is exchanged', () => {
    expect(across(SOURCE, quoting(SAID.replace('owned', 'really owned')))['ferry#q']).toMatchObject({
      fidelity: 'altered',
    });
    expect(across(SOURCE, quoting(SAID.replace('nobody', 'not nobody')))['ferry#q']).toMatchObject({
      fidelity: 'altered',
    });
  });

  test('comes from where the same text stands, and not from where it nearly stands', () => {
    const exact = threadOf({ x: { by: 'ines', html: `<p>${CHANGED}</p>` } }, 'other');
    for (const threads of [
      [SOURCE, exact, quoting(CHANGED)],
      [exact, SOURCE, quoting(CHANGED)],
    ])
      expect(across(...threads)['ferry#q']).toMatchObject({
        fidelity: 'verbatim',
        source: { thread: 'other', post: 'x' },
      });
  });

  test('comes from nowhere where it nearly stands twice', () => {
    const twin = threadOf({ x: { by: 'ines', html: `<p>${SAID}</p>` } }, 'other');
    expect(across(SOURCE, twin, quoting(CHANGED))).toEqual({});
  });

  test('comes from the person whom it names, where it nearly stands twice', () => {
    const twin = threadOf({ x: { by: 'ines', html: `<p>${SAID}</p>`, at: '2026-03-02T09:00:00Z' } }, 'other');
    const watch = watchFor([{ thread: 'ferry', text: CHANGED, name: 'Petra Holm' }]);
    for (const thread of [twin, SOURCE]) watch.look(heard(readThread(thread)));
    expect(watch.found().get(0)).toMatchObject({ source: { thread: 'list' } });
  });

  test('is its own thread’s, where two there have nearly said it', () => {
    const own = threadOf({
      a: { by: 'ines', html: `<p>${SAID}</p>` },
      b: { by: 'petra', html: `<p>${SAID.replace('January', 'May')}</p>` },
      q: { by: 'bo', html: `<blockquote><p>${CHANGED}</p></blockquote><p>So they say.</p>` },
    });
    expect(quoteGraph(readThread(own)).quotes).toMatchObject([{ fidelity: 'unsourced' }]);
    expect(across(SOURCE, own)).toEqual({});
  });
});

describe('a quote that names somebody', () => {
  const named = (name: string, known?: true): Orphan => ({
    thread: 'ferry',
    text: SAID,
    name,
    ...(known ? { namesParticipant: true } : {}),
  });
  const PETRA_AND_BO = threadOf(
    {
      a: { by: 'petra', html: `<p>${SAID}</p>` },
      b: { by: 'bo', to: 'a', html: '<p>Well.</p>' },
      c: { by: 'ines', to: 'a', html: `<blockquote><p>${SAID}</p></blockquote><p>Quite.</p>` },
    },
    'list',
  );
  const judged = (orphan: Orphan) => {
    const reading = readThread(PETRA_AND_BO);
    const watch = watchFor([orphan]);
    watch.look(heard(reading, quoteGraph(reading)));
    return watch.found().get(0);
  };

  test.each([
    ['the author', named('Petra Holm'), undefined],
    ['somebody else of the source’s thread', named('Bo Lindqvist'), 'Bo Lindqvist'],
    ['somebody else of its own thread', named('Karel Novotny', true), 'Karel Novotny'],
    ['nobody who is known', named('Karel Novotny'), undefined],
    ['somebody who only handed the words on', named('Ines Kovar'), undefined],
  ])('%s', (_, orphan, misattributed) => {
    expect(judged(orphan)?.misattributed).toBe(misattributed);
  });

  test('whoever handed the words on is on their way', () => {
    expect(judged(named('Ines Kovar'))?.way).toMatchObject([
      { thread: 'list', post: 'c', author: { name: 'Ines Kovar' }, fidelity: 'verbatim' },
    ]);
    expect(judged(named('Petra Holm'))?.way).toEqual([]);
  });
});

test('a quote of a quote leads to who said it first, by way of who changed it', () => {
  const middle = quoting(CHANGED, 'middle');
  const last = threadOf(
    {
      x: { by: 'ines', html: `<blockquote><p>${CHANGED}</p></blockquote><p>Is this so?</p>` },
      y: { by: 'bo', to: 'x', html: `<blockquote><p>${CHANGED}</p></blockquote><p>It is.</p>` },
    },
    'last',
  );
  const found = across(last, middle, SOURCE);
  expect(Object.keys(found).toSorted()).toEqual(['last#x', 'last#y', 'middle#q']);
  for (const one of Object.values(found)) expect(one.source).toMatchObject({ thread: 'list', post: 'a' });
  expect(found['last#x']?.way).toEqual([]);
  expect(found['last#y']?.way).toMatchObject([
    { thread: 'last', post: 'x', author: { name: 'Ines Kovar' }, fidelity: 'altered' },
  ]);
});

const WORDS =
  'tide ferry pilot ledger rope quay signal harbour island bridge lantern season paper reader'.split(' ');
const sentence = (least: number) =>
  fc.array(fc.constantFrom(...WORDS), { minLength: least, maxLength: 24 }).map((some) => some.join(' '));
const threads = fc.array(fc.array(sentence(8), { minLength: 1, maxLength: 3 }), {
  minLength: 2,
  maxLength: 4,
});

/** Threads of which the last quotes a sentence of the others, one word exchanged. */
function quotingLast(texts: readonly (readonly string[])[], pick: number, word: number): readonly Thread[] {
  const said = texts.flat();
  const quoted = (said[pick % said.length] ?? '').split(' ');
  quoted[word % quoted.length] = 'changed';
  return [
    ...texts.map((posts, n) =>
      threadOf(
        Object.fromEntries(posts.map((text, k) => [`p${k}`, { by: 'ines', html: `<p>${text}</p>` }])),
        `thread-${n}`,
      ),
    ),
    quoting(quoted.join(' ')),
  ];
}

test('the order in which threads are read does not matter', () => {
  fc.assert(
    fc.property(threads, fc.nat(), fc.nat(), fc.nat(), (texts, pick, word, turn) => {
      const all = quotingLast(texts, pick, word);
      const turned = [...all.slice(turn % all.length), ...all.slice(0, turn % all.length)];
      expect(across(...turned)).toEqual(across(...all));
      expect(across(...all.toReversed())).toEqual(across(...all));
    }),
    { numRuns: 60 },
  );
});

test('a thread that has nothing to do with a quote does not change its source', () => {
  const other = threadOf(
    { n: { by: 'petra', html: '<p>Nothing of all that is of any interest at all.</p>' } },
    'apart',
  );
  fc.assert(
    fc.property(threads, fc.nat(), fc.nat(), (texts, pick, word) => {
      const all = quotingLast(texts, pick, word);
      expect(across(other, ...all)).toEqual(across(...all));
    }),
    { numRuns: 60 },
  );
});

test('a source is inside its post, and says no less than nine words in ten of the quote', () => {
  fc.assert(
    fc.property(threads, fc.nat(), fc.nat(), (texts, pick, word) => {
      for (const { source, fidelity, edits = [] } of Object.values(
        across(...quotingLast(texts, pick, word)),
      )) {
        const text = texts[Number(source.thread.slice(-1))]?.[Number(source.post.slice(1))] ?? '';
        expect(source.end).toBeLessThanOrEqual(text.length);
        const same = edits
          .filter(({ kind }) => kind === 'same')
          .flatMap((edit) => edit.text.trim().split(/\s+/));
        const quoted = edits
          .filter(({ kind }) => kind !== 'removed')
          .flatMap((edit) => edit.text.trim().split(/\s+/));
        expect(fidelity).toBe('altered');
        expect(same.length).toBeGreaterThanOrEqual(quoted.length * 0.9 - 1);
      }
    }),
    { numRuns: 60 },
  );
});

test('many texts that share a quote’s shingles and not their order cost little, and are no source', () => {
  const words = Array.from({ length: 600 }, (_, n) => (((n + 1) * 7_919_777) % 2 ** 31).toString(36));
  const turned = (n: number) => [...words.slice(n), ...words.slice(0, n)].join(' ');
  const orphans = Array.from({ length: 20 }, (_, n): Orphan => ({ thread: 'ferry', text: turned(n + 1) }));
  const posts = Array.from({ length: 400 }, (_, n): [string, { by: string; html: string; at: string }] => [
    `p${n}`,
    { by: 'ines', html: `<p>${turned(100 + n)}</p>`, at: '2026-03-02T08:00:00Z' },
  ]);
  const list = heard(readThread(threadOf(Object.fromEntries(posts), 'list')));
  const started = performance.now();
  const watch = watchFor(orphans);
  watch.look(list);
  expect(watch.found().size).toBe(0);
  expect(performance.now() - started).toBeLessThan(10_000);
});

test('what many posts nearly say is nobody’s', () => {
  const posts = (count: number) =>
    threadOf(
      Object.fromEntries(
        Array.from({ length: count }, (_, n) => [
          `p${n}`,
          {
            by: n === 0 ? 'petra' : 'ines',
            html: `<p>${SAID.replace('January', `week ${n}`)}</p>`,
            at: '2026-03-02T08:00:00Z',
          },
        ]),
      ),
      'list',
    );
  const find = (count: number) => {
    const watch = watchFor([
      { thread: 'ferry', text: SAID.replace('January', 'week one'), name: 'Petra Holm' },
    ]);
    watch.look(heard(readThread(posts(count))));
    return watch.found().get(0);
  };
  expect(find(16)).toMatchObject({ source: { post: 'p0' }, fidelity: 'altered' });
  expect(find(17)).toBeUndefined();
});
