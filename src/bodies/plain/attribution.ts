import { nameIn } from './names.ts';

/** What an attribution line says. */
export interface Attribution {
  readonly name?: string;
  /** Nothing but a name and a verb: a sentence of prose may look the same. */
  readonly prose?: true;
}

/** How a language says that somebody wrote something. */
interface Phrase {
  readonly language: string;
  /** How such a line begins, where it begins with a date. */
  readonly opening: RegExp;
  /** The words that end it, or stand before the name. */
  readonly verb: RegExp;
}

/**
 * Languages, each with an example:
 * en `On 3 March 2026, Petra Holm wrote:` · de `Am 3. März 2026 um 10:02 schrieb Petra Holm:` ·
 * fr `Le 3 mars 2026 à 10:02, Petra Holm a écrit :` · es `El 3 mar 2026, a las 10:02, Petra Holm escribió:` ·
 * it `Il giorno 3 mar 2026, Petra Holm ha scritto:` · nl `Op 3 maart 2026 schreef Petra Holm:` ·
 * pt `Em 3 de março de 2026, Petra Holm escreveu:`
 */
const PHRASES: readonly Phrase[] = [
  {
    language: 'en',
    opening: /^(?:On|At|In|Yesterday|Today)\s/,
    verb: /(?<=^|[\s>›])(?:wrote|writes|has written|said|says)$/,
  },
  { language: 'de', opening: /^(?:Am|Den)\s/, verb: /(?<=^|[\s>›])(?:schrieb|hat geschrieben)(?=\s|$)/ },
  { language: 'fr', opening: /^Le\s/, verb: /(?<=^|[\s>›])a écrit$/ },
  { language: 'es', opening: /^El\s/, verb: /(?<=^|[\s>›])escribió$/ },
  { language: 'it', opening: /^(?:Il|In data)\s/, verb: /(?<=^|[\s>›])ha scritto$/ },
  { language: 'nl', opening: /^Op\s/, verb: /(?<=^|[\s>›])schreef(?=\s|$)/ },
  { language: 'pt', opening: /^(?:Em|No dia)\s/, verb: /(?<=^|[\s>›])escreveu$/ },
];

/**
 * Reads a line, unwrapped, that stands above a quote: `On DATE, NAME <address> wrote:`, `NAME writes:`,
 * `In article <id>, NAME wrote:`, `Quoting NAME:`, `DATE NAME <address>:`, `* NAME [DATE]:`. Addresses may be masked
 * as `‹address›`. `null` where it is not an attribution.
 */
export function readAttribution(line: string): Attribution | null {
  if (line.length > LONGEST) return null;
  const text = line.replace(FRAME, '').trim();
  const quoting = QUOTING.exec(text);
  if (quoting) return named(quoting[1] ?? '');
  const kernel = KERNEL.exec(text);
  if (kernel && DIGIT.test(kernel[2] ?? '')) return named(kernel[1] ?? '');
  return readPhrase(text) ?? readDated(text);
}

