import type { Body } from '../thread/schema.ts';
import { parseHtml } from './html.ts';
import { parseMarkdown } from './markdown.ts';
import { type Segment, segment } from './plain/segments.ts';
import { ownLines, withoutSignOff } from './plain/sign-off.ts';
import { bodyText } from './text.ts';

/** What is left out beside quotes that nothing answers. */
export interface TrimOptions {
  /** Signatures and what lists and companies add; `drop` where nothing is said. */
  readonly signature?: 'drop' | 'keep';
  /**
   * The lines that introduce a quote which own words answer below it; `drop` where nothing is said. With `drop`, a
   * quote that they introduce at the very beginning is left out too, where all of the answer stands below it.
   */
  readonly attributions?: 'drop' | 'keep';
  /** The author's name or address: a sign-off that bears it is then a signature even with no mark above it. */
  readonly sender?: string;
}

/**
 * The author's own words of a body, as plain text without white space around them: of plain text the lines as they
 * stand, of HTML and Markdown what `bodyText` gives. Quotes, attributions, headers, signatures and footers are left
 * out, but for quotes marked line by line that own words follow: an answer in between needs them. A mail that only
 * passes another one on gives that one's words. Never throws; linear in the length of the body.
 */
export function trim(body: Body, options: TrimOptions = {}): string {
  if ('html' in body) return signedOff(bodyText(parseHtml(body.html)).text, options);
  if ('markdown' in body)
    return signedOff(bodyText(parseMarkdown(body.markdown, body.flavour)).text, options);
  const segments = segment(body.plain, { stuffed: body.flowed !== undefined });
  const kept = ownPart(segments, options);
  const text = kept.length > 0 ? kept.map((part) => part.text).join('') : passedOn(segments);
  return signedOff(text, options);
}

function signedOff(text: string, { sender, signature = 'drop' }: TrimOptions): string {
  const lines = ownLines(text);
  return (sender && signature === 'drop' ? withoutSignOff(lines, sender) : lines).join('\n').trim();
}

/** The segments from the first to the last of the author's own that the options keep. */
function ownPart(segments: readonly Segment[], options: TrimOptions): readonly Segment[] {
  const { attributions = 'drop', signature = 'drop' } = options;
  const last = segments.findLastIndex((part) => isOwn(part) || (signature === 'keep' && isAside(part)));
  if (!segments.some(isOwn)) return [];
  const from = attributions === 'drop' ? answerStart(segments, last) : 0;
  return segments.slice(from, last + 1).filter((part, at, parts) => {
    if (part.role === 'attribution') return attributions === 'keep' && isMarkedQuote(nextFilled(parts, at));
    if (part.role === 'mark') return false;
    if (isAside(part)) return signature === 'keep';
    return !part.unmarked;
  });
}

/** Where the answer begins if all of it stands below an introduced quote; 0 where it does not. */
function answerStart(segments: readonly Segment[], last: number): number {
  const first = segments.findIndex((part) => !isBlank(part));
  if (segments[first]?.role !== 'attribution' || !isMarkedQuote(nextFilled(segments, first))) return 0;
  const answer = segments.findIndex(isOwn);
  const interrupted = segments.slice(answer, last).some((part) => isMarkedQuote(part));
  return interrupted ? 0 : answer;
}

function isOwn(part: Segment): boolean {
  return part.depth === 0 && OWN.has(part.role) && !isBlank(part);
}

const OWN: ReadonlySet<Segment['role']> = new Set<Segment['role']>(['words', 'code', 'patch']);

function isAside(part: Segment): boolean {
  return part.depth === 0 && (part.role === 'signature' || part.role === 'footer');
}

function isMarkedQuote(part: Segment | undefined): boolean {
  return part !== undefined && part.depth > 0 && !part.unmarked;
}

function isBlank(part: Segment): boolean {
  return part.role === 'words' && part.lines.every((line) => line.trim() === '');
}

/** Neighbouring blank segments differ in depth, and so are few. */
const NEXT_WITHIN = 8;

function nextFilled(parts: readonly Segment[], at: number): Segment | undefined {
  return parts.slice(at + 1, at + 1 + NEXT_WITHIN).find((part) => !isBlank(part));
}

/** The words of the outermost mail that stands below headers or an attribution without marks. */
function passedOn(segments: readonly Segment[]): string {
  const words = segments.filter((part) => part.unmarked && part.depth === 1 && part.role !== 'attribution');
  return words
    .filter((part) => part.role !== 'signature' && part.role !== 'footer')
    .map((part) => part.text)
    .join('');
}
