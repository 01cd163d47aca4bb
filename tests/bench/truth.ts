import { heard, watchFor } from '../../src/quotes/elsewhere.ts';
import { quoteGraph } from '../../src/quotes/graph.ts';
import type { Fidelity, Quote } from '../../src/quotes/quote.ts';
import { readThread, type ThreadReading } from '../../src/quotes/reading.ts';
import type { Post, Thread } from '../../src/thread/schema.ts';
import type { Measurement } from './measure.ts';
import { mulberry32 } from './random.ts';

/*
 * Threads whose every quote was made by a rule, so that its source is known: words are taken from a post, changed in
 * one way, and set before a reply. What the engine says of each is held against that.
 */

/** A way of quoting, and what may be said of it. */
interface Kind {
  readonly name: string;
  /** The words that end up behind `>`, from the words of the source's sentences. */
  readonly make: (words: readonly string[], chance: Chance) => string;
  /** The fidelities that are right where it is traced. */
  readonly right: readonly Fidelity[];
  /** Whether it has a source; a decoy has none. */
  readonly traceable: boolean;
  /** From which post, seen from the reply. */
  readonly from: 'parent' | 'ancestor' | 'earlier' | 'thread';
}

interface Chance {
  readonly below: (limit: number) => number;
  readonly word: () => string;
}

const exchange = (words: readonly string[], { below, word }: Chance, count: number) => {
  const changed = [...words];
  for (let n = 0; n < count; n += 1)
    changed[Math.floor(((n + 0.5) * words.length) / count) - (below(2) === 0 ? 0 : 1)] = word();
  return changed.join(' ');
};
const part = (words: readonly string[], { below }: Chance, length: number) => {
  const start = below(Math.max(1, words.length - length));
  return words.slice(start, start + length);
};
const typo = (word: string, { below }: Chance) => {
  const at = 1 + below(Math.max(1, word.length - 1));
  return `${word.slice(0, at)}${'abcdefghijklmnopqrstuvwxyz'.charAt(below(26))}${word.slice(at)}`;
};

const KINDS: readonly Kind[] = [
  {
    name: 'whole, from the parent',
    make: (words) => words.join(' '),
    right: ['verbatim'],
    traceable: true,
    from: 'parent',
  },
  {
    name: 'whole, from an ancestor',
    make: (words) => words.join(' '),
    right: ['verbatim'],
    traceable: true,
    from: 'ancestor',
  },
  {
    name: 'whole, from an earlier post',
    make: (words) => words.join(' '),
    right: ['verbatim'],
    traceable: true,
    from: 'earlier',
  },
  {
    name: 'whole, from another thread',
    make: (words) => words.join(' '),
    right: ['verbatim'],
    traceable: true,
    from: 'thread',
  },
  {
    name: 'cut to five words',
    make: (words, chance) => part(words, chance, 5).join(' '),
    right: ['verbatim'],
    traceable: true,
    from: 'parent',
  },
  {
    name: 'cut to eight words',
    make: (words, chance) => part(words, chance, 8).join(' '),
    right: ['verbatim'],
    traceable: true,
    from: 'ancestor',
  },
  {
    name: 'cut to twelve words',
    make: (words, chance) => part(words, chance, 12).join(' '),
    right: ['verbatim'],
    traceable: true,
    from: 'earlier',
  },
  {
    name: 're-wrapped at forty columns',
    make: (words) =>
      words
        .join(' ')
        .replace(/(.{1,40})(?: |$)/g, '$1\n')
        .trimEnd(),
    right: ['verbatim'],
    traceable: true,
    from: 'parent',
  },
  {
    name: 'typographic marks',
    make: (words) => words.join(' ').replaceAll("'", '’').replaceAll(' - ', ' — '),
    right: ['verbatim'],
    traceable: true,
    from: 'parent',
  },
  {
    name: 'declared omission',
    make: (words) => [...words.slice(0, 6), '[…]', ...words.slice(-6)].join(' '),
    right: ['abridged'],
    traceable: true,
    from: 'parent',
  },
  {
    name: 'two declared omissions',
    make: (words) =>
      [...words.slice(0, 5), '[...]', ...words.slice(8, 13), '...', ...words.slice(-5)].join(' '),
    right: ['abridged'],
    traceable: true,
    from: 'earlier',
  },
  {
    name: 'inserted word',
    make: (words) => [...words.slice(0, 6), '[so]', ...words.slice(6)].join(' '),
    right: ['abridged'],
    traceable: true,
    from: 'parent',
  },
  {
    name: 'typos in up to 5 % of words',
    make: (words, chance) => words.map((word, n) => (n % 20 === 10 ? typo(word, chance) : word)).join(' '),
    right: ['altered'],
    traceable: true,
    from: 'parent',
  },
  {
    name: 'up to 5 % of words exchanged',
    make: (words, chance) => exchange(words, chance, Math.floor(words.length / 20)),
    right: ['altered'],
    traceable: true,
    from: 'earlier',
  },
  {
    name: 'one word exchanged',
    make: (words, chance) => exchange(words, chance, 1),
    right: ['altered'],
    traceable: true,
    from: 'parent',
  },
  {
    name: 'negated',
    make: (words) => [...words.slice(0, 7), 'not', ...words.slice(7)].join(' '),
    right: ['altered'],
    traceable: true,
    from: 'parent',
  },
  {
    name: 'one word left out',
    make: (words) => [...words.slice(0, 7), ...words.slice(8)].join(' '),
    right: ['altered'],
    traceable: true,
    from: 'ancestor',
  },
  {
    name: 'half the words exchanged',
    make: (words, chance) => exchange(words, chance, Math.floor(words.length / 2)),
    right: ['unsourced'],
    traceable: false,
    from: 'parent',
  },
  {
    name: 'decoy: the same words in another order',
    make: (words) => [...words].reverse().join(' '),
    right: ['unsourced'],
    traceable: false,
    from: 'parent',
  },
  {
    name: 'decoy: made of the same vocabulary',
    make: (words, { word }) => words.map(() => word()).join(' '),
    right: ['unsourced'],
    traceable: false,
    from: 'parent',
  },
  {
    name: 'decoy: four common words',
    make: (_, { below }) => Array.from({ length: 4 }, () => COMMON[below(COMMON.length)] ?? '').join(' '),
    right: ['unsourced'],
    traceable: false,
    from: 'parent',
  },
];

