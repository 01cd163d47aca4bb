import { type Thread, threadSchema } from './schema.ts';

/** What stands in a text where words were redacted. */
export const REDACTED = '[redacted]';

/**
 * The thread without these words, in whatever case: a visible mark stands for them in titles, names, bodies and all
 * that belongs to a post; an address that holds them is left out. They are found over the ends of lines, quote
 * marks, markup and character references (`555-<b>0100</b>`, `12 Quay\n> Lane`). What markup can hide beyond that is
 * for whoever parses the bodies to find.
 */
export function redact(thread: Thread, words: readonly string[]): Thread {
  const patterns = words.toSorted((one, other) => other.length - one.length).map(patternOf);
  const clean = (text: string, isAddress: boolean) => {
    if (isAddress && patterns.some((pattern) => text.search(pattern) >= 0)) return null;
    return patterns.reduce((kept, pattern) => kept.replace(pattern, REDACTED), text);
  };
  return withoutPictures(threadSchema.parse(mapTexts(thread, clean, [])), thread);
}

/** Of an attachment of which words were redacted the picture goes too: it may show them. */
function withoutPictures(redacted: Thread, { posts: before }: Thread): Thread {
  const posts = redacted.posts.map((post, n) => {
    const whole = before[n]?.attachments;
    if (!post.attachments?.some(({ saved }) => saved)) return post;
    const attachments = post.attachments.map((attachment, at) => {
      const { saved, ...rest } = attachment;
      const { saved: _, ...former } = whole?.[at] ?? attachment;
      return JSON.stringify(rest) === JSON.stringify(former) ? attachment : rest;
    });
    return { ...post, attachments };
  });
  return { ...redacted, posts };
}

/** Those of the words that stand nowhere in the thread. */
export function notHeld(thread: Thread, words: readonly string[]): readonly string[] {
  const texts: string[] = [];
  const keep = (text: string) => {
    texts.push(text);
    return text;
  };
  mapTexts(thread, keep, []);
  return words.filter((one) => {
    const pattern = patternOf(one);
    return !texts.some((text) => text.search(pattern) >= 0);
  });
}

/** The thread with every text that `change` gives back; a property or an entry is left out where that is `null`. */
export function mapThread(
  thread: Thread,
  change: (text: string, isAddress: boolean, path: readonly string[]) => string | null,
): Thread {
  return threadSchema.parse(mapTexts(thread, change, []));
}

/** What names a thing or is one of a few words, and holds nothing that a person wrote. */
const STRUCTURE = new Set(
  'format id platform importer exported author parent state published edited lang post type flavour flowed closes wishes inferred known file'.split(
    ' ',
  ),
);
const ADDRESSES = new Set(['url', 'avatar']);

/**
 * A copy of the value with every text that `change` gives back, whatever key a later format puts it under. A
 * property or an entry is left out where that is `null`. The schema bounds the depth.
 */
function mapTexts(
  value: unknown,
  change: (text: string, isAddress: boolean, path: readonly string[]) => string | null,
  path: readonly string[],
): unknown {
  const key = path.at(-1) ?? '';
  const isEmoji = path[0] === 'posts' && path[2] === 'emoji' && path.length === 4;
  if (typeof value === 'string') {
    const list = path.at(-2) ?? '';
    const isStructure = path[2] !== 'cards' && (STRUCTURE.has(key) || STRUCTURE.has(list));
    return isStructure ? value : change(value, ADDRESSES.has(key) || isEmoji, path);
  }
  if (Array.isArray(value)) return value.map((one, n) => mapTexts(one, change, [...path, `${n}`]));
  if (typeof value !== 'object' || value === null) return value;
  const namesEmoji = path[0] === 'posts' && path[2] === 'emoji';
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]): [string, unknown][] => {
      const mapped = mapTexts(one, change, [...path, name]);
      const isGone = mapped === null && typeof one === 'string';
      return isGone || (namesEmoji && change(name, true, path) === null) ? [] : [[name, mapped]];
    }),
  );
}

/** `12 Quay Lane`: between two words. Bounded, so that hostile bodies cost no more than their length. */
const GAP =
  '(?:\\s|%20|\\+|&nbsp;|&#0{0,4}(?:32|160);|&#x0{0,4}(?:20|a0);|[>|*_~`\\\\]|<[^<>]{0,2000}>){1,200}';
/** `555-<b>01</b>00`, `Ha&shy;rbour`: between two characters of a word. */
const NOTHING = '(?:<[^<>]{0,2000}>|[*_~`\\\\\\u00ad\\u200b-\\u200f\\u2060\\ufeff]|&shy;){0,8}';
/** Characters that stand for each other in the normal form of text. */
const ALIKE = ['-‐‑‒–—―−', "'‘’‚‛′`´ʼ", '"“”„‟«»″'];
const NAMED: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
};

function patternOf(words: string): RegExp {
  return new RegExp(patternSource(words), 'giu');
}

/** The source of a regular expression (flag `u`) that finds the words over the ends of lines, marks and markup. */
export function patternSource(words: string): string {
  const parts = words
    .normalize('NFC')
    .trim()
    .split(/\s+/)
    .map((word) => [...word].map(characterPattern).join(NOTHING));
  return parts.join(GAP);
}

function characterPattern(character: string): string {
  const alike = [...(ALIKE.find((some) => some.includes(character)) ?? character)];
  const forms = alike.flatMap((one) => {
    const code = one.codePointAt(0) ?? 0;
    const named = NAMED[one];
    return [
      `\\u{${code.toString(16)}}`,
      `&#0{0,4}${code};`,
      `&#x0{0,4}${code.toString(16)};`,
      ...(named ? [`&${named};`] : []),
      ...(one === character && code > 0x7f ? [escapeOf(one.normalize('NFD'))] : []),
    ];
  });
  return `(?:${forms.join('|')})`;
}

function escapeOf(text: string): string {
  return [...text].map((character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`).join('');
}
