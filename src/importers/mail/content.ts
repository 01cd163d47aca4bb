import { decodeWords } from 'postal-mime';
import { maskMailAddresses } from '../../thread/mail-address.ts';
import type { Attachment, Body } from '../../thread/schema.ts';
import { field, readHeaders } from './headers.ts';
import { splitMessage } from './split-message.ts';
import { type MimePart, readMime } from './mime.ts';

/** What a message says and carries. */
export interface Content {
  readonly body: Body;
  readonly attachments: readonly Attachment[];
  /** The charset of what is shown is unknown or does not fit the bytes. */
  readonly doubtfulCharset: boolean;
  /** Parts that are text but could not stand in the body beside the others. */
  readonly leftOut: number;
}

/**
 * The body of a message and what is attached to it. Of alternatives plain text is taken, HTML where the plain one
 * is empty or only says that there is HTML. Parts that follow each other are joined. A forwarded message stands in
 * the body below a line that says so; one that is attached is an attachment. Signatures and armour stay.
 */
export async function readContent(part: MimePart, depth = 0): Promise<Content> {
  const pieces: Piece[] = [];
  const attachments: Attachment[] = [];
  await collect(part, { pieces, attachments, depth });
  return { ...joined(pieces), attachments };
}

interface Piece {
  readonly kind: 'plain' | 'html';
  readonly text: string;
  readonly flowed?: 'flowed' | 'delsp';
  readonly doubtful: boolean;
}

interface Collected {
  readonly pieces: Piece[];
  readonly attachments: Attachment[];
  /** How many forwarded messages stand around this one. */
  readonly depth: number;
}

/** Recursion is no deeper than parts are nested, which `readMime` bounds, and forwards are, which `DEEPEST` does. */
async function collect(part: MimePart, collected: Collected): Promise<void> {
  if (part.type === 'multipart/alternative' && part.parts.length > 0) return collectBest(part, collected);
  if (part.type === 'multipart/report') return collectReport(part, collected);
  if (part.parts.length > 0) {
    for (const child of part.parts) await collect(child, collected);
    return;
  }
  if (
    part.type === 'message/rfc822' &&
    part.disposition !== 'attachment' &&
    collected.depth < DEEPEST_FORWARD
  )
    return collectForward(part, collected);
  if (isShown(part)) collected.pieces.push(piece(part));
  else collected.attachments.push(attachment(part));
}

/** `text/html` without its alternative, a patch in the text, a multipart whose parts cannot be told apart. */
function isShown({ type, disposition, parts, bytes }: MimePart): boolean {
  if (disposition === 'attachment') return false;
  if (type === 'text/plain' || type === 'text/html') return true;
  if (type.startsWith('multipart/')) return parts.length === 0 && bytes.length > 0;
  return /^text\/x-(?:patch|diff)$/.test(type) || !type.includes('/');
}

async function collectBest(part: MimePart, collected: Collected): Promise<void> {
  const candidates: Collected[] = [];
  for (const child of part.parts) {
    const candidate: Collected = { pieces: [], attachments: [], depth: collected.depth };
    await collect(child, candidate);
    candidates.push(candidate);
  }
  const spoken = candidates.filter(({ pieces }) => pieces.some(({ text }) => text.trim() !== ''));
  const html = spoken.find(({ pieces }) => pieces.some(({ kind }) => kind === 'html'));
  const plain = spoken.find(({ pieces }) => pieces.every(({ kind }) => kind === 'plain'));
  const best = plain && !(html && isStub(plain.pieces)) ? plain : (html ?? spoken[0]);
  for (const candidate of candidates) collected.attachments.push(...candidate.attachments);
  if (best) collected.pieces.push(...best.pieces);
}

/** `This is an HTML message.` */
const STUB = /\bhtml\b|\bview (?:it|this)\b.{0,60}\bbrowser\b/i;
const LONGEST_STUB = 200;

function isStub(pieces: readonly Piece[]): boolean {
  const text = pieces
    .map((one) => one.text)
    .join('\n')
    .trim();
  return text.length <= LONGEST_STUB && STUB.test(text);
}

/** RFC 6522: the first part is for people; the message that is returned is evidence and not what is said. */
async function collectReport(part: MimePart, collected: Collected): Promise<void> {
  const [first, ...rest] = part.parts;
  if (first) await collect(first, collected);
  for (const other of rest) collected.attachments.push(attachment(other));
}

