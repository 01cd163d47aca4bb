import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quoteGraph } from '../../src/quotes/graph.ts';
import { normalForm, originalRange } from '../../src/quotes/normal.ts';
import type { Quote } from '../../src/quotes/quote.ts';
import { readThread } from '../../src/quotes/reading.ts';
import { type Post, type Thread, threadSchema } from '../../src/thread/schema.ts';

const WORDS =
  'the ferry quay tide lamp never not says knew rope in January 07:40 don’t — “so” café 渡し 船'.split(' ');
const AUTHORS = ['ines', 'bo', 'petra'] as const;
/** Words that no thread below says, so that a post of them has nothing to do with any quote. */
const UNRELATED = 'zebra quartz violin nougat pixel umbra gossamer ziggurat'.split(' ');

const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 24 })
  .map((words) => `${words.join(' ')}.`);

/** What a post says, which earlier post it answers, and how much of which earlier post it quotes. */
const turn = fc.record({
  author: fc.constantFrom(...AUTHORS),
  parent: fc.nat(),
  says: fc.array(sentence, { minLength: 1, maxLength: 3 }),
  quotes: fc.option(
    fc.record({
      post: fc.nat(),
      from: fc.nat(),
      length: fc.integer({ min: 1, max: 30 }),
      change: fc.constantFrom('none', 'cut', 'exchange', 'typography'),
      depth: fc.constantFrom(1, 2),
    }),
    { nil: undefined },
  ),
});
type Turn = typeof turn extends fc.Arbitrary<infer T> ? T : never;
const turns = fc.array(turn, { minLength: 2, maxLength: 8 });

function threadOf(said: readonly Turn[]): Thread {
  const posts = said.map(({ author, parent, says }, n): Post => {
    const answered = n === 0 ? null : `p${parent % n}`;
    const quoted = n === 0 ? [] : quotedLines(said, n);
    return {
      id: `p${n}`,
      author,
      parent: answered,
      published: new Date(Date.UTC(2026, 2, 3, 8, n)).toISOString(),
      body: { plain: [...quoted, ...says].join('\n\n') },
    };
  });
  return asThread(posts);
}

function asThread(posts: readonly Post[]): Thread {
  return threadSchema.parse({
    format: 1,
    id: 'ferry',
    title: 'The ferry',
    origin: { platform: 'mail', importer: 'mail' },
    people: Object.fromEntries(AUTHORS.map((handle) => [handle, { handle }])),
    posts,
  });
}

function quotedLines(said: readonly Turn[], n: number): readonly string[] {
  const quote = said[n]?.quotes;
  if (!quote) return [];
  const words = (said[quote.post % n]?.says ?? []).join(' ').split(' ');
  const part = words.slice(quote.from % words.length).slice(0, quote.length);
  const middle = Math.floor(part.length / 2);
  const changed = {
    none: part,
    cut: part.toSpliced(middle, 2, '[…]'),
    exchange: part.toSpliced(middle, 1, 'harbour'),
    typography: part.map((word) => word.replaceAll('’', "'").replaceAll('—', '--')),
  }[quote.change];
  return [`${'> '.repeat(quote.depth)}${changed.join(' ')}`];
}

const graphOf = (thread: Thread) => {
  const reading = readThread(thread);
  return { reading, quotes: quoteGraph(reading).quotes };
};

test('what is called verbatim is, sliced out of its source, the same text; every offset is inside', () => {
  fc.assert(
    fc.property(turns, (said) => {
      const { reading, quotes } = graphOf(threadOf(said));
      for (const { source, fidelity, text } of quotes) {
        if (!source) continue;
        const own = reading.byId.get(source.post)?.own.text ?? '';
        expect(source.start).toBeGreaterThanOrEqual(0);
        expect(source.start).toBeLessThan(source.end);
        expect(source.end).toBeLessThanOrEqual(own.length);
        const passage = normalForm(own.slice(source.start, source.end)).text;
        if (fidelity === 'verbatim' && !/^"|"$/.test(normalForm(text).text))
          expect(passage).toBe(normalForm(text).text);
      }
    }),
    { numRuns: 600 },
  );
});