const COMMON =
  'the of and to in a is that it was for on with as at by be this have from or had not but what all were when we there can an your which their if do will each about how up out them then she many some so these would into has more two like him see could no make than first been its who now people my made over did down only way find use may long little very after words called just where most know'.split(
    ' ',
  );
const RARE_WORDS = 3_000;
const SYLLABLES =
  'ba ce di fo gu har kel lim mon nar pol quin ros sel tam vor wex yar zun thri spe cla dro fle gri'.split(
    ' ',
  );

const POSTS = 1_400;
const PEOPLE = 30;

/** What came out for one kind of quote. */
interface Outcome {
  readonly kind: string;
  readonly cases: number;
  /** Traced to the right post, and to a passage that overlaps the right one. */
  readonly right: number;
  /** Traced to a post that it was not taken from. */
  readonly wrong: number;
  /** Of the right ones, those with a fidelity that is right. */
  readonly judged: number;
  /** Whether it ought to be traced. */
  readonly traceable: boolean;
}

interface Truth {
  readonly kind: Kind;
  readonly thread: string;
  readonly post: string;
  readonly source: { readonly thread: string; readonly post: string };
}

/** Judges every quote of two generated threads that quote each other. */
function measureTruth(seed: number): readonly Outcome[] {
  const { threads, truths } = generate(seed);
  const readings = threads.map(readThread);
  const found = trace(readings);
  return KINDS.map((kind) => {
    const cases = truths.filter((truth) => truth.kind === kind);
    const outcomes = cases.map((truth) => ({ truth, quote: found.get(`${truth.thread}#${truth.post}`) }));
    const right = outcomes.filter(({ truth, quote }) => isFrom(quote, truth));
    return {
      kind: kind.name,
      cases: cases.length,
      right: right.length,
      wrong: outcomes.filter(({ truth, quote }) => quote?.source && !isFrom(quote, truth)).length,
      judged: outcomes.filter(({ quote }) => quote && kind.right.includes(quote.fidelity)).length,
      traceable: kind.traceable,
    };
  });
}

type Traced = Pick<Quote, 'source' | 'fidelity'>;

function isFrom(quote: Traced | undefined, { kind, source }: Truth): boolean {
  return kind.traceable && quote?.source?.thread === source.thread && quote.source.post === source.post;
}

function trace(readings: readonly ThreadReading[]): ReadonlyMap<string, Traced> {
  const found = new Map<string, Traced>();
  const orphans = readings.flatMap((reading) =>
    quoteGraph(reading).quotes.flatMap((quote) => {
      const key = `${reading.thread.id}#${quote.post}`;
      found.set(key, quote);
      const published = reading.byId.get(quote.post)?.post.published;
      return quote.source
        ? []
        : [{ thread: reading.thread.id, text: quote.text, key, ...(published ? { published } : {}) }];
    }),
  );
  const watch = watchFor(orphans);
  for (const reading of readings) watch.look(heard(reading));
  for (const [number, { source, fidelity }] of watch.found())
    found.set(orphans[number]?.key ?? '', { source, fidelity });
  return found;
}

