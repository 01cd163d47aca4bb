import { LANGUAGES } from './languages.ts';
import { nameIn } from './names.ts';
import { type Phrase, PHRASES } from './phrases.ts';

/** What an attribution line says. */
export interface Attribution {
  readonly name?: string;
  /** Nothing but a name and a verb: a sentence of prose may look the same. */
  readonly prose?: true;
  /** With a date, and an address or the time of day and a name in capitals beside it, as only programs write it. */
  readonly certain?: true;
}

/**
 * Reads a line, unwrapped, that stands above a quote: `On DATE, NAME <address> wrote:` in the languages of
 * `LANGUAGES`, `NAME writes:`, `In article <id>, NAME wrote:`, `Quoting NAME:`, `DATE NAME <address>:`,
 * `* NAME [DATE]:`. Addresses may be masked as `‹address›`. `null` where it is not an attribution.
 */
export function readAttribution(line: string): Attribution | null {
  if (line.length > LONGEST) return null;
  const text = plainText(line).replace(FRAME, '').trim();
  const read = readForm(text);
  return read && !read.prose && isCertain(text, read.name) ? { ...read, certain: true } : read;
}

const LONGEST = 600;
// "---- … ----", "------On … wrote-----", "- On …", "…:"
const FRAME = /^-{1,10}(?: |(?=\p{Lu}))|\s*-{3,10}$|\s*[:：]$/gu;

