/** How a line of a copy begins, where it begins with mentions. */
export interface Lead {
  /** As written, with the `@`: `@ines`, `@ines@quay.example`. At least one. */
  readonly handles: readonly string[];
  /** Whether emoji stand before the first mention. */
  readonly emoji: boolean;
  /** Whether anything but mentions stands in the line. */
  readonly text: boolean;
}

/**
 * The mentions that a line begins with, or `null` where it begins otherwise. Emoji, spaces (also no-break ones)
 * and invisible marks (byte order, direction, joiners) may stand before the first; commas and the like after
 * each. A line indented as code begins with no mention, nor does `@ines's boat` or `@route("/")`.
 */
export function leadingMentions(line: string): Lead | null {
  if (INDENTED.test(line)) return null;
  BEFORE.lastIndex = 0;
  const before = BEFORE.exec(line)?.[0] ?? '';
  const handles: string[] = [];
  let position = before.length;
  for (let next = mentionAt(line, position); next; next = mentionAt(line, position)) {
    handles.push(next.handle);
    position = next.end;
  }
  if (handles.length === 0) return null;
  return { handles, emoji: EMOJI.test(before), text: position < line.trimEnd().length };
}

// Four spaces or a tab, as Markdown has it.
const INDENTED = /^(?: {4}|\t)/;
// `👍🏽 @ines`; Cf holds the byte order mark, the direction marks and the joiners.
const BEFORE =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{Variation_Selector}\p{Cf}\p{Zs}]*/uy;
const EMOJI = /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u;
// `@ines`, `@ines_k-2`, `@ines@quay.example`
const HANDLE = /@[A-Za-z0-9_]+(?:[.-]+[A-Za-z0-9_]+)*(?:@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)?/y;
// What may end a mention: `@ines, `, `@ines: `, `@ines...`, the end of the line.
const AFTER = /[.,:;!?…]*(?:[\s\p{Cf}]+|$)/uy;

function mentionAt(line: string, position: number): { handle: string; end: number } | null {
  HANDLE.lastIndex = position;
  const handle = HANDLE.exec(line)?.[0];
  if (!handle) return null;
  AFTER.lastIndex = position + handle.length;
  const after = AFTER.exec(line);
  return after && { handle, end: AFTER.lastIndex };
}