interface Said {
  readonly id: string;
  readonly parent: number | null;
  readonly sentences: readonly (readonly string[])[];
}

function generate(seed: number): { readonly threads: readonly Thread[]; readonly truths: readonly Truth[] } {
  const random = mulberry32(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const rare = Array.from({ length: RARE_WORDS }, () =>
    Array.from({ length: 2 + below(2) }, () => SYLLABLES[below(SYLLABLES.length)]).join(''),
  );
  const word = () =>
    (random() < 0.55
      ? COMMON[Math.floor(COMMON.length * random() ** 2)]
      : rare[Math.floor(RARE_WORDS * random() ** 2)]) ?? 'the';
  const chance: Chance = { below, word };
  const truths: Truth[] = [];
  const said = new Map<string, Said[]>();
  const threads = ['one', 'two'].map((thread) => {
    const posts: Said[] = [];
    said.set(thread, posts);
    return {
      format: 1 as const,
      id: thread,
      title: thread,
      origin: { platform: 'mail', importer: 'mail' },
      people: Object.fromEntries(
        Array.from({ length: PEOPLE }, (_, n) => [`p${n}`, { handle: `voice${n}`, name: `Voice ${n}` }]),
      ),
      posts: Array.from({ length: POSTS }, (_, n): Post => {
        const parent = n === 0 ? null : Math.max(0, n - 1 - below(8));
        const sentences = Array.from({ length: 2 + below(3) }, () =>
          Array.from({ length: 22 + below(20) }, word),
        );
        const post: Said = { id: `${thread}${n}`, parent, sentences };
        posts.push(post);
        const kind = KINDS[n % KINDS.length];
        const source = kind && sourceOf(kind, n, thread, said, chance);
        const own = sentences.map((words) => `${words.join(' ')}.`).join('\n\n');
        const quoted =
          kind && source && kind.make(source.sentences[below(source.sentences.length)] ?? [], chance);
        if (kind && source)
          truths.push({
            kind,
            thread,
            post: post.id,
            source: { thread: kind.from === 'thread' ? 'one' : thread, post: source.id },
          });
        return {
          id: post.id,
          author: `p${below(PEOPLE)}`,
          parent: parent === null ? null : `${thread}${parent}`,
          published: new Date(Date.UTC(2026, 0, thread === 'one' ? 1 : 20, 0, n)).toISOString(),
          body: {
            plain: quoted
              ? `${quoted
                  .split('\n')
                  .map((line) => `> ${line}`)
                  .join('\n')}\n\n${own}`
              : own,
          },
        };
      }),
    };
  });
  return { threads, truths };
}

function sourceOf(
  kind: Kind,
  n: number,
  thread: string,
  said: ReadonlyMap<string, readonly Said[]>,
  { below }: Chance,
): Said | undefined {
  const posts = said.get(thread) ?? [];
  const parent = posts[n]?.parent ?? null;
  if (parent === null) return undefined;
  if (kind.from === 'parent') return posts[parent];
  if (kind.from === 'ancestor') return posts[posts[parent]?.parent ?? parent];
  if (kind.from === 'earlier') return posts[below(n)];
  return thread === 'two' ? said.get('one')?.[below(POSTS)] : undefined;
}

const SEEDS = [1, 2, 3] as const;

/** How many of the quotes whose source is known are traced to it, and to nothing else. */
export async function measureTracing(): Promise<Measurement[]> {
  const runs = SEEDS.map(measureTruth);
  const measurements = KINDS.map((kind, n): Measurement => {
    const outcomes = runs.flatMap((run) => run[n] ?? []);
    const sum = (count: 'cases' | 'right' | 'wrong' | 'judged') =>
      outcomes.reduce((total, outcome) => total + outcome[count], 0);
    const traced = kind.traceable ? `${percent(sum('right'), sum('cases'))} traced, ` : '';
    return {
      what: `quote: ${kind.name}`,
      amount: `${sum('cases')} quotes`,
      result: `${traced}${sum('wrong')} traced wrongly, ${percent(sum('judged'), sum('cases'))} judged ${kind.right.join(' or ')}`,
    };
  });
  const all = runs.flat();
  const right = all.reduce((total, outcome) => total + outcome.right, 0);
  const wrong = all.reduce((total, outcome) => total + outcome.wrong, 0);
  return [
    ...measurements,
    { what: 'quote: precision', amount: `${right + wrong} traced`, result: percent(right, right + wrong) },
  ];
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(2)} %`;
}
