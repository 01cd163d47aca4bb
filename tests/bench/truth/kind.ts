import type { Fidelity } from '../../../src/quotes/quote.ts';
import type { Change } from './change.ts';
import type { Script, Sentence } from './chance.ts';
import { type Expected, type Said, type Stage, textOf } from './stage.ts';

/** A way of quoting: a small scene of posts, and what is right to say of its quotes. */
export interface Kind {
  readonly name: string;
  /** What the issue asks for: the share of its quotes that must be traced. */
  readonly target?: number;
  /** Whether there is nothing to trace. */
  readonly decoy?: true;
  readonly play: (stage: Stage, kind: string) => readonly Expected[];
}

/** The shares that the issue asks for: of verbatim quotes and declared edits, and of quotes with few words altered. */
export const DECLARED = 0.99;
export const NEAR = 0.95;

export const VERBATIM: readonly Fidelity[] = ['verbatim'];
export const ABRIDGED: readonly Fidelity[] = ['abridged'];
export const ALTERED: readonly Fidelity[] = ['altered'];
export const NONE: readonly Fidelity[] = ['unsourced'];

export type From = 'parent' | 'ancestor' | 'earlier' | 'elsewhere';

interface Simple {
  readonly from: From;
  readonly change: Change;
  readonly right: readonly Fidelity[];
  readonly target?: number;
  readonly decoy?: true;
  readonly script?: Script;
  /** What the sentence that is quoted must hold. */
  readonly carrying?: string;
  readonly words?: number;
  /** Quotes of which this does not hold are not made. */
  readonly holds?: (quoted: string) => boolean;
}

/** One post says something, another quotes it. */
export function simple(name: string, how: Simple): Kind {
  return {
    name,
    ...(how.target === undefined ? {} : { target: how.target }),
    ...(how.decoy ? { decoy: true } : {}),
    play: (stage, kind) => {
      const first = carrying(stage.chance.sentence(how.script, how.words), how.carrying);
      const placed = how.from === 'elsewhere' ? fromElsewhere(stage) : place(stage, how.from, first);
      if (!placed) return [];
      const { source, sentence, parent } = placed;
      const quoted = how.change(sentence, stage.chance);
      if (how.holds && !how.holds(quoted)) return [];
      const post = stage.say(parent, { quoted: marked(quoted) });
      return [
        {
          kind,
          thread: stage.thread,
          post: post.id,
          at: 0,
          source: how.decoy ? null : { said: source, words: textOf(sentence) },
          right: how.right,
        },
      ];
    },
  };
}

interface Placed {
  readonly source: Said;
  readonly sentence: Sentence;
  readonly parent: Said;
}

export function place(stage: Stage, from: Exclude<From, 'elsewhere'>, first: Sentence): Placed {
  const source = stage.say(stage.anywhere(), { first });
  if (from === 'parent') return { source, sentence: first, parent: source };
  const between = stage.say(from === 'ancestor' ? source : source.parent);
  return { source, sentence: first, parent: stage.say(between) };
}

function fromElsewhere(stage: Stage): Placed | undefined {
  const source = stage.elsewhere();
  // The first may be one that others say too.
  const sentence = source?.sentences[1];
  return source && sentence && sentence.space === ' '
    ? { source, sentence, parent: stage.anywhere() }
    : undefined;
}

function carrying(sentence: Sentence, held: string | undefined): Sentence {
  if (held === undefined) return sentence;
  return { ...sentence, words: sentence.words.toSpliced(9, 0, ...held.split(' ')) };
}

export function marked(text: string, depth = 1): string {
  return text
    .split('\n')
    .map((line) => `${'> '.repeat(depth)}${line}`)
    .join('\n');
}

export function fromNowhere({ thread }: Stage, kind: string, post: Said): Expected {
  return { kind, thread, post: post.id, at: 0, source: null, right: NONE };
}