const DEEPEST_FORWARD = 5;
const FORWARD_MARK = '---------- Forwarded message ----------';
const FORWARD_FIELDS = ['From', 'Date', 'Subject'];

async function collectForward(part: MimePart, collected: Collected): Promise<void> {
  const headers = readHeaders(splitMessage(part.bytes).head);
  const content = await readContent(await readMime(part.bytes), collected.depth + 1);
  const fields = FORWARD_FIELDS.flatMap((name) => {
    const value = field(headers, name.toLowerCase());
    return value === undefined ? [] : [`${name}: ${value}`];
  });
  const head: Piece = { kind: 'plain', text: `${FORWARD_MARK}\n${fields.join('\n')}\n`, doubtful: false };
  collected.attachments.push(...content.attachments);
  collected.pieces.push(head, bodyPiece(content));
}

function bodyPiece({ body, doubtfulCharset: doubtful }: Content): Piece {
  if ('html' in body) return { kind: 'html', text: body.html, doubtful };
  if ('markdown' in body) return { kind: 'plain', text: body.markdown, doubtful };
  return { kind: 'plain', text: body.plain, doubtful, ...(body.flowed && { flowed: body.flowed }) };
}

function piece(part: MimePart): Piece {
  const { text, doubtful } = part.text();
  if (part.type === 'text/html') return { kind: 'html', text: text.replace(WRITTEN_SIGN, '@'), doubtful };
  const flowed = /^flowed$/i.test(part.parameters.get('format') ?? '');
  const delsp = /^yes$/i.test(part.parameters.get('delsp') ?? '');
  return { kind: 'plain', text, doubtful, ...(flowed && { flowed: delsp ? 'delsp' : 'flowed' }) };
}

/** An address in HTML may be written `ada&#64;quay.example`. */
const WRITTEN_SIGN = /&(?:#0{0,6}64|#x0{0,6}40|commat);?/gi;

function joined(pieces: readonly Piece[]): Omit<Content, 'attachments'> {
  const spoken = pieces.filter(({ text }) => text.trim() !== '');
  const doubtfulCharset = spoken.some(({ doubtful }) => doubtful);
  const asHtml = spoken[0]?.kind === 'html' || spoken.every(({ kind }) => kind === 'html');
  if (asHtml && spoken.length > 0) {
    const html = spoken
      .map(({ kind, text }) => (kind === 'html' ? tidy(text) : preformatted(tidy(text))))
      .join('\n');
    return { body: { html }, doubtfulCharset, leftOut: 0 };
  }
  const plain = spoken.filter(({ kind }) => kind === 'plain');
  const flowed = plain.find((one) => one.flowed)?.flowed;
  const texts = plain.map((one) => (flowed && !one.flowed ? fixed(tidy(one.text)) : tidy(one.text)));
  return {
    body: { plain: texts.join('\n\n'), ...(flowed && { flowed }) },
    doubtfulCharset,
    leftOut: spoken.length - plain.length,
  };
}

function preformatted(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<pre>${escaped}</pre>`;
}

/** RFC 3676, 4.2 and 4.4: beside flowed text no line of this may seem to go on, nor lose its first space. */
function fixed(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const stuffed = line.startsWith(' ') ? ` ${line}` : line;
      return stuffed === '-- ' ? stuffed : stuffed.trimEnd();
    })
    .join('\n');
}

/** Characters that no text has: all controls but tab and line feed. */
const CONTROL = /(?![\t\n])\p{Cc}/gu;

/** Line ends as line feeds, none at the end; the mailbox put them there. */
function tidy(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\f/g, '\n').replace(CONTROL, '\uFFFD');
  let end = lines.length;
  while (end > 0 && lines[end - 1] === '\n') end--;
  return maskMailAddresses(lines.slice(0, end));
}

const LONGEST_NAME = 200;

function attachment(part: MimePart): Attachment {
  const [kind = ''] = part.type.split('/');
  const type = kind === 'image' || kind === 'audio' || kind === 'video' ? kind : 'file';
  const name = shortText(part.fileName)?.split(/[\\/]/).at(-1);
  const description = shortText(part.description);
  return { type, ...(name && { name }), ...(description && { description }) };
}

function shortText(value: string | undefined): string | undefined {
  if (!value) return undefined;
  const text = decodeWords(value.slice(0, LONGEST_NAME * 4))
    .replace(/\s+/g, ' ')
    .replace(CONTROL, '')
    .trim();
  return maskMailAddresses(text.slice(0, LONGEST_NAME)) || undefined;
}
