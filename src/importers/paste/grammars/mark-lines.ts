import type { Mark } from './grammar.ts';

/** A line that holds nothing that is seen. */
export function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

/**
 * The marks of a copy whose headers stand above or before the words: `markOf` says what a line is, or `null` where it
 * has no mark of its own. Such a line goes on with the post above; before the first header it is not understood.
 */
export function markLines(
  lines: readonly string[],
  markOf: (line: string, n: number) => Mark | null,
): readonly Mark[] {
  let begun = false;
  return lines.map((line, n) => {
    if (isBlank(line)) return { letter: '.' };
    const mark = markOf(line, n);
    if (mark?.letter === 'h') begun = true;
    return mark ?? { letter: begun ? 't' : '?' };
  });
}

/**
 * The marks with the page's own words taken from the end of each post: `pageMark` says of a line what it would be there
 * (`Reply`, `3 replies`, a day), or `null`. The same words within a post, or right below its header, are the author's.
 */
export function withoutPageWords(
  lines: readonly string[],
  marks: readonly Mark[],
  pageMark: (line: string, n: number) => Mark | null,
): readonly Mark[] {
  const result = [...marks];
  let atEnd = true;
  for (let n = lines.length - 1; n >= 0; n -= 1) {
    const letter = marks[n]?.letter;
    if (letter === '.' || letter === 'n' || letter === 'd') continue;
    const mark: Mark | null = letter === 't' && atEnd ? pageMark(lines[n] ?? '', n) : null;
    atEnd = letter !== 't' || mark !== null;
    if (mark && (mark.attachment || !isBareHead(marks[n - 1]))) result[n] = mark;
    else if (mark) atEnd = false;
  }
  return result;
}

function isBareHead(mark: Mark | undefined): boolean {
  return isHead(mark) && !mark?.text;
}

/** Whether a line is one of a header's. */
export function isHead(mark: Mark | undefined): boolean {
  return mark?.letter === 'h' || mark?.letter === 'p';
}

/** The marks with `pattern` (`(edited)`) taken from the last words of each post. */
export function withoutEnding(
  lines: readonly string[],
  marks: readonly Mark[],
  pattern: RegExp,
): readonly Mark[] {
  const result = [...marks];
  let last = true;
  for (let n = marks.length - 1; n >= 0; n -= 1) {
    const mark = marks[n];
    if (!mark || mark.letter === '.' || mark.letter === 'n') continue;
    const words = mark.text ?? (mark.letter === 't' ? lines[n] : undefined);
    if (last && words !== undefined && words !== '')
      result[n] = { ...mark, text: words.replace(pattern, '') };
    last = mark.letter !== 't';
  }
  return result;
}
