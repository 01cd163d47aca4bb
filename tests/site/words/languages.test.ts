import { describe, expect, test } from 'vitest';
import type { Forms } from '../../../src/site/words/grammar.ts';
import { LANGUAGES, missingLanguage, type Words, wordsFor } from '../../../src/site/words/index.ts';
import { reactionText } from '../../../src/site/words/reaction.ts';

/** For each text that is made of something: what it is made of. A new one must be added, or the types do not agree. */
type Samples<Texts> = {
  readonly [Key in keyof Texts as Texts[Key] extends string ? never : Key]: Texts[Key] extends (
    ...values: infer Values
  ) => string
    ? Readonly<Values>
    : Texts[Key] extends Readonly<Record<string, string>>
      ? null
      : Samples<Texts[Key]>;
};

const MANY = 1204;
const SEVEN = 7;
const DAY = '2026-03-03';

const SAMPLES: Samples<Words> = {
  number: [MANY],
  dates: {
    day: [DAY],
    moment: [`${DAY}T08:12:00Z`],
    month: [DAY],
    monthShort: [DAY],
    hours: [`${DAY}T06:00:00Z`, `${DAY}T09:00:00Z`],
    period: [DAY, '2026-04-05'],
  },
  site: null,
  home: null,
  digest: {
    by: [['Ada', 'Bo']],
    minutes: [SEVEN],
    drawnFrom: [SEVEN, MANY, 12],
    share: [0.24],
    taken: [SEVEN, MANY],
    citation: [['Ada', 'Bo'], 'The ferry', 'Notes', DAY],
  },
  thread: {
    posts: [MANY],
    people: [SEVEN, MANY],
    speakers: [MANY, 0],
    original: [{ platform: 'Mastodon' }],
    licence: ['CC0'],
    consent: ['licence: CC0'],
    mostQuoted: [SEVEN],
    description: ['Ferry', 'Mastodon', 'facts'],
    page: [SEVEN, MANY],
    pageLink: [MANY],
    elsewherePage: [SEVEN, MANY],
    listPage: [MANY],
    listSummary: [MANY],
  },
  reading: {
    below: [{ count: MANY, names: ['Ada', 'Bo'], others: SEVEN, unnamed: SEVEN }],
    position: [SEVEN, MANY],
    key: null,
    said: { time: null, timeHere: null, only: null },
  },
  review: {
    of: ['Ada'],
    comments: [MANY, SEVEN],
    gives: [['Reviewed-by', 'Tested-by']],
    list: [SEVEN],
    onLines: [MANY],
    onFile: ['weir.c'],
    onLine: ['weir.c', MANY],
    onOldLine: ['weir.c', MANY],
    onRange: ['weir.c', SEVEN, MANY],
    counted: ['place'],
    by: ['Ada', 'Place'],
    commented: [SEVEN],
  },
  post: {
    name: ['Ada', DAY, 'parent'],
    inReplyTo: ['Bo'],
    inReplyToGuessed: ['Bo'],
    authorGuessed: ['Tade'],
    edited: [DAY],
    original: ['Mastodon'],
    warning: ['spiders'],
    sensitive: [SEVEN],
    reactions: {
      accepted: [SEVEN],
      boost: [MANY],
      favourite: [SEVEN],
      like: [MANY],
      point: [MANY],
      quote: [MANY],
      repost: [MANY],
      upvote: [SEVEN],
    },
    quotedBy: [MANY],
    quotedByMore: [MANY],
    state: null,
    quoted: { accepted: ['Ada'] },
  },
  quote: {
    from: ['Ada'],
    misattributed: ['Ada'],
    via: [['Ada', 'Bo']],
    quoted: [MANY],
    replaced: ['ebb', 'flood'],
    leftOut: ['ebb'],
    putIn: ['flood'],
    wayChanged: [MANY],
    next: ['Ada'],
    nextSpeaker: ['Ada'],
    fold: [SEVEN, 'Ada', true],
  },
  copy: null,
  body: { image: ['a weir'], quotedTimes: [MANY] },
  attachment: { kind: null },
  poll: { votes: [MANY], voters: [MANY], closed: [DAY], closes: [DAY] },
  card: { by: ['Ada'] },
  fidelity: null,
  fidelityCount: ['altered', MANY],
  quotes: [MANY],
  figures: {
    again: [MANY],
    median: [MANY],
    days: [MANY],
    activityOf: [MANY, 'period'],
    peak: [MANY, 'moment'],
    undated: [MANY],
    oftenest: ['Ada', 'Bo', MANY],
    others: [MANY],
    unclear: [MANY],
    further: [MANY],
  },
  issues: {
    summary: [MANY],
    name: ['1204'],
    see: ['1204'],
    previous: ['1204'],
    next: ['1204'],
  },
  people: {
    summary: [MANY],
    listPage: [MANY],
    description: ['Bo'],
    moreOf: ['Ada'],
    spoken: [MANY, SEVEN],
    furtherPosts: [MANY],
    furtherThreads: [MANY],
    consent: ['asked'],
  },
  archive: null,
  tags: { digests: [MANY], tagged: ['ferry'] },
  search: { found: { results: null } },
  edition: { wrote: ['Ada', DAY] },
  preview: { quote: ['Ada', 'The ferry says otherwise.'] },
  notFound: null,
};

