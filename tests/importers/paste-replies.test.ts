import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inferReplies } from '../../src/importers/paste/replies.ts';
import type { Utterance } from '../../src/importers/paste/utterance.ts';

/** A post a word: `>` and its mentions; `ines>` says the author; `+` before it goes on with the post above. */
function posts(copy: string): readonly Utterance[] {
  return copy
    .trim()
    .split(/\s+/)
    .map((word) => {
      const [author = '', mentions = ''] = word.replace('+', '').split('>');
      return {
        author: author || null,
        mentions: mentions.split(',').filter(Boolean),
        continues: word.startsWith('+'),
      };
    });
}

/** `ines-0`: by ines, answers the post at 0; `?`: not known. */
function inferred(copy: string): string {
  return inferReplies(posts(copy))
    .map(({ author, parent }) => `${author ?? '?'}-${parent ?? '?'}`)
    .join(' ');
}

describe('where one reading is left', () => {
  test.each([
    ['the first post is by whom the second answers', '> >a', 'a-? ?-0'],
    ['whom an answer names first wrote what it answers', '> >a >b,a', 'a-? b-0 ?-1'],
    ['whom an answer leaves out wrote it', '> >a >b >b,a', 'a-? b-0 a-1 ?-1'],
    ['back and forth down a branch', '> >a >b,a >c,a >b,c,a', 'a-? b-0 c-1 b-2 ?-3'],
    ['an answer comes back to a branch above', '> >a >b,a >c,a >a', 'a-? b-0 c-1 b-2 ?-0'],
    ['the order of mentions decides', '> >a >k,a >s,a >s,k >a,k >s,k,a', 'a-? k-0 s-1 k-2 a-2 s-4 ?-2'],
    ['another order will do where nothing else fits', '> >a >b,a >c,a,b', 'a-? b-0 c-1 ?-2'],
    ['an author that the copy states needs no conclusion', 'a> b>a >b,a', 'a-? b-0 ?-1'],
    ['a first post without answers to it alone is by whom most name', '> >a,x >a', 'a-? ?-? ?-0'],
    ['a continuation answers what it goes on with', '> >a +>a >b,a', 'a-? b-0 b-1 ?-?'],
    ['people answer a post once', '> >a >b >a >b', 'a-? b-0 a-1 b-2 a-3'],
  ])('%s', (_, copy, expected) => {
    expect(inferred(copy)).toBe(expected);
  });
});

describe('where more than one reading is left', () => {
  test.each([
    ['nothing is known of a lone post', '>', '?-?'],
    ['two posts of one person can be answered', 'a> b>a a>b b>a >b,a', 'a-? b-0 a-1 b-2 ?-?'],
    ['all who saw the parent, or the one left out below', '> >a >b >a', 'a-? b-0 a-1 ?-?'],
    ['somebody stands beside the usual mentions', '> >a >a,x', 'a-? ?-0 ?-?'],
    ['the named one wrote nothing that can be answered', '> >a >x,y', 'a-? ?-0 ?-?'],
    ['a second answer to a post may go on with the first', '> >a >b,a b>a', 'a-? b-0 ?-1 b-?'],
    ['a series may begin in the post above', '> >a >a +>a', 'a-? ?-0 ?-? ?-2'],
    ['whom most name is a tie', '> >a,b >b,a', '?-? ?-? ?-?'],
    ['a post that names its own author first', 'a> a>a', 'a-? a-?'],
  ])('%s: left open', (_, copy, expected) => {
    expect(inferred(copy)).toBe(expected);
  });

  test('a branch that was left is answered no more', () => {
    // Only the second is by b, and the third lies beside its branch.
    expect(inferred('> b>a c>a >b,a')).toBe('a-? b-0 c-0 ?-?');
  });
});

interface Told {
  readonly author: string;
  readonly parent: number | null;
  readonly mentions: readonly string[];
}

const PEOPLE = 'abcdefgh'.split('');

/** A true thread as Mastodon shows it: everybody's mentions carried on, people answer others and each post once. */
const threads = fc
  .array(fc.record({ parent: fc.nat(1000), author: fc.nat(1000) }), { maxLength: 40 })
  .map((choices) => {
    const told: Told[] = [{ author: 'a', parent: null, mentions: [] }];
    for (const choice of choices) {
      const parent = choice.parent % told.length;
      const answered = told[parent] ?? { author: 'a', mentions: [] };
      const done = told.filter((post) => post.parent === parent).map((post) => post.author);
      const free = PEOPLE.filter((person) => person !== answered.author && !done.includes(person));
      const author = free[choice.author % free.length];
      if (author === undefined) continue;
      const rest = answered.mentions.filter((person) => person !== answered.author && person !== author);
      told.push({ author, parent, mentions: [answered.author, ...rest] });
    }
    return depthFirst(told);
  });

function depthFirst(told: readonly Told[]): readonly Told[] {
  const order: number[] = [];
  const visit = (at: number) => {
    order.push(at);
    for (const [n, post] of told.entries()) if (post.parent === at) visit(n);
  };
  visit(0);
  return order.flatMap((at) => {
    const post = told[at];
    return post ? [{ ...post, parent: post.parent === null ? null : order.indexOf(post.parent) }] : [];
  });
}

test('of a thread that keeps the habits, no author and no parent is concluded wrongly', () => {
  fc.assert(
    fc.property(threads, (told) => {
      const found = inferReplies(told.map(({ mentions }) => ({ mentions, author: null, continues: false })));
      for (const [n, { author, parent }] of found.entries()) {
        expect([null, told[n]?.author]).toContain(author);
        expect([null, told[n]?.parent]).toContain(parent);
      }
    }),
    { numRuns: 1000, seed: 20261123 },
  );
});

test('stated authors do not make a conclusion wrong', () => {
  fc.assert(
    fc.property(threads, fc.array(fc.boolean(), { minLength: 41, maxLength: 41 }), (told, stated) => {
      const found = inferReplies(
        told.map(({ mentions, author }, n) => ({
          mentions,
          author: stated[n] ? author : null,
          continues: false,
        })),
      );
      for (const [n, { author, parent }] of found.entries()) {
        expect([null, told[n]?.author]).toContain(author);
        expect([null, told[n]?.parent]).toContain(parent);
      }
    }),
    { numRuns: 1000, seed: 20261123 },
  );
});

test('the longer a thread, the longer it takes, and no more', () => {
  const many = 100_000;
  const deep = Array.from({ length: many }, (_, n) => ({
    mentions: n === 0 ? [] : n % 2 === 0 ? ['b'] : ['a'],
    author: null,
    continues: false,
  }));
  const strangers = Array.from({ length: many }, (_, n) => ({
    mentions: n === 0 ? [] : [`p${n}`, 'x', 'y'],
    author: null,
    continues: false,
  }));
  const crowd = [
    { mentions: Array.from({ length: many }, (_, n) => `p${n}`), author: null, continues: false },
  ];
  for (const copy of [deep, strangers, [...crowd, ...crowd, ...deep]])
    expect(inferReplies(copy)).toHaveLength(copy.length);
}, 60_000);
