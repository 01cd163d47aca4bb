import { cutTo, exchanged } from './change.ts';
import type { Sentence } from './chance.ts';
import { ALTERED, DECLARED, type Kind, marked, NEAR, place, simple, VERBATIM } from './kind.ts';
import { type Expected, type Said, type Stage, textOf } from './stage.ts';

/** So few words are the parent's or nobody's. */
const SHORT = [2, 3].map((length) =>
  simple(`${length} words, from the parent`, { from: 'parent', change: cutTo(length), right: VERBATIM }),
);

const wroteLine = (name: string) => `On 3 March 2026, ${name} wrote:`;
/**
 * Two people say the same. A few words may come to both by themselves, and a quote means the one whom it answers; where
 * they are many, the second had them from the first, with a mark or without.
 */
const SAID_TWICE: readonly Kind[] = [
  {
    name: 'six words that two said, the parent one of them',
    target: DECLARED,
    play: (stage, kind) => {
      const first = stage.chance.sentence('latin', 6);
      const root = stage.say(null);
      stage.say(root, { first, by: 'p1' });
      const parent = stage.say(root, { first, by: 'p2' });
      return [quoteOf(stage, kind, parent, first, parent)];
    },
  },
  {
    name: 'a sentence that two said, the parent the second',
    target: DECLARED,
    play: (stage, kind) => {
      const first = stage.chance.sentence();
      const root = stage.say(null);
      const source = stage.say(root, { first, by: 'p1' });
      const parent = stage.say(root, { first, by: 'p2' });
      return [{ ...quoteOf(stage, kind, source, first, parent), via: [parent.id] }];
    },
  },
  {
    name: 'a sentence that two said, neither above the quote',
    target: DECLARED,
    play: (stage, kind) => {
      const first = stage.chance.sentence();
      const root = stage.say(null);
      const source = stage.say(root, { first, by: 'p1' });
      stage.say(root, { first, by: 'p2' });
      return [quoteOf(stage, kind, source, first, stage.say(root))];
    },
  },
];

function quoteOf(stage: Stage, kind: string, source: Said, sentence: Sentence, parent: Said): Expected {
  const words = textOf(sentence);
  const post = stage.say(parent, { quoted: marked(words) });
  return {
    kind,
    thread: stage.thread,
    post: post.id,
    at: 0,
    source: { said: source, words },
    right: VERBATIM,
  };
}

/** Quotes that say whose words they are. */
const NAMED: readonly Kind[] = (
  [
    ['named: who said it', (stage: Stage, source: Said) => stage.nameOf(source), false],
    ['named: somebody else', (stage: Stage, source: Said) => stage.nameOfAnother(source), true],
    ['named: a name nobody bears', () => 'Aurelius Quillfeather', false],
  ] as const
).flatMap(([name, nameFor, misattributed]) =>
  (['parent', 'earlier'] as const).map((from): Kind => {
    return {
      name: `${name}, from ${from === 'parent' ? 'the parent' : 'an earlier post'}`,
      target: DECLARED,
      play: (stage, kind) => {
        const { source, sentence, parent } = place(stage, from, stage.chance.sentence());
        const quoted = `${wroteLine(nameFor(stage, source))}\n${marked(textOf(sentence))}`;
        const post = stage.say(parent, { quoted });
        const of = { said: source, words: textOf(sentence) };
        return [
          { kind, thread: stage.thread, post: post.id, at: 0, source: of, right: VERBATIM, misattributed },
        ];
      },
    };
  }),
);

/** A quote of what the parent only quotes: the source is who said it, the parent the way. */
const HANDED_ON: Kind = {
  name: 'handed on: words that the parent quotes',
  target: DECLARED,
  play: (stage, kind) => {
    const { source, sentence } = place(stage, 'parent', stage.chance.sentence());
    const words = textOf(sentence);
    const passing = stage.say(source, { quoted: marked(words) });
    const post = stage.say(passing, { quoted: marked(words) });
    const of = { said: source, words };
    return [
      {
        kind,
        thread: stage.thread,
        post: post.id,
        at: 0,
        source: of,
        right: VERBATIM,
        via: [passing.id],
      },
    ];
  },
};

/**
 * A quote in a quote, so many deep: each post quotes all of the one above it. `altersAt` is the step at which
 * a word of the first post's words changes.
 */
function nested(depth: number, altersAt?: number): Kind {
  const drift = altersAt === undefined ? '' : `, altered at step ${altersAt}`;
  return {
    name: `nested ${depth} deep${drift}`,
    target: altersAt === undefined ? DECLARED : NEAR,
    play: (stage, kind) => {
      const first = stage.chance.sentence();
      const chain = [stage.say(stage.anywhere(), { first })];
      let words = textOf(first);
      let lines: readonly (readonly [depth: number, text: string])[] = [[1, words]];
      for (let step = 1; step <= depth; step += 1) {
        const above = chain.at(-1) ?? stage.say(null);
        if (step === altersAt) {
          const altered = exchanged(1000)(first, stage.chance);
          lines = lines.map(([at, text]) => [at, text === words ? altered : text]);
          words = altered;
        }
        const quoted = lines.map(([at, text]) => marked(text, at)).join('\n>\n');
        const post = stage.say(above, { quoted });
        chain.push(post);
        const answer = post.sentences[0];
        lines = [
          ...lines.map(([at, text]): readonly [number, string] => [at + 1, text]),
          [1, answer ? textOf(answer) : ''],
        ];
      }
      return expectedOf(stage, kind, chain, first, altersAt !== undefined);
    },
  };
}

/** The quotes of the last post of the chain, the innermost being the first post's words. */
function expectedOf(
  { thread }: Stage,
  kind: string,
  chain: readonly Said[],
  first: Sentence,
  isAltered: boolean,
): readonly Expected[] {
  const post = chain.at(-1);
  const sources = chain.slice(0, -1);
  if (!post) return [];
  // Document order: what holds others comes first, so that the last author is the first quote.
  return sources.toReversed().map((said, at): Expected => {
    const words = said === sources[0] ? textOf(first) : textOf(said.sentences[0] ?? first);
    const via = sources.slice(sources.indexOf(said) + 1).map(({ id }) => id);
    return {
      kind: said === sources[0] ? kind : `${kind}: the quotes around it`,
      thread,
      post: post.id,
      at,
      source: { said, words },
      right: isAltered && said === sources[0] ? ALTERED : VERBATIM,
      via: via.toReversed(),
    };
  });
}

const NESTED = [nested(2), nested(2, 1), nested(2, 2), nested(3), nested(3, 1), nested(3, 2), nested(3, 3)];

/** Who said it, who handed it on, and whose words it claims to be. */
export const SCENE_KINDS: readonly Kind[] = [...SHORT, ...SAID_TWICE, ...NAMED, HANDED_ON, ...NESTED];
