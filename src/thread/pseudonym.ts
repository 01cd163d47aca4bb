import { fold, handlesOf, type KnownPerson } from './people.ts';
import { patternSource, REDACTED } from './redact.ts';
import type { Person, PersonId } from './schema.ts';

/** Somebody who has a pseudonym, with all that names them in a thread. */
export interface Named {
  readonly entry: KnownPerson;
  readonly pseudonym: string;
  readonly people: readonly (readonly [PersonId, Person])[];
  /** The addresses of their posts and of the thread, where it began with one of them. */
  readonly addresses: readonly string[];
  /** The hosts at which the thread's people have their pages. */
  readonly hosts: readonly string[];
}

/** Takes a person's names out of texts. */
export interface Disguise {
  /** The text with the pseudonym wherever it names the person; addresses that lead to them are redacted. */
  readonly text: (text: string) => string;
  /** Whether the address is the person's page, picture or post, or names them. */
  readonly leadsToThem: (address: string) => boolean;
  /** What looks like the person's name and was not replaced, since it may be an ordinary word: `Ines`, `mark`. */
  readonly doubtful: (text: string) => string | undefined;
}

/**
 * What is replaced: handles that say where (`@ines@quay.example`), mentions (`@ines`, `u/ines`, `<@U123>`), names of
 * several words, the `names` that the editor adds, and, where it can be nothing but a name, a handle or name of one
 * word: when it looks like none (`ines_k`, `quay4`), in attributions (`ines wrote:`) and in quoted headers.
 * In a thread in which they take no part a name may be another's: there only handles that say where, and `names` of
 * several words.
 */
