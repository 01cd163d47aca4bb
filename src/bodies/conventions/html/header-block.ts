import { headerIn } from '../../plain/header-names.ts';
import { cleanName } from '../attribution-line.ts';

/** What the header block above a quoted mail says. */
export interface HeaderBlock {
  /** The block as it stands, one field a line. */
  readonly attribution: string;
  readonly name?: string;
  readonly kind: 'reply' | 'forward';
}

export const LONGEST_HEADER = 2000;

/** Reads `From: … Sent: … To: … Subject: …`, at least three fields of which one says who; `null` where it is none. */
export function readHeaderBlock(text: string): HeaderBlock | null {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
  const fields = lines.filter((line) => FIELD.test(line));
  const from = fields.map(headerIn).find((header) => header?.name === 'from')?.value;
  if (fields.length < 3 || from === undefined) return null;
  const name = cleanName(from);
  const forward = fields.some((line) => FORWARDED_SUBJECT.test(line));
  return { attribution: lines.join('\n'), kind: forward ? 'forward' : 'reply', ...(name ? { name } : {}) };
}

/** Whether the line is a field of such a block: `Sent: Tuesday, 3 March 2026 10:11`. */
export function isHeaderField(line: string): boolean {
  return FIELD.test(line.trim());
}

/** `Reply-To:`, `Gesendet:`, `Objet :`, `发件人：` */
const FIELD = /^\*?[\p{L}][\p{L} -]{0,24}\*? ?[:：]/u;
/** `Subject: Fwd: tide tables` */
const FORWARDED_SUBJECT = /^[\p{L} ]{1,24}[:：] ?(?:fwd?|wg|tr|rv|enc|i|vs|doorst)[:：]/iu;
