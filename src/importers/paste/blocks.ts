import { type Lead, leadingMentions } from './mentions.ts';

/** One post of a copy, as text. */
export interface Block {
  /** Who wrote it, where the copy itself says so in a line above the post. */
  readonly header: { readonly name: string; readonly handle: string } | null;
  /** The mentions that the text begins with, as written. */
  readonly mentions: readonly string[];
  /** Without the header, without blank lines at either end. */
  readonly text: string;
}

/** A post of a copy and the line where it begins. */
export interface PlacedBlock {
  /** The first that is not blank, from 0. */
  readonly line: number;
  readonly block: Block;
}

/**
 * The posts of a copy, in its order. Lines end with LF.
 *
 * - A line that begins with a mention begins a post, with or without a blank line above it. Whatever begins
 *   otherwise belongs to the post above, however many blank lines stand between.
 * - Such a line goes on with the post above where it stands in a fenced block that is closed, or where it names
 *   nobody whom a post above begins with, and either stands right below a line that announces names (`cc`, `via`,
 *   `Thanks to:`, a comma), or right below text and begins with emoji (`🎨 @ines`), or its paragraph is nothing but
 *   mentions and there is a reply above. All else begins a post: words under nobody's name are a lesser wrong than
 *   words under another's.
 * - A line `Ines Kovar @ines@quay.example 3h` (name, full handle, age) below a blank line begins a post and says
 *   who wrote it. It counts as the first line of the copy, or where there are two. With two, only such lines
 *   begin posts. The age tells no date and is dropped.
 *
 * A post without mentions that follows another cannot be told from a paragraph of it and stays with it.
 */
export function findBlocks(text: string): readonly Block[] {
  return placeBlocks(text.split('\n')).map(({ block }) => block);
}

/** The posts of `findBlocks` with the lines where they begin. */
export function placeBlocks(lines: readonly string[]): readonly PlacedBlock[] {
  const headers = findHeaders(lines);
  const starts = headers.size > 1 ? new Set(headers.keys()) : findStarts(lines, headers);
  const bounds = [...new Set([0, ...starts])].sort((a, b) => a - b);
  return bounds
    .map((start, n) => ({
      line: firstFilled(lines, start),
      block: toBlock(lines.slice(start, bounds[n + 1] ?? lines.length), headers.get(start) ?? null),
    }))
    .filter(({ block }) => block.header !== null || block.text !== '');
}

function toBlock(lines: readonly string[], header: Block['header']): Block {
  const text = (header ? lines.slice(1) : lines).join('\n').replace(BLANK_START, '').trimEnd();
  return { header, mentions: leadingMentions(firstLine(text))?.handles ?? [], text };
}

// Blank lines, but not the indentation of the first line that is none.
const BLANK_START = /^(?:[^\S\n]*\n)+/;

function firstLine(text: string): string {
  const end = text.indexOf('\n');
  return end === -1 ? text : text.slice(0, end);
}

// `Ines Kovar @ines@quay.example 3h`, `Ines Kovar @ines@quay.example · 12m`
const HEADER =
  /^([^@\s][^@]{0,79}?) (@[A-Za-z0-9_.-]+@[A-Za-z0-9.-]+\.[A-Za-z]+)(?: ·)? \d{1,3}(?:s|m|h|d|w|mo|y)$/;
const LONGEST_HEADER = 250;

function findHeaders(lines: readonly string[]): ReadonlyMap<number, NonNullable<Block['header']>> {
  const found = new Map<number, NonNullable<Block['header']>>();
  for (const [n, line] of lines.entries()) {
    if (line.length > LONGEST_HEADER || !isBlank(lines[n - 1])) continue;
    const [, name, handle] = HEADER.exec(line.trim()) ?? [];
    if (name && handle) found.set(n, { name: name.trim(), handle });
  }
  return found.size > 1 || found.has(firstFilled(lines, 0)) ? found : new Map();
}

function firstFilled(lines: readonly string[], from: number): number {
  let line = from;
  while (line < lines.length && isBlank(lines[line])) line += 1;
  return line;
}

function findStarts(lines: readonly string[], headers: ReadonlyMap<number, unknown>): ReadonlySet<number> {
  const fenced = findFenced(lines);
  const led = new Set<string>();
  const starts = new Set(headers.keys());
  for (const [n, line] of lines.entries()) {
    const lead = fenced.has(n) || headers.has(n - 1) ? null : leadingMentions(line);
    if (!lead || goesOn(lead, lines[n - 1], lines[n + 1], led)) continue;
    starts.add(n);
    for (const handle of lead.handles) led.add(handle.toLowerCase());
  }
  return starts;
}

// `cc`, `/cc:`, `via`, `h/t`, `by`, `Thanks to:`, `Ines, Tomas,`, `Ines and`, `Ines &`
const ANNOUNCES = /(?:(?:^|[\s/(])(?:cc|via|h\/t|by|and)|[,:&])$/i;
const LONGEST_ENDING = 8;

function goesOn(lead: Lead, above: string | undefined, below: string | undefined, led: ReadonlySet<string>) {
  const underText = !isBlank(above);
  if (lead.handles.some((handle) => led.has(handle.toLowerCase()))) return false;
  if (lead.emoji && underText) return true;
  if (underText && ANNOUNCES.test(above?.trimEnd().slice(-LONGEST_ENDING) ?? '')) return true;
  return !lead.text && isBlank(below) && led.size > 0;
}

const FENCE = /^ {0,3}```/;

/**
 * The lines of fenced blocks that are closed. A block that would hold a line like `@ines I think` was not closed
 * (its end opens another post's); `@decorator` alone in its line is code.
 */
function findFenced(lines: readonly string[]): ReadonlySet<number> {
  const fenced = new Set<number>();
  let open: number | null = null;
  for (const [n, line] of lines.entries()) {
    if (!FENCE.test(line)) {
      if (open !== null && leadingMentions(line)?.text) open = null;
      continue;
    }
    for (let inside = open ?? n; inside < n; inside += 1) fenced.add(inside);
    open = open === null ? n : null;
  }
  return fenced;
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}
