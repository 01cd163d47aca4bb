import {
  abridged,
  cutTo,
  type Change,
  exchanged,
  mistyped,
  replacing,
  swapped,
  whole,
  without,
  withWords,
} from './change.ts';
import { ABRIDGED, ALTERED, DECLARED, type From, type Kind, NEAR, simple, VERBATIM } from './kind.ts';
import { textOf } from './stage.ts';

const wrappedAt = (columns: number): Change => {
  const line = new RegExp(`(.{1,${columns}})(?: |$)`, 'g');
  return (sentence) => textOf(sentence).replace(line, '$1\n').trimEnd();
};

const PLACES: readonly (readonly [From, string])[] = [
  ['parent', 'from the parent'],
  ['ancestor', 'from an ancestor'],
  ['earlier', 'from an earlier post'],
  ['elsewhere', 'from another thread'],
];

const WHOLE = PLACES.map(([from, words]) =>
  simple(`whole, ${words}`, { from, change: whole, right: VERBATIM, target: DECLARED }),
);
const CUT = [
  ...PLACES.flatMap(([from, words]) =>
    (from === 'elsewhere' ? [8, 12] : [5, 8, 12]).map((length) =>
      simple(`cut to ${length} words, ${words}`, {
        from,
        change: cutTo(length),
        right: VERBATIM,
        target: DECLARED,
      }),
    ),
  ),
  simple('cut to 5 words of 24 characters or more, from another thread', {
    from: 'elsewhere',
    change: cutTo(5),
    holds: (quoted) => quoted.length >= 24,
    right: VERBATIM,
    target: DECLARED,
  }),
  // Words that chance puts together in some thread of a site: no source is better than a wrong one.
  simple('cut to 5 words of fewer characters, from another thread', {
    from: 'elsewhere',
    change: cutTo(5),
    holds: (quoted) => quoted.length < 24,
    right: ['unsourced', 'verbatim'],
  }),
];
const RETYPED = [
  simple('re-wrapped at forty columns', {
    from: 'parent',
    change: wrappedAt(40),
    right: VERBATIM,
    target: DECLARED,
  }),
  simple('typographic marks', {
    from: 'parent',
    carrying: "don't - well, it's",
    change: replacing("don't - well, it's", 'don’t — well, it’s'),
    right: VERBATIM,
    target: DECLARED,
  }),
];
const MARKS = ['…', '...', '[…]', '[...]', '[snip]', '<snip>', '(…)', '[word left out]'].map((mark) =>
  simple(`declared: ${mark}`, {
    from: 'parent',
    change: abridged(mark),
    // Words in brackets stand for a few words only.
    ...(mark === '[word left out]' ? { words: 24 } : {}),
    right: ABRIDGED,
    target: DECLARED,
  }),
);
const DECLARED_EDITS = [
  ...MARKS,
  ...['[so]', '[sic]', '[emphasis added]'].map((mark) =>
    simple(`declared: ${mark} put in`, {
      from: 'ancestor',
      change: withWords(mark),
      right: ABRIDGED,
      target: DECLARED,
    }),
  ),
  simple('declared: two omissions, from an earlier post', {
    from: 'earlier',
    change: ({ words }) =>
      [...words.slice(0, 6), '[...]', ...words.slice(8, 14), '...', ...words.slice(-6)].join(' '),
    right: ABRIDGED,
    target: DECLARED,
  }),
  simple('declared: […], from another thread', {
    from: 'elsewhere',
    change: abridged('[…]'),
    right: ABRIDGED,
    target: DECLARED,
  }),
];
const NEAR_EDITS = [
  simple('typos in up to 5 % of words', { from: 'parent', change: mistyped, right: ALTERED, target: NEAR }),
  ...PLACES.flatMap(([from, words]) => [
    simple(`one word exchanged, ${words}`, {
      from,
      change: exchanged(1000),
      right: ALTERED,
      target: NEAR,
    }),
    simple(`up to 5 % of words exchanged, ${words}`, {
      from,
      change: exchanged(20),
      right: ALTERED,
      target: NEAR,
    }),
  ]),
  simple('one word left out', { from: 'ancestor', change: without(1), right: ALTERED, target: NEAR }),
  simple('one word put in', { from: 'parent', change: withWords('lantern'), right: ALTERED, target: NEAR }),
  simple('two words have changed places', { from: 'parent', change: swapped, right: ALTERED }),
  simple('five words left out without a mark', {
    from: 'parent',
    change: without(5),
    right: ['altered', 'unsourced'],
  }),
];

/** What is said and what is quoted instead; both ways. */
const NEGATIONS: readonly (readonly [string, string])[] = [
  ['it is known', 'it is not known'],
  ['they do know', "they don't know"],
  ['we can say', "we can't say"],
  ['it was said', 'it was never said'],
  ['there is a way', 'there is no way'],
  ['it can be mended', 'it cannot be mended'],
  ['it is safe', 'it is unsafe'],
];
const NEGATED = NEGATIONS.flatMap(([one, other]) =>
  [
    [one, other],
    [other, one],
  ].map(([said = '', quoted = '']) =>
    simple(`“${said}” as “${quoted}”`, {
      from: 'parent',
      carrying: said,
      change: replacing(said, quoted),
      right: ALTERED,
      target: NEAR,
    }),
  ),
);
const FACTS = (
  [
    ['a time', 'at 07:40 today', 'at 07:50 today'],
    ['a number', 'some 1,500 of them', 'some 1,600 of them'],
    ['a decimal', 'by 3.5 per cent', 'by 35 per cent'],
    ['a sign', 'at -5 degrees', 'at 5 degrees'],
    ['a name', 'ask Petra Holm first', 'ask Ines Holm first'],
    ['a capital', 'what Linus said', 'what linus said'],
    ['a full stop for a question mark', 'so they said? well', 'so they said. well'],
  ] as const
).map(([name, said, quoted]) =>
  simple(`${name} changed`, {
    from: 'parent',
    carrying: said,
    change: replacing(said, quoted),
    right: ALTERED,
    target: NEAR,
  }),
);
const SHORT_NEGATION = simple('seven words, one of them a “not” put in', {
  from: 'parent',
  words: 6,
  change: withWords('not'),
  right: ['altered', 'unsourced'],
});

/** Sentences of English letters: whole, cut, abridged, and altered. */
export const WORD_KINDS: readonly Kind[] = [
  ...WHOLE,
  ...CUT,
  ...RETYPED,
  ...DECLARED_EDITS,
  ...NEAR_EDITS,
  ...NEGATED,
  ...FACTS,
  SHORT_NEGATION,
];
