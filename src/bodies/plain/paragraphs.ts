import type { Code, PhrasingContent, RootContent } from '../body.ts';
import type { LogicalLine } from './flowed.ts';
import { linkText } from './links.ts';
import { isIndented, isPreformatted, withoutIndent } from './preformatted.ts';

/**
 * Lines of words as blocks: blank lines part them, preformatted blocks become code, in the others a line end is a
 * space where it only wraps the text and a `break` where its author meant it. List markers stay in the text: a
 * list's words are then the same whether it is quoted or not.
 */
export function paragraphs(lines: readonly LogicalLine[]): readonly RootContent[] {
  const blocks = blocksOf(lines);
  const usual = usualWidth(blocks);
  return mergeCode(blocks.map((block) => ({ node: nodeOf(block.lines, usual), gap: block.gap })));
}

/** Lines as paragraphs in which every line end is kept: signatures, footers. */
export function brokenParagraphs(lines: readonly string[]): readonly RootContent[] {
  return blocksOf(lines.map((text) => ({ text }))).map((block) => paragraph(block.lines, NEVER_WRAPPED));
}

interface Block {
  readonly lines: readonly LogicalLine[];
  /** Blank lines before it. */
  readonly gap: number;
}

function blocksOf(lines: readonly LogicalLine[]): readonly Block[] {
  const blocks: { lines: LogicalLine[]; gap: number }[] = [];
  let gap = 0;
  for (const line of lines) {
    if (line.text.trim() === '') {
      gap += 1;
      continue;
    }
    const block = blocks.at(-1);
    if (block && gap === 0 && !startsListing(block.lines, line)) block.lines.push(line);
    else blocks.push({ lines: [line], gap });
    gap = 0;
  }
  return blocks;
}

/** Between `Like this:` and an indented line, and between indented lines and text, a block ends. */
function startsListing(block: readonly LogicalLine[], line: LogicalLine): boolean {
  const last = block.at(-1)?.text ?? '';
  if (!isIndented(last)) return isIndented(line.text) && last.trimEnd().endsWith(':');
  return !isIndented(line.text) && isIndented(block[0]?.text ?? '');
}

function nodeOf(lines: readonly LogicalLine[], usual: number): RootContent {
  const texts = lines.map((line) => line.text);
  if (!lines.some((line) => line.flowed) && isPreformatted(texts)) return code(texts);
  return paragraph(lines, wrapWidth(lines, usual));
}

function code(lines: readonly string[]): Code {
  return { type: 'code', lang: null, meta: null, value: lines.map((line) => line.trimEnd()).join('\n') };
}

/** Listings with blank lines between them are one. */
function mergeCode(blocks: readonly { readonly node: RootContent; readonly gap: number }[]): RootContent[] {
  const runs: RootContent[] = [];
  let pieces: string[] = [];
  const flush = () => {
    if (pieces.length > 0) runs.push(code(withoutIndent(pieces.join('\n').split('\n'))));
    pieces = [];
  };
  for (const { node, gap } of blocks) {
    if (node.type === 'code') {
      pieces.push(pieces.length > 0 ? '\n'.repeat(gap) + node.value : node.value);
      continue;
    }
    flush();
    runs.push(node);
  }
  flush();
  return runs;
}

/** Columns between which mail programs wrap; a paragraph whose lines are all shorter was broken by hand. */
const NARROWEST_WRAP = 50;
const WIDEST_WRAP = 100;
const NEVER_WRAPPED = Number.POSITIVE_INFINITY;
/** A paragraph shows its width where this many lines, the last not counted, nearly reach its longest. */
const TELLING_LINES = 2;
/** As much room as a longish word leaves at the end of a line. */
const RAGGED = 14;

/** The column at which a block was wrapped, estimated from its longest line. */
function wrapWidth(lines: readonly LogicalLine[], usual: number): number {
  if (lines.some((line) => line.flowed)) return NEVER_WRAPPED;
  const own = longest(lines);
  const width = isTelling(lines, own) ? own : Math.max(own, usual);
  return own < NARROWEST_WRAP ? NEVER_WRAPPED : width;
}

/** The width at which most paragraphs of a text are wrapped; 0 where none shows it. */
function usualWidth(blocks: readonly Block[]): number {
  const widths = blocks
    .filter((block) => isTelling(block.lines, longest(block.lines)))
    .map((block) => longest(block.lines))
    .filter((width) => width >= NARROWEST_WRAP)
    .sort((one, other) => one - other);
  return widths[Math.floor(widths.length / 2)] ?? 0;
}

function isTelling(lines: readonly LogicalLine[], longest: number): boolean {
  const reaching = lines.slice(0, -1).filter(({ text }) => text.trimEnd().length > longest - RAGGED);
  return reaching.length >= TELLING_LINES;
}

function longest(lines: readonly LogicalLine[]): number {
  return lines
    .map((line) => line.text.trimEnd().length)
    .reduce((most, length) => (length <= WIDEST_WRAP ? Math.max(most, length) : most), 0);
}

function paragraph(lines: readonly LogicalLine[], width: number): RootContent {
  const broken: string[] = [];
  let open = '';
  for (const [at, { text }] of lines.entries()) {
    const words = text.trim();
    const before = lines[at - 1]?.text.trimEnd();
    if (before === undefined) {
      open = words;
    } else if (isWrapped(before, text, width)) {
      open += seam(before, words) + words;
    } else {
      broken.push(open);
      open = words;
    }
  }
  broken.push(open);
  return { type: 'paragraph', children: broken.flatMap((line, at) => phrasing(line, at)) };
}

function phrasing(line: string, at: number): readonly PhrasingContent[] {
  return at === 0 ? linkText(line) : [{ type: 'break' }, ...linkText(line)];
}

/**
 * Whether a line end only wraps: the next line's first word had no room before it, or, where somebody wraps by hand
 * and ends lines early, the sentence goes on in a small letter.
 */
function isWrapped(before: string, line: string, width: number): boolean {
  const next = line.trim();
  if (
    width === NEVER_WRAPPED ||
    RULE.test(next) ||
    RULE.test(before) ||
    ITEM.test(next) ||
    TRAILER.test(next) ||
    TRAILER.test(before)
  )
    return false;
  if (isIndented(line) && !isIndented(before) && !ITEM.test(before.trimStart())) return false;
  if (before.length > WIDEST_WRAP && before.lastIndexOf(' ') > width) return false;
  if (before.length >= NARROWEST_WRAP && GOES_ON.test(next)) return true;
  return before.length + 1 + firstWord(next).length > width;
}

// "=====", "* * *"
const RULE = /^[\s=*_~#-]+$/;
// "- one", "* two", "3. three", "4) four", "[5] five", "• six"
const ITEM = /^(?:[-*+•–]|\d{1,3}[.)]|\[\d{1,3}\]:?) /;
// "Signed-off-by: Ada Lovelace", "Fixes: 1a2b3c4 (…)"
const TRAILER = /^(?:[A-Z][A-Za-z]+(?:-[A-Za-z]+)*-[Bb]y|Cc|CC|Fixes|Link|Closes|Message-I[dD]|Change-Id): /;

// "and so on"
const GOES_ON = /^\p{Ll}[\p{Ll}’']*(?:[\s,;]|$)/u;

function firstWord(text: string): string {
  const space = text.indexOf(' ');
  return space < 0 ? text : text.slice(0, space);
}

// Scripts that set no space between words.
const SPACELESS_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。]$/u;
const SPACELESS_START = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。]/u;

function seam(before: string, next: string): string {
  return SPACELESS_END.test(before) && SPACELESS_START.test(next) ? '' : ' ';
}