export function disguiseOf({ entry, pseudonym, people, addresses, hosts }: Named): Disguise {
  const written = [
    ...handlesOf(entry).flatMap(([, handle]) => (people.some(([id]) => id === handle) ? [] : [handle])),
    ...people.flatMap(([, { handle, name }]) => (name === undefined ? [handle] : [handle, name])),
  ].map((one) => one.trim());
  const known = [...new Set(written.filter((one) => fold(one) !== fold(pseudonym)))].filter((one) =>
    /[\p{L}\p{N}]/u.test(one),
  );
  const takesPart = people.length > 0;
  const several = known.filter((one) => takesPart && /\s/.test(one));
  const full = known.filter((one) => FULL_HANDLE.test(one)).map(bare);
  const single = known.filter((one) => takesPart && !/[\s@]/.test(bare(one))).map(bare);
  const local = [
    ...new Set([...single, ...full.map((one) => (takesPart ? (one.split('@')[0] ?? '') : ''))]),
  ].filter(Boolean);
  const ids = people.map(([id]) => id);
  const own = (entry.names ?? []).filter((one) => takesPart || /\s/.test(one));
  const wide = ordered([...several, ...several.map(reversed), ...own.filter((one) => /\s/.test(one))]);
  const patterns = [
    ...ids.map(
      (id) =>
        new RegExp(
          `<@[!&]?${escaped(id)}(?:\\|[^<>]{0,200})?>|&lt;@[!&]?${escaped(id)}(?:\\|[^<>]{0,200})?&gt;`,
          'gu',
        ),
    ),
    ...full.map((one) => whole(`@?${NOTHING}${patternSource(one)}`, 'giu')),
    ...wide.map((one) => whole(`@?${patternSource(one)}`, 'giu')),
    ...local.map((one) =>
      whole(`(?:@|(?<![\\p{L}\\p{N}])/?u/|~)${NOTHING}${patternSource(one)}(?:@[\\w.-]{1,200}\\w)?`, 'giu'),
    ),
    ...ordered(own.filter((one) => !/\s/.test(one))).map((one) => whole(patternSource(one), 'gu')),
    ...ordered(single.filter(looksLikeNoWord)).map((one) => whole(patternSource(one), 'giu')),
    ...ordered(local).flatMap((one) => [
      new RegExp(`${NOT_AFTER_WORD}${patternSource(one)}(?=${MARKS}(?:${SAYS}))`, 'giu'),
      new RegExp(`(?<=${INTRODUCES})${patternSource(one)}${NOT_BEFORE_WORD}`, 'giu'),
    ]),
  ];
  const segments = new Set(
    local.flatMap((one) => [one.toLowerCase(), `@${one.toLowerCase()}`, `~${one.toLowerCase()}`]),
  );
  const exact = addresses.map(plainAddress);
  const pages = people.flatMap(([, { url, avatar }]) =>
    [url, avatar].flatMap((one) => (one ? [plainAddress(one)] : [])),
  );
  const leadsToThem = (address: string) => {
    const plain = plainAddress(address);
    if (exact.includes(plain)) return true;
    if (pages.some((page) => plain === page || plain.startsWith(`${page}/`))) return true;
    if (full.some((one) => plain.includes(one.toLowerCase()))) return true;
    if (
      several.some(
        (one) =>
          plain.includes(one.toLowerCase().replace(/\s+/g, '-')) ||
          plain.includes(one.toLowerCase().replace(/\s+/g, '_')),
      )
    )
      return true;
    const [host = '', ...path] = plain.split('/');
    return path.some(
      (segment, place) =>
        segments.has(segment) &&
        (segment.startsWith('@') ||
          segment.startsWith('~') ||
          OF_PEOPLE.has(path[place - 1] ?? '') ||
          (place === 0 && hosts.includes(host))),
    );
  };
  const doubts = ordered(
    [...single, ...wide.flatMap((one) => one.split(/[\s,]+/))].filter(
      (one) => [...one].length >= LEAST_DOUBTFUL,
    ),
  ).map((one) => new RegExp(`${NOT_AFTER_WORD}${escaped(one)}${NOT_BEFORE_WORD}`, 'u'));
  return {
    text: (text) =>
      patterns.reduce(
        (kept, pattern) => kept.replace(pattern, () => pseudonym),
        text.replace(ADDRESS, (address) => (leadsToThem(decoded(address)) ? REDACTED : address)),
      ),
    leadsToThem,
    doubtful: (text) => {
      for (const doubt of doubts) {
        const found = doubt.exec(text)?.[0];
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}

const LEAST_DOUBTFUL = 3;
/** `@ines@quay.example` */
const FULL_HANDLE = /^@?[^@\s]+@[^@\s]+$/;
/** An address within a text; a full stop or bracket at its end belongs to the text. */
const ADDRESS = /https?:\/\/[^\s"'<>()[\]\\^`{|}]{1,2000}/gi;
/** What stands before a person's handle in addresses: `/users/ines`, `/u/ines`. */
const OF_PEOPLE = new Set([
  'u',
  'user',
  'users',
  'profile',
  'profiles',
  'people',
  'member',
  'members',
  'author',
  'by',
]);

const NOT_AFTER_WORD = '(?<![\\p{L}\\p{N}\\p{M}_])';
const NOT_BEFORE_WORD = '(?![\\p{L}\\p{N}\\p{M}_])';
/** Markup and invisible characters between an @ and the name: `@<span>ines</span>`. */
const NOTHING = '(?:<[^<>]{0,2000}>|[*_`\\\\\\u200b-\\u200f\\u2060]){0,8}';
/** What may stand between a name and "wrote": `ines** (3 March) `. */
const MARKS = '(?:<[^<>]{0,200}>|[*_~`\\s,:]|\\([^()\\n]{0,80}\\)){0,8}';
const SAYS =
  'wrote|writes|said|says|schrieb|schreibt|sagte|sagt|a écrit|écrivait|écrit|a dit|dit\\s*:|escribió|ha scritto|schreef|skrev';
const INTRODUCES =
  '(?:^|[\\n>])[ \\t>]{0,8}(?:From|Von|De|Da|Cc|To|An):[ \\t]{0,4}|\\[quote=["\']?|data-username=["\']|data-author=["\']|data-mention-id=["\']';

function whole(source: string, flags: string): RegExp {
  return new RegExp(`${NOT_AFTER_WORD}${source}${NOT_BEFORE_WORD}`, flags);
}

/** `ines_k`, `quay4`, `InesKovar`: what nobody would write for anything else. */
function looksLikeNoWord(name: string): boolean {
  return /[\d_.-]|\p{Ll}\p{Lu}/u.test(name) && name.length > 3;
}

function bare(handle: string): string {
  return handle.replace(/^@/, '');
}

/** `Ines Kovar` → `Kovar, Ines` */
function reversed(name: string): string {
  const words = name.split(/\s+/);
  return `${words.at(-1)}, ${words.slice(0, -1).join(' ')}`;
}

/** The longest first, each once. */
function ordered(names: readonly string[]): readonly string[] {
  return [...new Set(names)].toSorted((one, other) => other.length - one.length);
}

function escaped(text: string): string {
  return [...text].map((character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`).join('');
}

/** `https://Quay.example/@Ines/?x#y` → `quay.example/@ines` */
function plainAddress(address: string): string {
  return decoded(address)
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[?#].*$/s, '')
    .replace(/[/.,;:!]{1,8}$/, '');
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
