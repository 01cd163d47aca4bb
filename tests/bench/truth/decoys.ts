import { cutTo, exchanged, reframed, sameBeginning } from './change.ts';
import { fromNowhere, type Kind, marked, NONE, simple } from './kind.ts';
import { textOf } from './stage.ts';
import { COMMON, FORMULAS } from './vocabulary.ts';

const isCommon = (word: string) => COMMON.includes(word);
/** What looks alike and comes from nowhere, or from too many. */
export const DECOYS: readonly Kind[] = [
  shortOfOthers(2),
  shortOfOthers(3),
  simple('decoy: half the words exchanged', {
    from: 'parent',
    change: exchanged(2),
    right: NONE,
    decoy: true,
  }),
  simple('decoy: the same words in another order', {
    from: 'parent',
    change: ({ words }) => words.toReversed().join(' '),
    right: NONE,
    decoy: true,
  }),
  simple('decoy: of the same vocabulary', {
    from: 'parent',
    change: ({ words }, { word }) => words.map(() => word()).join(' '),
    right: NONE,
    decoy: true,
  }),
  simple('decoy: the same frame around other content', {
    from: 'parent',
    words: 30,
    change: reframed(isCommon),
    right: NONE,
    decoy: true,
  }),
  simple('decoy: the same first eight words', {
    from: 'parent',
    change: sameBeginning,
    right: NONE,
    decoy: true,
  }),
  simple('decoy: the same first eight words, from another thread', {
    from: 'elsewhere',
    change: sameBeginning,
    right: NONE,
    decoy: true,
  }),
  ...(
    [
      ['Chinese', 'han'],
      ['Arabic', 'arabic'],
      ['Thai', 'thai'],
    ] as const
  ).map(([name, script]) =>
    simple(`decoy: ${name} of the same vocabulary`, {
      from: 'parent',
      script,
      change: ({ words, space }, { word }) => words.map(() => word(undefined, script)).join(space),
      right: NONE,
      decoy: true,
    }),
  ),
  {
    name: 'decoy: common formulas that nobody joined',
    decoy: true,
    play: (stage, kind) => {
      const [one, other] = [stage.chance.one(FORMULAS), stage.chance.one(FORMULAS)];
      if (one === other) return [];
      const post = stage.say(stage.anywhere(), { quoted: marked(`${one} and ${other}`) });
      return [fromNowhere(stage, kind, post)];
    },
  },
  {
    name: 'decoy: six words that two others said',
    decoy: true,
    play: (stage, kind) => {
      const first = stage.chance.sentence('latin', 6);
      const root = stage.say(null);
      stage.say(root, { first, by: 'p1' });
      stage.say(root, { first, by: 'p2' });
      const post = stage.say(stage.say(root), { quoted: marked(textOf(first)) });
      return [fromNowhere(stage, kind, post)];
    },
  },
];

/** Too few words to tell whose they are, and not the parent's. */
function shortOfOthers(length: number): Kind {
  return {
    name: `decoy: ${length} words that others said, and not the parent`,
    decoy: true,
    play: (stage, kind) => {
      const source = stage.say(stage.anywhere());
      const parent = stage.say(stage.say(source));
      const words = cutTo(length)(source.sentences[0] ?? stage.chance.sentence(), stage.chance);
      if (parent.own.includes(words)) return [];
      const post = stage.say(parent, { quoted: marked(words) });
      return [fromNowhere(stage, kind, post)];
    },
  };
}