/** Without marks of direction, entities and the commas of other scripts. */
function plainText(line: string): string {
  return withoutTransferCoding(line)
    .replace(DIRECTIONS, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replace(/[，、،]/g, ', ')
    .replace(SPACED_HALF, '$1m')
    .replace(/\s+/g, ' ')
    .trim();
}

// "10:02 a. m."
const SPACED_HALF = /(?<=\d\s)([ap])\.\s?m\./g;
const DIRECTIONS = /[\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** The bytes that quoted-printable wrote as `=C3=A0`, where a mail was passed on without being decoded. */
function withoutTransferCoding(line: string): string {
  return line.replace(CODED, (coded) => {
    try {
      return decodeURIComponent(coded.replaceAll('=', '%'));
    } catch {
      return coded;
    }
  });
}

// "=C3=A0", what UTF-8 writes beyond ASCII
const CODED = /(?:=[C-F][\dA-F](?:=[89AB][\dA-F]){1,3})+/g;

function readForm(text: string): Attribution | null {
  const quoting = QUOTING.exec(text) ?? ABBREVIATED.exec(text);
  if (quoting) return named(quoting[1] ?? '');
  const posted = POSTED_BY.exec(text);
  if (posted) return named(posted[1] ?? '');
  const cited = ADDRESS.test(text) ? CITED.exec(text) : null;
  if (cited) return named(cited[1] ?? '');
  const message = MESSAGE_OF.exec(text);
  const dated = message && readNameBeforeDate(message[1] ?? '');
  if (dated) return dated;
  const sent = SENT.exec(text)?.[1];
  if (sent && YEAR.test(sent)) return readOpened(sent, 'On '.length);
  const news = readNews(text);
  if (news) return news;
  const kernel = KERNEL.exec(text);
  if (kernel && DIGIT.test(kernel[2] ?? '')) return named(kernel[1] ?? '');
  return readPhrases(text) ?? readDated(text);
}

// "Quoting Petra Holm <petra@quay.example>"
const QUOTING = /^(?:Quoting|Thus spake|Excerpts from) (\S.{0,200}?)(?:['’]s message of .{1,100})?$/;
// Horde's, in other languages: "Zitat von Petra Holm <petra@quay.example>"
const CITED =
  /^(?:Zitat von|Citando(?: a)?|Citeren|Citerar|Citat fra|Citat|Siterer|Lainaus|Cytowanie|Cituji|Цитирование|Quoth) (\S.{0,200})$/;
// "Missatge de Petra Holm <petra@quay.example> del dia dt., 3 de març 2026", Apple Mail's "Wiadomość napisana przez …"
const MESSAGE_OF = /^(?:Missatge de|Wiadomość napisana przez) (\S.{0,250})$/;
// Of news programs, in one order: "Petra Holm <petra@quay.example> wrote in message news:1a2b@quay.example..."
const IN_MESSAGE =
  /^(\S.{0,200}?) (?:wrote in (?:message|article)|wrote in(?= news:)|schrieb im Newsbeitrag|a écrit dans le message|schreef in bericht|ha scritto nel messaggio|escribió en el mensaje|skrev i meddelandet)(?=[ :‹]|$).{0,200}$/;
// "Petra Holm schrieb in <1a2b@quay.example>"
const IN_ARTICLE_LAST =
  /^(\S.{0,200}?) (?:wrote|schrieb|schreibt|a écrit|écrivait) (?:in|dans) [<‹][^<>‹›]{1,200}[>›]$/;
// "In <1a2b@quay.example> schrieb Petra Holm", "In Artikel <1a2b@quay.example> schrieb Petra Holm"
const NAME_LAST = /^In (?:Artikel |article )?[<‹][^<>‹›]{1,200}[>›],? schrieb (\S.{0,200})$/;
// "Dans l'article <1a2b@quay.example>, Petra Holm a écrit"
const DANS =
  /^Dans (?:l['’]article |le message )?[<‹][^<>‹›]{1,200}[>›],? (\S.{0,200}?) (?:a écrit|écrivait|écrit)$/;
// "In article <1a2b@quay.example>, petra@quay.example says..."
const SAYS = /^(In article [<‹].{1,300}) says\.{3}$/;

/** Lines that name the article by its id, so that an address stands in each. */
function readNews(text: string): Attribution | null {
  if (!ADDRESS.test(text)) return null;
  const found =
    IN_MESSAGE.exec(text) ?? IN_ARTICLE_LAST.exec(text) ?? NAME_LAST.exec(text) ?? DANS.exec(text);
  if (found) return named(found[1] ?? '');
  const says = SAYS.exec(text)?.[1];
  return says === undefined ? null : readOpened(says, 'In '.length);
}

// Supercite: '>>>>> "PH" == Petra Holm <petra@quay.example> writes'
const ABBREVIATED = /^>{3,5} "[^"]{1,40}" == (\S.{0,200}?) (?:writes|wrote)$/;
// "Posted by Petra Holm on 03/03/2026"
const POSTED_BY = /^Posted by (\S.{0,80}?) on \d{1,2}\/\d{1,2}\/\d{4}$/;
// "On 3 March 2026, Petra Holm <petra@quay.example> sent": without the date, prose
const SENT = /^(On \S.{1,300}) sent$/;
// "* Petra Holm [2026-03-03 10:02]"
const KERNEL = /^\* (\S[^[(]*) [[(]([^\])]*)[\])]$/;
const DIGIT = /\p{Nd}/u;
// "petra@quay.example", "‹address›"
const ADDRESS = /[^\s@]@[^\s@]|‹[^‹›]*›| at \S+\.\S/;
const WEEKDAY = /\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b/;
// "2026", "2569" (Thailand's), "3.3.26", "3/3/2026", "۲۰۲۶"
const YEAR = /(?:19|20)\d\d|256\d|\d{1,2}[./-] ?\d{1,2}[./-] ?\d{2}|(?!\d)\p{Nd}{4}/u;
// "10:02", "10.02 Uhr", "10h02"
const TIME = /\p{Nd}{1,2}[:.h]\p{Nd}{2}(?!\p{Nd}|[./]\p{Nd})/u;

function isCertain(text: string, name: string | undefined): boolean {
  if (!YEAR.test(text)) return false;
  if (ADDRESS.test(text)) return true;
  return name !== undefined && PERSON.test(name) && TIME.test(text.replace(YEAR, ' '));
}

// "Petra", "山田", "petra_holm", "petra7"; not "the log"
const PERSON = /^["“]?[\p{Lu}\p{Lo}]|^\p{L}{1,30}[_\d][\p{L}\d_-]{0,30}$/u;

function readPhrases(text: string): Attribution | null {
  for (const phrase of PHRASES) {
    const verb = phrase.verb.exec(text);
    const before = verb && text.slice(0, verb.index).trim();
    const after = verb && text.slice(verb.index + verb[0].length).trim();
    const read = verb && readAround(before ?? '', (after ?? '').replace(phrase.verb, '').trim(), phrase);
    if (read) return read;
  }
  const dated = WROTE_ON.exec(text);
  if (!dated || !DIGIT.test(dated[2] ?? '')) return null;
  const read = readBefore(dated[1] ?? '', null);
  return read?.name && YEAR.test(dated[2] ?? '') ? { name: read.name } : read;
}

// "Petra Holm wrote on 3 March 2026", "Petra Holm wrote at 10:02"
const WROTE_ON = /^(\S.{0,100}?)\s(?:wrote|writes|said)\s(?:on|at|in)\s(.{1,100})$/;

function readAround(before: string, after: string, phrase: Phrase): Attribution | null {
  if (after === '') return readBefore(before, phrase);
  const dated = (phrase.opening.test(before) || beginsWithDate(before)) && opensWithDate(before);
  if (dated) return phrase.language.name === 'last' ? named(after.replace(TRAILER, '')) : null;
  if (!YEAR.test(after) || !opensWithDate(after)) return null;
  const name = nameIn(withoutLead(before));
  return name ? { name } : null;
}

// What Dutch sets behind the name: "schreef Petra Holm het volgende"
const TRAILER = /(?:^| )het volgende$/;

function readBefore(before: string, phrase: Phrase | null): Attribution | null {
  const opening = phrase?.opening.exec(before);
  if (opening) return readOpened(before, opening[0].length - 1);
  const begun = beginsWithDate(before) && DIGIT.test(before);
  const bare = before.replace(BULLET, '');
  const between = phrase && !begun ? readNameBeforeDate(bare) : null;
  if (between) return between;
  if (phrase?.language.name === 'first' && !begun && YEAR.test(before)) {
    const name = nameIn(beforeDate(bare));
    return name ? { name } : null;
  }
  const name = nameIn(begun ? withoutDate(bare) : withoutLead(bare));
  if (begun) return name ? { name } : {};
  if (ADDRESS.test(before)) {
    if (DIGIT.test(bare.replace(BRACKETED, ''))) return null;
    return name ? { name } : ENDS_WITH_ADDRESS.test(before) ? {} : null;
  }
  if (PRONOUN.test(before.trim())) return { prose: true };
  return name && (!DIGIT.test(bare) || !bare.includes(' ')) ? { name, prose: true } : null;
}

/** `Petra Holm <petra@quay.example> hat am 03.03.2026 10:02`, and the verb behind it. */
function readNameBeforeDate(text: string): Attribution | null {
  const [, who = '', date = ''] = NAME_THEN_DATE.exec(text) ?? [];
  if (!YEAR.test(date) || !opensWithDate(date)) return null;
  const name = nameIn(withoutLead(who));
  return name ? { name } : null;
}

const NAME_THEN_DATE = /^([^<>‹›()]{1,100}\(?(?:<[^<>\s]{3,200}>|‹[^‹›]{1,200}›)\)?),? (\S.{0,80})$/;
const BULLET = /^\*\s+/;
// "Keepers of the quay <keepers@quay.example>": no name, but what only a program sets before its verb
const ENDS_WITH_ADDRESS = /(?:<[^<>\s]{1,100}@[^<>\s]{1,100}>|‹[^‹›]{1,200}›)$/;
// "Tue, 3 Mar 2026", "2026-03-03", "March 3, 2026"
const BEGINS_WITH_DATE =
  /^(?:\p{Nd}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? |(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6} \d{1,2}, \d{4})/u;
// "вт, 3 мар. 2026", "tir. 3. mars 2026", "śr., 3 mar 2026", "суббота, 14 марта 2015", "mar. 3 mars 2026"
const FOREIGN_WEEKDAY = /^[\p{L}\p{M}]{1,12}(?:\.,|[.,]) ?\p{Nd}/u;
// Finnish, Czech and Slovak set no point: "ti 3. maalisk. 2026", "út 3. 3. 2026"
const BARE_WEEKDAY =
  /^(?:ma|ti|ke|to|pe|la|su|maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai|po|út|ut|st|čt|št|pá|pi|so|ne) \d/;
const PRONOUN = /^(?:I|you|he|she|we|they|someone|somebody|people|others)$/i;

function beginsWithDate(text: string): boolean {
  if (BEGINS_WITH_DATE.test(text)) return true;
  if (!FOREIGN_WEEKDAY.test(text) && !BARE_WEEKDAY.test(text)) return false;
  return YEAR.test(text.split(' ', WORDS_OF_DATE).join(' '));
}

/** `вторник, 3 марта 2026`; `Fig. 3 in the 2026 report` is none. */
const WORDS_OF_DATE = 4;

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
  const masked = ISO_ZONE.exec(text);
  if (masked) return named(masked[1] ?? '');
  if (!beginsWithDate(text) || !DIGIT.test(text) || !ADDRESS.test(text) || !ADDRESS_LAST.test(text))
    return null;
  const name = nameIn(withoutDate(text));
  const whole = FULL_DATE.test(text) || TIME.test(text);
  return name ? { name } : isCertain(text, name) && whole ? {} : null;
}

// "Petra Holm <petra@quay.example>", Tutanota's "3 Mar 2026, 10:02 by petra@quay.example"
const ADDRESS_LAST = /[>›]$|\s(?:by|von|par|por|da|door|av|od|от) [^\s@]{1,64}@[^\s@]{1,200}$/;
// "2026/3/3 …"
const FULL_DATE = /^20\d\d[/-]\d{1,2}[/-]\d{1,2} /;
// Gmail's older form, whose address some lists take out: "2026-03-03 10:02 GMT+01:00 Petra Holm"
const ISO_ZONE = /^20\d\d-\d\d-\d\d \d{1,2}:\d\d GMT[+-]\d\d:\d\d (\p{L}[\p{L}\p{M} .'’-]{0,60})$/u;

function hasDate(text: string): boolean {
  return DIGIT.test(text) || WEEKDAY.test(text);
}

function named(text: string): Attribution {
  const name = nameIn(withoutLead(text));
  return name ? { name } : {};
}

/** What stands before the first number: `Petra Holm 于2026年3月3日`. */
function beforeDate(text: string): string {
  const words = text.replace(BRACKETED, ' ').split(/\s+/).filter(Boolean);
  const first = words.findIndex((word) => NUMBER.test(word));
  return words
    .slice(0, Math.max(first, 0))
    .filter((word) => !/^[于於在]$/.test(word))
    .join(' ');
}

/** What stands behind the last word of a date: behind its last number and the zone or half of the day after that. */
function withoutDate(text: string): string {
  const words = text.replace(BRACKETED, ' ').replace(ZONE_NAME, '$1').split(/\s+/).filter(Boolean);
  const last = words.findLastIndex((word, at) => NUMBER.test(word) || (at === 0 && WEEKDAY_ONLY.test(word)));
  const month = DAY.test(words[last] ?? '') && MONTH.test(words[last + 1] ?? '');
  const rest = words.slice(month ? last + 2 : last + 1);
  return last < 0 ? withoutLead(words.join(' ')) : withoutLead(rest.join(' '));
}

/** Without what stands between a date and a name: `Uhr`, `пользователь`, `CET`. */
function withoutLead(text: string): string {
  const words = text.split(/\s+/).filter(Boolean);
  const first = words.findIndex((word) => !isBetween(word));
  return first < 0 ? '' : words.slice(first).join(' ');
}

function isBetween(word: string): boolean {
  return AFTER_NUMBER.test(word) || BETWEEN.has(word) || BETWEEN.has(word.replace(/,$/, ''));
}

const BETWEEN: ReadonlySet<string> = new Set(LANGUAGES.flatMap(({ between = [] }) => between));

// "<petra2@quay.example>", "‹address›"
const BRACKETED = /<[^<>]*>?|‹[^‹›]*›|\[mailto:[^[\]]*\]/g;
// "10:02 (Central European Time)", "+0100 (CET)"
const ZONE_NAME = /(\d[^\s(]{0,20}) \([^()]{0,60}\)/g;
// "17", "2026,", "10:02", "+0100", "3rd", "GMT+01:00", "2026-03-03T10:02Z", "ב-10:02", "于2026年3月3日", "۲۰۲۶"
const NUMBER = /^["'[(]?(?:GMT|UTC|Гринуич|\p{Lo}{1,2}-?)?[+-]?\p{Nd}/u;
// "3 March", "3rd of March"
const DAY = /^\d{1,2}(?:st|nd|rd|th|\.)?$/;
const MONTH =
  /^(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)\.?,?$/;
// "Monday,", "Tue"
const WEEKDAY_ONLY = /^(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?$/;
// "AM,", "UTC,", "BRT,", "-", "de"
const AFTER_NUMBER =
  /^(?:[AaPp]\.?[Mm]\.?|UTC|GMT|CES?T|MES?Z|[ECMP][SD]T|[BIJKM]ST|MSK|WES?T|EES?T|A[EC][SD]T|NZ[SD]T|Z|de|-|–|,),?$|^\p{Lu}{3,4},$/u;
