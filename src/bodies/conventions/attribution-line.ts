import { readAttribution as readLine } from '../plain/attribution.ts';

/** An attribution as it stands, and the name in it where that is certain. */
export interface AttributionLine {
  readonly attribution: string;
  readonly name?: string;
}

/** Longer lines are prose. */
export const LONGEST_ATTRIBUTION = 400;

/**
 * Reads the line above a quote: `On 3 March 2026 at 10:11, Petra Holm <petra@holm.example> wrote:`, in the languages
 * of `LANGUAGES`; `Petra Holm wrote:` without a date. `null` where the line may as well be prose.
 */
export function readAttribution(text: string): AttributionLine | null {
  const line = oneLine(text);
  if (line.length > LONGEST_ATTRIBUTION || !ENDING.test(line)) return null;
  const read = readLine(line);
  if (!read) return null;
  if (!read.prose) return read.name ? { attribution: line, name: read.name } : { attribution: line };
  const bare = BARE.exec(line)?.[1];
  return bare && !NO_NAMES.test(bare) ? { attribution: line, name: bare } : null;
}

/** The same where the mark-up itself says that this is an attribution. */
export function attributionIn(text: string): AttributionLine {
  const attribution = oneLine(text).slice(0, LONGEST_ATTRIBUTION);
  const read = readLine(attribution);
  return read?.name && !read.prose ? { attribution, name: read.name } : { attribution };
}

/** A name without the address beside it; `undefined` where only an address is left. */
export function cleanName(name: string): string | undefined {
  const cleaned = name
    .slice(0, LONGEST_ATTRIBUTION)
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

// "Petra Holm wrote:", Zoho's "---- On Tue, 3 Mar 2026, Petra Holm wrote ---"
const ENDING = /[:：][\u200E\u200F\u202A-\u202E\u2066-\u2069]*$|^-{3,5} .* -{3,5}$/;
/** `<petra@holm.example>`, `[mailto:petra@holm.example]` */
const ANGLED = /<[^<>]{0,200}>|\[mailto:[^\]]{0,200}\]/g;
/** `Petra Holm wrote:`, `@ines said:`: one to four words that are written like a name. */
const BARE =
  /^(@[\w.@-]{1,60}|\p{Lu}[\p{L}.'’-]{0,30}(?: (?:\p{Lu}[\p{L}.'’-]{0,30}|van|von|de|der|da|di)){0,3}) (?:wrote|writes|said):$/u;
const NO_NAMES =
  /^(?:I|He|She|They|You|We|It|As|Then|Also|And|But|So|Or|If|When|What|Who|Where|Why|How|The|This|That|These|Those|A|An|Some|Someone|Somebody|People|Everyone|Earlier|Later|Yesterday|Today|Here|There|My|Your|His|Her|Our|Their|Once|Recently|Previously)\b/;
