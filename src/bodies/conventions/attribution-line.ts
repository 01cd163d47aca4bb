/** An attribution as it stands, and the name in it where that is certain. */
export interface AttributionLine {
  readonly attribution: string;
  readonly name?: string;
}

/** Longer lines are prose. */
export const LONGEST_ATTRIBUTION = 400;

/**
 * Reads the line above a quote: `On 3 March 2026 at 10:11, Petra Holm <petra@holm.example> wrote:`, in the words
 * that mail programs use; `Petra Holm wrote:` without a date. `null` where the line may as well be prose.
 */
export function readAttribution(text: string): AttributionLine | null {
  const line = oneLine(text);
  if (line.length > LONGEST_ATTRIBUTION || !/[:：]$/.test(line)) return null;
  const dated = DATE.test(line);
  if (dated && (VERB.test(line) || ADDRESS_AT_END.test(line))) return attributionIn(line);
  const bare = BARE.exec(line)?.[1];
  if (dated || !bare || NO_NAMES.test(bare)) return null;
  return { attribution: line, name: bare };
}

/** The same where the mark-up itself says that this is an attribution. */
export function attributionIn(text: string): AttributionLine {
  const attribution = oneLine(text).slice(0, LONGEST_ATTRIBUTION);
  const name = nameIn(attribution);
  return name ? { attribution, name } : { attribution };
}

/** A name without the address beside it; `undefined` where only an address is left. */
export function cleanName(name: string): string | undefined {
  const cleaned = name
    .replace(ANGLED, ' ')
    .replace(/\s+(?:via|on behalf of)\s+\S.*$/i, '')
    .replace(/\s+[^\s@]+@[^\s@]+$/, '')
    .replace(/^[\s"'“”«»,;:(]+|[\s"'“”«»,;:)]+$/g, '')
    .replace(/\s+/g, ' ');
  return cleaned === '' || cleaned.length > 80 || /^[^\s@]+@[^\s@]+$/.test(cleaned) || /\d{4}/.test(cleaned)
    ? undefined
    : cleaned;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The name stands between the date and the verb (`On …, Petra Holm wrote:`) or before the address. */
function nameIn(line: string): string | undefined {
  const english = /^On (.{4,300}) (?:wrote|writes):$/.exec(line)?.[1];
  const beforeAddress = english ?? /^(.{4,300}?) ?<[^<>]{0,100}>[^<>]{0,40}$/.exec(line)?.[1];
  if (beforeAddress === undefined) return undefined;
  const bare = beforeAddress.replace(ANGLED, ' ');
  let end = 0;
  for (const match of bare.matchAll(DATE_OR_TIME)) end = match.index + match[0].length;
  if (end === 0) return undefined;
  const name = cleanName(bare.slice(end).replace(LEAD_IN, ''));
  return name && LETTER.test(name) && !/[:,]/.test(name) ? name : undefined;
}

/** `<petra@holm.example>`, `[mailto:petra@holm.example]` */
const ANGLED = /<[^<>]{0,200}>|\[mailto:[^\]]{0,200}\]/g;
const LETTER = /\p{L}/u;
/** `2026`, `26.06.14`, `2026-03-03` */
const DATE = /\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|(?:19|20)\d\d年/;
/** `2026`, `10:11:59 PM`, `+0100`, `(CET)`, `GMT+1` */
const DATE_OR_TIME =
  /\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{1,2}[:.h]\d\d(?::\d\d)?(?:\s?[AP]\.?M\b\.?)?|\s[+-]\d{4}\b|\([A-Z]{2,5}\)|\b(?:UTC|GMT|CES?T|[ECMP][SD]T)(?:[+-]\d{1,2})?\b/gi;
/** What may stand between the date and the name: `, `, ` от `, ` schrieb `. */
const LEAD_IN = /^[\s,;.:]*(?:(?:schrieb|от|by|a écrit|skrev|de|von)\s+)?/i;
/** The words for "wrote" where they stand at or near the end of the line. */
const VERB =
  /(?:wrote|writes|said|schrieb|escribió|escreveu|a écrit|écrit|ha scritto|schreef|geschreven|skrev|kirjoitti|napisał(?:\(a\))?|napsala?|napísala?|írta|a scris|yazdı|пишет|писал|написала?|написав|έγραψε|写道|寫道|のメール|님이 작성|wrote in message)\s?.{0,120}[:：]$/iu;
/** `… <petra@holm.example>:` */
const ADDRESS_AT_END = /<[^<>\s]{1,200}>\s?[:：]$/;
/** `Petra Holm wrote:`, `@ines said:`: one to four words that are written like a name. */
const BARE =
  /^(@[\w.@-]{1,60}|\p{Lu}[\p{L}.'’-]{0,30}(?: (?:\p{Lu}[\p{L}.'’-]{0,30}|van|von|de|der|da|di)){0,3}) (?:wrote|writes|said):$/u;
const NO_NAMES =
  /^(?:I|He|She|They|You|We|It|As|Then|Also|And|But|So|Or|If|When|What|Who|Where|Why|How|The|This|That|These|Those|A|An|Some|Someone|Somebody|People|Everyone|Earlier|Later|Yesterday|Today|Here|There|My|Your|His|Her|Our|Their|Once|Recently|Previously)\b/;
