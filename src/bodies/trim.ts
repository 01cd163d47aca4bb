import type { Body } from '../thread/schema.ts';
import { parseHtml } from './html.ts';
import { parseMarkdown } from './markdown.ts';
import { type Segment, segment } from './plain/segments.ts';
import { ownLines, withoutSignOff } from './plain/sign-off.ts';
import { bodyText } from './text.ts';

/**
 * What a reader of mail wants left out. What is a quote is a fact and the same for all; these are policies, about
 * which programs differ. Those about quotes concern plain text: of HTML and Markdown all quotes are left out.
 */
export interface TrimOptions {
  /**
   * Signatures and what lists and companies add; `drop` where nothing is said. `end`: the first of them ends the mail,
   * and what stands below it is left out too.
   */
  readonly signature?: 'drop' | 'keep' | 'end';
  /** Quotes marked line by line which own words answer below them; `keep` where nothing is said. */
  readonly answered?: 'keep' | 'drop';
  /**
   * The lines that introduce a quote which own words answer below it; `drop` where nothing is said. With `drop`, a
   * quote that they introduce at the very beginning is left out too, where all of the answer stands below it.
   */
  readonly attributions?: 'drop' | 'keep';
  /**
   * Fewer than seven lines below an introduced quote that ends the mail but for them, where more than a salutation
   * stands above it; `keep` where nothing is said. With `drop` they are taken for a signature, and go with the quote.
   */
  readonly tail?: 'keep' | 'drop';
  /**
   * What counts as the beginning of an original that stands without marks: `certain`, where nothing is said, what only
   * programs write; `likely` also what people may, such as `Petra Holm wrote:`, `Reply Message`, `From: petra@quay.example`
   * in a paragraph of their own.
   */
  readonly originals?: 'certain' | 'likely';
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
  const likely = options.originals === 'likely';
  const segments = segment(body.plain, { stuffed: body.flowed !== undefined, likely });
  const kept = ownPart(withoutTail(toSignature(segments, options), options), options);
  return signedOff(joined(kept.length > 0 ? kept : passedOn(segments)), options);
}

/** An attribution on the line of the words before it leaves them without a line end. */
function joined(parts: readonly Segment[]): string {
  return parts.map(({ text }) => (LINE_END.test(text) ? text : `${text}\n`)).join('');
}

const LINE_END = /[\r\n]$/;

function signedOff(text: string, { sender, signature = 'drop' }: TrimOptions): string {
  const lines = ownLines(text);
  return (sender && signature !== 'keep' ? withoutSignOff(lines, sender) : lines).join('\n').trim();
}

/** The segments above the first signature, where what follows it is to be left out. */
function toSignature(segments: readonly Segment[], { signature }: TrimOptions): readonly Segment[] {
  const first = signature === 'end' ? segments.findIndex((part) => isAside(part)) : -1;
  return first > 0 && segments.slice(0, first).some(isOwn) ? segments.slice(0, first) : segments;
}

/** What Discourse takes for a signature below a quote has fewer lines than this. */
const LINES_OF_ANSWER = 7;

/** The segments above an introduced quote, where few lines below it end the mail. */
function withoutTail(segments: readonly Segment[], { tail = 'keep' }: TrimOptions): readonly Segment[] {
  const words = tail === 'drop' ? segments.findIndex(isOwn) : -1;
  const quote = segments.findIndex(
    (part, at) => at > words && part.role === 'attribution' && part.depth === 0,
  );
  if (words < 0 || quote < 0 || isSalutation(segments.slice(words, quote))) return segments;
  const below = segments.slice(quote);
  const last = below.findLastIndex((part) => part.depth > 0 && !isBlank(part));
  if (last < 0 || below.slice(0, last).some(isOwn)) return segments;
  const lines = below
    .slice(last + 1)
    .filter(isOwn)
    .flatMap((part) => part.lines);
  return lines.filter((line) => line.trim() !== '').length < LINES_OF_ANSWER
    ? segments.slice(0, quote)
    : segments;
}

/** `Dear Petra,` and no more: what it opens stands below. */
function isSalutation(parts: readonly Segment[]): boolean {
  const lines = parts.flatMap((part) => part.lines).filter((line) => line.trim() !== '');
  return lines.length === 1 && (lines[0]?.trimEnd().endsWith(',') ?? false);
}

/** The segments from the first to the last of the author's own that the options keep. */
function ownPart(segments: readonly Segment[], options: TrimOptions): readonly Segment[] {
  const { answered = 'keep', attributions = 'drop', signature = 'drop' } = options;
  const last = segments.findLastIndex((part) => isOwn(part) || (signature === 'keep' && isAside(part)));
  if (!segments.some(isOwn)) return [];
  const from = attributions === 'drop' ? answerStart(segments, last) : 0;
  return segments.slice(from, last + 1).filter((part, at, parts) => {
    if (part.depth > 0 && answered === 'drop') return false;
    if (part.role === 'attribution')
      return answered === 'keep' && attributions === 'keep' && isMarkedQuote(nextFilled(parts, at));
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
function passedOn(segments: readonly Segment[]): readonly Segment[] {
  const words = segments.filter((part) => part.unmarked && part.depth === 1 && part.role !== 'attribution');
  return words.filter((part) => part.role !== 'signature' && part.role !== 'footer');
}