const LONGEST = 600;
// "---- … ----", "…:", "* …"
const FRAME = /^-{3,5} |\s+-{3,5}$|\s*[:：]$/g;
// "Quoting Petra Holm <petra@quay.example>"
const QUOTING = /^(?:Quoting|Thus spake|Excerpts from) (\S.{0,200}?)(?:['’]s message of .{1,100})?$/;
// "* Petra Holm [2026-03-03 10:02]"
const KERNEL = /^\* (\S[^[(]*) [[(]([^\])]*)[\])]$/;
const DIGIT = /\d/;
// "petra@quay.example", "‹address›"
const ADDRESS = /[^\s@]@[^\s@]|‹[^‹›]*›| at \S+\.\S/;
const WEEKDAY = /\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b/;

function readPhrase(text: string): Attribution | null {
  for (const phrase of PHRASES) {
    const verb = phrase.verb.exec(text);
    if (verb) return readAround(text.slice(0, verb.index), text.slice(verb.index + verb[0].length), phrase);
  }
  const dated = WROTE_ON.exec(text);
  return dated && DIGIT.test(dated[2] ?? '') ? readAround(dated[1] ?? '', '', null) : null;
}

// "Petra Holm wrote on 3 March 2026", "Petra Holm wrote at 10:02"
const WROTE_ON = /^(\S.{0,100}?)\s(?:wrote|writes|said)\s(?:on|at|in)\s(.{1,100})$/;

function readAround(before: string, after: string, phrase: Phrase | null): Attribution | null {
  if (after.trim() !== '') return phrase?.opening.test(before) && opensWithDate(before) ? named(after) : null;
  const opening = phrase?.opening.exec(before);
  if (opening) return readOpened(before, opening[0].length);
  const begun = BEGINS_WITH_DATE.test(before) && DIGIT.test(before);
  const bare = before.replace(BULLET, '');
  const name = nameIn(begun ? withoutDate(bare) : bare);
  if (ADDRESS.test(before))
    return name && (begun || !DIGIT.test(bare.replace(BRACKETED, ''))) ? { name } : null;
  if (begun) return name ? { name } : {};
  if (PRONOUN.test(before.trim())) return { prose: true };
  return name ? { name, prose: true } : null;
}

const BULLET = /^\*\s+/;
// "Tue, 3 Mar 2026", "2026-03-03"
const BEGINS_WITH_DATE = /^(?:\d|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? )/;
const PRONOUN = /^(?:I|you|he|she|we|they|someone|somebody|people|others)$/i;

/** `On DATE, NAME`, `In article <id>, NAME`, `In quay.dev, NAME`. */
function readOpened(before: string, opening: number): Attribution | null {
  const article = ARTICLE.exec(before) ?? GROUP.exec(before);
  if (article) return named(withoutDate(before.slice(article[0].length)));
  if (!opensWithDate(before)) return null;
  return named(withoutDate(before.slice(opening).replace(GROUP_WITHIN, ' ')));
}

// "In article <1a2b@quay.example>, ", "In message <…> on 3 March 2026, "
const ARTICLE = /^In\s(?:(?:article|message|reply to)\s)?[<‹][^<>‹›]{1,200}[>›],?\s/i;
// "In quay.dev.scheduler, "
const GROUP = /^In\s[a-z][\w-]*(?:\.[\w-]+)+,?\s/;
const GROUP_WITHIN = /\sin\s[a-z][\w-]*(?:\.[\w-]+)+,?\s/;

/** How far from the beginning a date shows itself: `On Tuesday, the 3rd`, but not `On the other hand, in 1911`. */
const WORDS_TO_DATE = 5;

function opensWithDate(text: string): boolean {
  return hasDate(text.split(/\s+/, WORDS_TO_DATE).join(' '));
}

/** `2026-03-03 10:02 GMT+01:00 Petra Holm <petra@quay.example>`: only with an address, or it may be anything. */
function readDated(text: string): Attribution | null {
  if (
    !BEGINS_WITH_DATE.test(text) ||
    !DIGIT.test(text) ||
    !ADDRESS.test(text) ||
    (!text.endsWith('>') && !text.endsWith('›'))
  )
    return null;
  const name = nameIn(withoutDate(text));
  return name ? { name } : null;
}

function hasDate(text: string): boolean {
  return DIGIT.test(text) || WEEKDAY.test(text);
}

function named(text: string): Attribution {
  const name = nameIn(text);
  return name ? { name } : {};
}

/** What stands behind the last word of a date: behind its last number and the zone or half of the day after that. */
function withoutDate(text: string): string {
  const words = text.replace(BRACKETED, ' ').replace(ZONE_NAME, '$1').split(/\s+/).filter(Boolean);
  const last = words.findLastIndex((word, at) => NUMBER.test(word) || (at === 0 && WEEKDAY_ONLY.test(word)));
  const start = DAY.test(words[last] ?? '') && MONTH.test(words[last + 1] ?? '') ? last + 2 : last + 1;
  const rest = words.slice(start);
  const first = last < 0 ? 0 : rest.findIndex((word) => !AFTER_NUMBER.test(word));
  return first < 0 ? '' : rest.slice(first).join(' ');
}

// "<petra2@quay.example>", "‹address›"
const BRACKETED = /<[^<>]*>?|‹[^‹›]*›|\[mailto:[^\]]*\]/g;
// "10:02 (Central European Time)", "+0100 (CET)"
const ZONE_NAME = /(\d[^\s(]{0,20}) \([^()]{0,60}\)/g;
// "17", "2026,", "10:02", "+0100", "3rd", "GMT+01:00", "2026-03-03T10:02Z"
const NUMBER = /^["'[]?(?:GMT|UTC)?[+-]?\d/;
// "3 March", "3rd of March"
const DAY = /^\d{1,2}(?:st|nd|rd|th|\.)?$/;
const MONTH = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?,?$/;
// "Monday,", "Tue"
const WEEKDAY_ONLY = /^(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?$/;
// "AM,", "UTC,", "h", "Uhr", "-", "at"
const AFTER_NUMBER =
  /^(?:[AaPp]\.?[Mm]\.?|UTC|GMT|CES?T|[ECMP][SD]T|[BIJKM]ST|MSK|WES?T|EES?T|A[EC][SD]T|NZ[SD]T|Z|Uhr|uhr|h|at|um|om|de|-|–|,),?$/;