test('the word diff of what is altered, its same and added words joined, is the quote', () => {
  fc.assert(
    fc.property(turns, (said) => {
      for (const { fidelity, edits = [], text } of graphOf(threadOf(said)).quotes) {
        if (fidelity !== 'altered' || /\[…\]/.test(text)) continue;
        const given = edits
          .filter(({ kind }) => kind !== 'removed')
          .map((edit) => edit.text)
          .join('');
        expect(normalForm(given).text.replaceAll(' ', '')).toBe(normalForm(text).text.replaceAll(' ', ''));
      }
    }),
    { numRuns: 600 },
  );
});

test('the same thread is judged the same, however often', () => {
  fc.assert(
    fc.property(turns, (said) => {
      expect(graphOf(threadOf(said)).quotes).toEqual(graphOf(threadOf(said)).quotes);
    }),
    { numRuns: 200 },
  );
});

/** A post that has nothing to do with any quote, at the minute after all others or before. */
const unrelated = fc
  .array(fc.constantFrom(...UNRELATED), { minLength: 3, maxLength: 20 })
  .map((words) => `${words.join(' ')}.`);

const others = (said: readonly string[], year: number): readonly Post[] =>
  said.map((plain, n): Post => {
    return {
      id: `u${year}x${n}`,
      author: 'bo',
      parent: null,
      published: new Date(Date.UTC(year, 0, 1, 0, n)).toISOString(),
      body: { plain },
    };
  });
const bare = (quotes: readonly Quote[]) => quotes.filter(({ post }) => post.startsWith('p'));

test('posts that have nothing to do with a quote, before or after it, change nothing of it', () => {
  fc.assert(
    fc.property(
      turns,
      fc.array(unrelated, { maxLength: 5 }),
      fc.array(unrelated, { maxLength: 5 }),
      (said, before, after) => {
        const thread = threadOf(said);
        const wider = asThread([...others(before, 2025), ...thread.posts, ...others(after, 2027)]);
        expect(bare(graphOf(wider).quotes)).toEqual(graphOf(thread).quotes);
      },
    ),
    { numRuns: 300 },
  );
});

test('posts said later never change what was found verbatim, whatever they say', () => {
  fc.assert(
    fc.property(turns, turns, (said, later) => {
      const thread = threadOf(said);
      const more = threadOf(later).posts.map((post): Post => {
        return {
          ...post,
          id: `later-${post.id}`,
          parent: post.parent && `later-${post.parent}`,
          published: post.published?.replace('2026', '2027') ?? '2027-01-01T00:00:00Z',
        };
      });
      const wider = bare(graphOf(asThread([...thread.posts, ...more])).quotes);
      const found = graphOf(thread).quotes.filter(({ fidelity }) => fidelity === 'verbatim');
      for (const quote of found) expect(wider).toContainEqual(quote);
    }),
    { numRuns: 400 },
  );
});

test('the order in which dated posts stand in the export does not matter', () => {
  fc.assert(
    fc.property(turns, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (said, keys) => {
      const thread = threadOf(said);
      const shuffled = thread.posts
        .map((post, n) => ({ post, key: keys[n] ?? 0 }))
        .toSorted((one, other) => one.key - other.key)
        .map(({ post }) => post);
      const byPost = (quotes: readonly Quote[]) =>
        quotes.toSorted((one, other) =>
          `${one.post} ${one.index}` < `${other.post} ${other.index}` ? -1 : 1,
        );
      expect(byPost(graphOf(asThread(shuffled)).quotes)).toEqual(byPost(graphOf(thread).quotes));
    }),
    { numRuns: 300 },
  );
});

// Without the few signs that are folded for what stands beside them: `...`, `--`, `@user@host`.
test('a range of the normal form, cut out of the original, has that normal form', () => {
  const unit = fc.constantFrom(...'ab …-“’éè渡ท่\u0301\u200b\u00ad\n—🌊');
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 40 }), fc.nat(), fc.nat(), (units, one, other) => {
      const text = units.join('');
      const normal = normalForm(text);
      if (normal.text === '') return;
      const from = Math.min(one, other) % normal.text.length;
      const to = from + 1 + (Math.max(one, other) % (normal.text.length - from));
      const [start, end] = originalRange(normal, from, to);
      expect(start).toBeLessThan(end);
      expect(end).toBeLessThanOrEqual(text.length);
      expect(normalForm(text.slice(start, end)).text).toContain(
        normal.text.slice(from, to).trim().slice(1, -1),
      );
    }),
    { numRuns: 1500 },
  );
});
