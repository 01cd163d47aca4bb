/** A stretch of a file's text and what is to stand there instead. Offsets are UTF-16 code units. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The edits in order, each once; of those that overlap the first stays. */
export function inOrder<Edit extends TextEdit>(edits: readonly Edit[]): readonly Edit[] {
  const kept: Edit[] = [];
  for (const edit of edits.toSorted((one, other) => one.start - other.start || one.end - other.end)) {
    const before = kept.at(-1);
    if (!before || before.end < edit.start || (before.end === edit.start && before.start < edit.start))
      kept.push(edit);
  }
  return kept;
}

/** The text with the edits made; everything else stays as it is. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, text: put } of inOrder(edits)) {
    pieces.push(text.slice(at, start), put);
    at = end;
  }
  return [...pieces, text.slice(at)].join('');
}
