import type { Mark } from './grammar.ts';
import { isBlank } from './mark-lines.ts';
import { EDITED } from './page-words.ts';

/**
 * The marks with the lines of what is answered told from the words of the post above. Discord sets `@Name` above an
 * answer's header, and the answered words below it or behind it. They name a post where exactly one by that person
 * above has these words; then the header says which (`answers`). Where `@Name` stands alone, with one line below it,
 * apart from the words above, they are such lines even if the copy does not hold that post. `isPage` knows the page's own
 * words, which stand below a post.
 */
export function linkReplies(
  lines: readonly string[],
  marks: readonly Mark[],
  isPage: (line: string, n: number) => boolean,
): readonly Mark[] {
  const result = [...marks];
  const said = new Said();
  let above = -1;
  /** What the post above says, its page words left out, if it ends before `end`. */
  const saidAbove = (end: number): string => {
    const own = range(above + 1, end).filter((n) => isWords(marks[n]));
    const last = own.findLastIndex((n) => !isPage(lines[n] ?? '', n));
    return [marks[above]?.text ?? '', ...own.slice(0, last + 1).map((n) => lines[n] ?? '')].join(' ');
  };
  for (const [n, mark] of marks.entries()) {
    if (mark.letter !== 'h') continue;
    const reply = replyAbove(lines, marks, headStart(marks, n), (name, words, from) => {
      const latest = above >= 0 && said.means(marks[above], saidAbove(from), name, words) ? [above] : [];
      return [...said.find(name, words), ...latest];
    });
    if (above >= 0) said.add(above, marks[above], saidAbove(reply?.from ?? n));
    for (const at of range(reply?.from ?? n, n)) if (isWords(marks[at])) result[at] = { letter: 'r' };
    if (reply && reply.answers !== null) result[n] = { ...mark, answers: reply.answers };
    above = n;
  }
  return result;
}

/** A program's header has its name in lines above. */
function headStart(marks: readonly Mark[], header: number): number {
  let start = header;
  while (marks[start - 1]?.letter === 'p') start -= 1;
  return start;
}

interface Reply {
  readonly from: number;
  readonly answers: number | null;
}

/** The headers of posts by that person with these words, above the line `from`. */
type Find = (name: string, words: string, from: number) => readonly number[];

function replyAbove(
  lines: readonly string[],
  marks: readonly Mark[],
  header: number,
  find: Find,
): Reply | null {
  const last = filledAbove(lines, header);
  if (!isWords(marks[last])) return null;
  const line = (lines[last] ?? '').trim();
  const [together] = line.startsWith('@') ? splits(line.slice(1), last, find) : [];
  if (together !== undefined) return { from: last, answers: together };
  const first = last - 1;
  const named = (lines[first] ?? '').trim();
  if (!isWords(marks[first]) || !LONE_NAME.test(named)) return null;
  const found = find(named.slice(1), line, first);
  const apart = isBlank(lines[first - 1]) || first === 0;
  if (found.length === 0 && !apart) return null;
  return { from: first, answers: (found.length === 1 ? found[0] : undefined) ?? null };
}

/** `Ines Kovar The ferry says otherwise.`: the post, if there is one way to part name and words that means one. */
function splits(line: string, from: number, find: Find): readonly number[] {
  const words = line.split(' ', MOST_WORDS_OF_NAME + 1);
  const found = words.slice(0, MOST_WORDS_OF_NAME).flatMap((_, n) => {
    const name = words.slice(0, n + 1).join(' ');
    return find(name, line.slice(name.length), from);
  });
  return found.length === 1 ? found : [];
}

// `@Ines Kovar` and nothing else
const LONE_NAME = /^@\S[^@]{0,79}$/;

function isWords(mark: Mark | undefined): boolean {
  return mark?.letter === 't' || mark?.letter === '?';
}

function filledAbove(lines: readonly string[], n: number): number {
  let at = n - 1;
  while (at >= 0 && at > n - MOST_BLANK && isBlank(lines[at])) at -= 1;
  return at;
}

const MOST_BLANK = 4;
const MOST_WORDS_OF_NAME = 6;

/** What each person said, to find it again. */
class Said {
  readonly #lines = new Map<string, number[]>();

  add(line: number, header: Mark | undefined, words: string): void {
    const key = keyOf(header?.speaker?.handle ?? '', words);
    this.#lines.set(key, [...(this.#lines.get(key) ?? []).slice(-1), line]);
  }

  /** The headers of the posts by that person with these words; two stand for more. */
  find(name: string, words: string): readonly number[] {
    return this.#lines.get(keyOf(name, words)) ?? [];
  }

  means(header: Mark | undefined, said: string, name: string, words: string): boolean {
    return keyOf(header?.speaker?.handle ?? '', said) === keyOf(name, words);
  }
}

// What an answer shows of the post: its words in one line.
function keyOf(name: string, words: string): string {
  return `${name}\n${words.replace(/\s+/g, ' ').trim().replace(EDITED, '')}`;
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n);
}
