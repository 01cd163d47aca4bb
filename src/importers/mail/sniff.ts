import { copiedHeaders } from '../reading/copied-mail.ts';
import { gunzip, isGzip } from './gunzip.ts';
import { decodeText } from './headers.ts';

/** What a file is by what it begins with: many messages, one message, a batch of news articles, or no mail. */
export type MailKind = 'mbox' | 'message' | 'rnews';

const HEAD = 64 * 1024;

/** Looks at a file's first bytes, unpacked where they are packed. Never throws: what cannot be read is no mail. */
export async function sniffMail(path: string, blob: Blob): Promise<MailKind | null> {
  try {
    const head = new Uint8Array(await blob.slice(0, HEAD).arrayBuffer());
    return kindOf(isGzip(head) ? await firstPiece(blob) : head, MESSAGE_NAME.test(path) ? 1 : FEWEST_TELLING);
  } catch {
    return null;
  }
}

async function firstPiece(blob: Blob): Promise<Uint8Array> {
  for await (const piece of gunzip(blob, '')) return piece;
  return new Uint8Array(0);
}

/** `Return-Path: <…>`; RFC 5322, 2.2 */
const FIELD = /^([A-Za-z][A-Za-z0-9-]{0,60})[ \t]{0,5}:/;
/** Fields that mail has and hardly another text begins with. */
const TELLING = new Set([
  'received',
  'return-path',
  'delivered-to',
  'message-id',
  'mime-version',
  'dkim-signature',
  'from',
  'to',
  'subject',
  'date',
  'reply-to',
  'in-reply-to',
  'references',
  'newsgroups',
  'list-id',
  'content-type',
]);
const FEWEST_TELLING = 2;
/** `#! rnews 1234`; RFC 1036, 4.3 */
const RNEWS = /^#! rnews \d{1,9}$/;
/** `letter.eml`: then one such field will do. */
const MESSAGE_NAME = /\.eml(?:\.gz)?$/i;
/** After a `From ` line one telling field is enough, and this part of the header may be damaged. */
const BROKEN_LINES = 0.5;

function kindOf(head: Uint8Array, fewest: number): MailKind | null {
  const text = decodeText(head).replace(/^\uFEFF?[\r\n]{0,100}/, '');
  const lines = text.slice(0, HEAD).split(/\r?\n/);
  if (RNEWS.test(lines[0] ?? '')) return beginsMessage(lines.slice(1), 1, 0) ? 'rnews' : null;
  if (lines[0]?.startsWith('From ')) return beginsMessage(lines.slice(1), 1, BROKEN_LINES) ? 'mbox' : null;
  if (!FIELD.test(lines[0] ?? '') || !beginsMessage(lines, fewest, 0)) return null;
  return fewest > 1 && copiedHeaders(lines).length > 0 ? null : 'message';
}

function beginsMessage(lines: readonly string[], fewest: number, broken: number): boolean {
  const blank = lines.indexOf('');
  const block = lines.slice(0, blank < 0 ? lines.length : blank);
  const fields = block
    .map((line) => FIELD.exec(line)?.[1]?.toLowerCase())
    .filter((name) => name !== undefined);
  const strange = block.filter((line) => !FIELD.test(line) && !/^[ \t>]/.test(line)).length;
  const telling = new Set(fields.filter((name) => TELLING.has(name))).size;
  return telling >= fewest && strange <= block.length * broken;
}
