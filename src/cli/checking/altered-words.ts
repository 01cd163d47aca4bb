import type { Projection } from '../../bodies/text.ts';
import type { DigestQuote } from '../../markdown/read-digest.ts';
import { DECLARED } from '../../quotes/locate.ts';
import { normalForm } from '../../quotes/normal.ts';
import type { Edit } from '../../quotes/quote.ts';
import { seek } from '../../quotes/sought.ts';
import { asMarkdown } from './as-markdown.ts';
import { placeInMarkdown } from './place-in-markdown.ts';

/** Words of a quote that its source does not say, and what it says there. Offsets are UTF-16 code units. */
export interface AlteredWords {
  /** In the digest's Markdown. */
  readonly start: number;
  readonly end: number;
  /** As the source's author wrote it; empty where the source has nothing there. */
  readonly said: string;
  /** The same as Markdown for just this stretch; absent where replacing it would cut through emphasis, a link or code. */
  readonly correction?: string;
}

/** A quote's own text with the nodes it was read off. */
interface Written extends Projection {
  /** Where the quote begins in it. */
  readonly from: number;
}

/**
 * The differing words of an altered quote, each run of them with a place of its own; a word beside it where the quote
 * only left words out. Empty where the places cannot be told, as for words that are only struck out.
 */
export function alteredWords(
  quote: Pick<DigestQuote, 'text' | 'edits' | 'post' | 'source'>,
  written: Written,
  markdown: string,
): readonly AlteredWords[] {
  const changes = changesIn(quote);
  const normal = normalForm(quote.text);
  const found = changes.map((change): AlteredWords | null => {
    const start = written.from + (normal.starts[change.start] ?? 0);
    const end = written.from + (normal.ends[change.end - 1] ?? 0);
    const place = placeInMarkdown(markdown, written.leaves, start, end);
    if (!place) return null;
    const correction = place.isText ? asMarkdown(change.said, markdown, place.start) : null;
    return {
      start: place.start,
      end: place.end,
      said: change.said,
      ...(correction === null ? {} : { correction }),
    };
  });
  return found.every((one) => one !== null) ? found : [];
}

/** A run of differing words: its place in the quote's normal form, never empty, and what was said. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly said: string;
}

function changesIn({
  text,
  edits = [],
  post,
  source,
}: Parameters<typeof alteredWords>[0]): readonly Change[] {
  const normal = normalForm(text).text;
  const { pieces } = seek(text);
  const groups = betweenDeclared(edits);
  if (!post || !source || groups.length !== pieces.length) return [];
  const said = post.reading.normal;
  let [at, saidAt] = [0, Math.max(0, said.starts.indexOf(source.start))];
  const found: Change[] = [];
  for (const group of groups) {
    const [quoted, sourced] = [joined(group, 'added'), joined(group, 'removed')];
    const start = normal.indexOf(quoted, at);
    if (start < 0) return [];
    const from = said.text.indexOf(sourced, saidAt);
    const original = (begin: number, end: number) =>
      from < 0
        ? sourced.slice(begin, end)
        : post.reading.own.text.slice(said.starts[from + begin] ?? 0, said.ends[from + end - 1] ?? 0);
    for (const run of runsOf(group))
      found.push({
        start: start + run.start,
        end: start + run.end,
        said: run.saidStart === run.saidEnd ? '' : original(run.saidStart, run.saidEnd),
      });
    at = start + quoted.length;
    if (from >= 0) saidAt = from + sourced.length;
  }
  return found;
}

function betweenDeclared(edits: readonly Edit[]): readonly (readonly Edit[])[] {
  const groups: Edit[][] = [[]];
  for (const edit of edits) {
    if (edit.kind === 'same' && edit.text === DECLARED) groups.push([]);
    else groups.at(-1)?.push(edit);
  }
  return groups;
}

function joined(edits: readonly Edit[], kind: Edit['kind']): string {
  return edits
    .filter((edit) => edit.kind === 'same' || edit.kind === kind)
    .map(({ text }) => text)
    .join('');
}

interface Run {
  readonly start: number;
  readonly end: number;
  readonly saidStart: number;
  readonly saidEnd: number;
}

/** `past seven` */
const FIRST_WORD = /^\s*\S+/;

/** How long the last word of a text is, with the white space after it: 6 in `past seven `. */
function lastWordLength(text: string): number {
  let start = text.trimEnd().length;
  if (start === 0) return 0;
  while (start > 0 && /\S/.test(text.charAt(start - 1))) start -= 1;
  return text.length - start;
}

/** Runs of changes, with nothing but white space between the changes of a run. */
function runsOf(edits: readonly Edit[]): readonly Run[] {
  const runs: Run[] = [];
  let [at, saidAt] = [0, 0];
  edits.forEach(({ kind, text }, n) => {
    const run = { start: at, end: at, saidStart: saidAt, saidEnd: saidAt };
    if (kind !== 'removed') at += text.length;
    if (kind !== 'added') saidAt += text.length;
    if (kind === 'same') return;
    const before = runs.at(-1);
    const joins = before && (edits[n - 1]?.kind !== 'same' || edits[n - 1]?.text.trim() === '');
    if (joins) runs.pop();
    runs.push({ ...(joins ? before : run), end: at, saidEnd: saidAt });
  });
  return runs.map((run) => (run.start === run.end ? withNeighbour(run, edits) : run));
}

/** What was left out has no place in the quote: the word before it stands for that, or the one behind it. */
function withNeighbour(run: Run, edits: readonly Edit[]): Run {
  const quoted = joined(edits, 'added');
  const before = lastWordLength(quoted.slice(0, run.start));
  if (before > 0)
    return withoutLastSpace({ ...run, start: run.start - before, saidStart: run.saidStart - before }, edits);
  const after = FIRST_WORD.exec(quoted.slice(run.end))?.[0].length ?? 0;
  return { ...run, end: run.end + after, saidEnd: run.saidEnd + after };
}

/** Without the space that ends both what was written and what was said. */
function withoutLastSpace(run: Run, edits: readonly Edit[]): Run {
  const both = [joined(edits, 'added')[run.end - 1], joined(edits, 'removed')[run.saidEnd - 1]];
  return both.every((last) => last === ' ') ? { ...run, end: run.end - 1, saidEnd: run.saidEnd - 1 } : run;
}
