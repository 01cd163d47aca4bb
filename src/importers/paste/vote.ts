import type { Grammar, Mark } from './grammars/grammar.ts';
import { grammars } from './grammars/index.ts';
import { isHead } from './grammars/mark-lines.ts';

/** What a grammar can say for itself. */
export interface Ballot {
  readonly grammar: Grammar;
  readonly marks: readonly Mark[];
  /** Headers of the form that it met most often. */
  readonly headers: number;
  /** Of the lines that are not blank, the part that it explains: 0 to 1. */
  readonly share: number;
}

export interface Outcome {
  /** The grammar that understands the copy; `null` where none does, or two as well as each other. */
  readonly winner: Ballot | null;
  /** Those between which the lines do not decide: none or at least two. */
  readonly tied: readonly Ballot[];
  /** Those that found any header, the best first. */
  readonly ballots: readonly Ballot[];
}

/** Two headers of one form are the fewest that are no chance. */
const FEWEST_HEADERS = 2;
/** A winner explains this much of the copy at least; less would leave too much to guess. */
const MAJORITY = 2 / 3;
/** And this much more than the next. */
const LEAD = 0.1;
/** Whoever explains less than this has no say in a tie. */
const CONTENDER = 1 / 3;

/**
 * Chooses the grammar of a copy by vote over its lines. A line that one grammar takes for words and another for a header
 * of its own speaks for the latter alone. Weak grammars are asked where the others find no majority. Precision before
 * recall: without a clear majority there is no winner.
 */
export function vote(lines: readonly string[]): Outcome {
  const strong = candidates(lines, false);
  const first = decide(counted(lines, strong, strong));
  if (first.winner || first.tied.length > 0) return first;
  const weak = candidates(lines, true);
  const second = decide(counted(lines, weak, [...strong, ...weak]));
  return { ...second, ballots: [...first.ballots, ...second.ballots].toSorted(byShare) };
}

function candidates(lines: readonly string[], weak: boolean): readonly Ballot[] {
  return grammars
    .filter((grammar) => (grammar.weak ?? false) === weak)
    .map((grammar) => {
      const marks = grammar.marks(lines);
      return { grammar, marks, headers: mostAlike(marks), share: 0 };
    })
    .filter(({ headers }) => headers >= FEWEST_HEADERS);
}

function mostAlike(marks: readonly Mark[]): number {
  const counts = new Map<string, number>();
  for (const { shape } of marks) if (shape !== undefined) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

function counted(
  lines: readonly string[],
  ballots: readonly Ballot[],
  rivals: readonly Ballot[],
): readonly Ballot[] {
  const heads = lines.map((_, n) => rivals.filter(({ marks }) => isHead(marks[n])).length);
  const filled = lines.filter((line) => line.trim() !== '').length;
  return ballots.map((ballot) => {
    const explained = ballot.marks.filter((mark, n) => explains(mark, ballot.grammar, heads[n] ?? 0));
    return { ...ballot, share: filled === 0 ? 0 : explained.length / filled };
  });
}

function explains(mark: Mark, { strict }: Grammar, heads: number): boolean {
  if (isHead(mark)) return true;
  if (mark.letter === '.' || mark.letter === '?' || heads > 0) return false;
  return !(strict && mark.letter === 't');
}

function decide(ballots: readonly Ballot[]): Outcome {
  const ranked = ballots.toSorted(byShare);
  const [best, next] = ranked;
  const none = { winner: null, tied: [], ballots: ranked };
  if (!best) return none;
  const rivals = ranked.filter(({ share }) => share >= CONTENDER && best.share - share < LEAD);
  if (next && rivals.length > 1 && best.share + next.share >= MAJORITY) return { ...none, tied: rivals };
  return best.share >= MAJORITY ? { ...none, winner: best } : none;
}

function byShare(a: Ballot, b: Ballot): number {
  return b.share - a.share || b.headers - a.headers;
}