/** Texts that are right as they stand although English has the same. */
const SAME_AS_ENGLISH: Readonly<Record<string, readonly string[]>> = {
  de: ['colon', 'attachment.kind.video', 'attachment.kind.animation', 'search.person'],
  fr: ['attachment.kind.image', 'attachment.kind.animation', 'edition.source'],
};
/** These say nothing in words. */
const NO_WORDS = [
  'lang',
  'dir',
  'number',
  'post.name',
  'dates.month',
  'dates.monthShort',
  'dates.day',
  'dates.period',
];
/** What a script fills in: `{count}`. */
const BLANK = /\{\w+\}/g;
const NO_BREAK_BEFORE = /(?:^|[^\u00a0])(?::)|(?:^|[^\u202f])[;!?]|«(?!\u202f)|(?<!\u202f)»/u;

const english = wordsFor('en');
const others = Object.keys(LANGUAGES).filter((lang) => lang !== 'en');

describe.each(Object.keys(LANGUAGES))('%s', (lang) => {
  const texts = said(wordsFor(lang));

  test('says everything, and nothing is left empty or unfinished', () => {
    expect(Object.keys(texts)).toEqual(Object.keys(said(english)));
    for (const [path, text] of Object.entries(texts)) {
      expect(text, path).toMatch(/\S/);
      expect(text, path).not.toMatch(/undefined|null|NaN|\$\{|\[object/);
    }
  });

  test('names the link that shows a number by that number', () => {
    for (const amount of [1, 2, 3]) expect(wordsFor(lang).body.quotedTimes(amount)).toContain(`${amount}`);
  });

  test('says the numbers from 0 to 101 in its own forms', () => {
    const words = wordsFor(lang);
    const numbers = Array.from({ length: 102 }, (_, index) => index);
    const one = numbers.filter((amount) => new Intl.PluralRules(lang).select(amount) === 'one');
    const noun = (amount: number) => words.thread.posts(amount).replace(words.number(amount), '');
    expect(new Set(numbers.map(noun)).size).toBe(2);
    expect(new Set(one.map(noun)).size).toBe(1);
  });
});

describe.each(others)('%s', (lang) => {
  const words = wordsFor(lang);
  const texts = said(words);

  test('leaves nothing in English', () => {
    const model = said(english);
    const same = Object.keys(texts).filter((path) => texts[path] === model[path] && !NO_WORDS.includes(path));
    expect(same.toSorted()).toEqual(SAME_AS_ENGLISH[lang]?.toSorted() ?? []);
  });

  test('names whatever the English text names', () => {
    const model = said(english);
    for (const [path, text] of Object.entries(model)) {
      expect(texts[path]?.match(BLANK)?.toSorted(), path).toEqual(text.match(BLANK)?.toSorted());
    }
    for (const [path, values] of Object.entries(samples())) {
      for (const value of values.flat()) {
        const [there, here] = [shown(value, english), shown(value, words)];
        if (here === null || !model[path]?.includes(there ?? '')) continue;
        expect(texts[path], path).toContain(here);
      }
    }
  });
});

test('French has its spaces before the marks, and within quotation marks', () => {
  const wrong = Object.entries(said(wordsFor('fr'))).filter(
    ([path, text]) => !path.startsWith('dates.') && NO_BREAK_BEFORE.test(text),
  );
  expect(wrong).toEqual([]);
});

test('each language quotes in its own marks', () => {
  expect(wordsFor('en').tags.tagged('ferry')).toContain('“ferry”');
  expect(wordsFor('de').tags.tagged('ferry')).toContain('„ferry“');
  expect(wordsFor('fr').tags.tagged('ferry')).toContain('«\u202fferry\u202f»');
});

test('no text has straight quotation marks', () => {
  for (const lang of Object.keys(LANGUAGES))
    for (const [path, text] of Object.entries(said(wordsFor(lang)))) expect(text, path).not.toMatch(/["']/);
});

test('a name that begins with a vowel is elided in French', () => {
  const { quote } = wordsFor('fr');
  expect(`${quote.from('Ines')}Ines`).toBe('Citation d’Ines');
  expect(`${quote.from('Émile')}Émile`).toBe('Citation d’Émile');
  expect(`${quote.from('Bo')}Bo`).toBe('Citation de Bo');
  expect(quote.fold(12, 'Ines', true)).toBe('Citation d’Ines, 12 lignes, juste au-dessus');
});

test('in French none is one, in German none is many', () => {
  expect(wordsFor('fr').thread.posts(0)).toBe('0 message');
  expect(wordsFor('de').thread.posts(0)).toBe('0 Beiträge');
});

test.each([
  ['de', 'de', '1.204'],
  ['de-AT', 'de-AT', '1\u00a0204'],
  ['DE-lu', 'de-LU', '1.204'],
  ['de-Latn-DE-1996', 'de-Latn-DE-1996', '1.204'],
  ['de-u-nu-arab', 'de', '1.204'],
  ['en-IN', 'en-IN', '1,204'],
  ['fr-BE', 'fr-BE', '1\u202f204'],
])('%s gets texts, is said to be %s, and counts %s', (asked, lang, number) => {
  const words = wordsFor(asked);
  expect(words.lang).toBe(lang);
  expect(words.skip).toBe(wordsFor(lang.slice(0, 2)).skip);
  expect(words.number(MANY)).toBe(number);
  expect(missingLanguage(asked)).toBeNull();
});

test.each(['sv', 'pt-BR', 'de_AT', '__proto__', 'constructor', ''])(
  'a site in "%s" gets English, and its editor is told which languages there are',
  (asked) => {
    expect(wordsFor(asked).lang).toBe('en');
    expect(wordsFor(asked).skip).toBe(english.skip);
    expect(missingLanguage(asked)).toContain(`"${asked}"`);
    expect(missingLanguage(asked)).toContain('en, de, fr');
  },
);

test('a reaction that only English names says that it is English', () => {
  expect(reactionText('boost', 2, wordsFor('de'))).toEqual({ text: 'zweimal geteilt' });
  expect(reactionText('boost', 1, wordsFor('fr'))).toEqual({ text: '1 partage' });
  expect(reactionText('helpful', 3, wordsFor('de-AT'))).toEqual({ text: '3 helpful', lang: 'en' });
  expect(reactionText('🎉', MANY, wordsFor('de'))).toEqual({ text: '1.204 🎉' });
});

/** Every text, by its path: `thread.posts` → `1,204 posts`. */
function said(words: Words): Readonly<Record<string, string>> {
  return Object.fromEntries(leaves(words).map(([path, text]) => [path, textOf(path, text)]));
}

function textOf(path: string, text: unknown): string {
  if (typeof text !== 'function') return String(text);
  const values = samples()[path];
  if (!values) throw new Error(`There are no sample values for ${path}.`);
  return String(text(...values));
}

function samples(): Readonly<Record<string, readonly unknown[]>> {
  const found = leaves(SAMPLES).filter((leaf): leaf is [string, readonly unknown[]] =>
    Array.isArray(leaf[1]),
  );
  return Object.fromEntries(found);
}

function leaves(node: object, path: readonly string[] = []): readonly (readonly [string, unknown])[] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    const here = [...path, key];
    if (isForms(value)) return [[here.join('.'), value.other] as const];
    const isBranch = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isBranch ? leaves(value, here) : [[here.join('.'), value] as const];
  });
}

/** One text, in as many forms as the language has. */
function isForms(value: unknown): value is Forms {
  return typeof value === 'object' && value !== null && 'other' in value;
}

/** How a sample value stands in a text; `null` where it need not stand there. */
function shown(value: unknown, words: Words): string | null {
  if (typeof value === 'number') return words.number(value);
  return typeof value === 'string' && value.length > 1 && value !== 'altered' ? value : null;
}
