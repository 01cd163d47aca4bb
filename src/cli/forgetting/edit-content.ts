import { type Document, parseDocument } from 'yaml';
import { sharedRuns } from '../../quotes/shared-runs.ts';
import { LONGEST_CODED } from '../../site/forgotten/word-codes.ts';
import type { Overlay } from '../../thread/overlay.ts';
import { REDACTED } from '../../thread/redact.ts';
import type { PostId } from '../../thread/schema.ts';

/** What takes words and names out of a text. */
export interface Cleaning {
  readonly said: readonly string[];
  readonly disguised: (text: string) => string;
}

/** A text without the names, and with a mark where it repeats eight words or more. */
export function cleaned(text: string, { said, disguised }: Cleaning): string {
  const runs = sharedRuns(text, said, LONGEST_CODED);
  const without = runs.toReversed().reduce((kept, run) => {
    return kept.slice(0, run.start) + REDACTED + kept.slice(run.start + run.text.length);
  }, text);
  return disguised(without);
}

/**
 * An overlay without what it says of posts that are gone, and with title, notes, warnings and words to redact that hold
 * nothing of what was forgotten. The rest stays as the editor wrote it. `null` where nothing changes.
 */
export function editedOverlay(
  text: string,
  overlay: Overlay,
  gone: ReadonlySet<PostId>,
  cleaning: Cleaning,
): string | null {
  const document = parseDocument(text);
  const before = String(document);
  if (overlay.title !== undefined) setText(document, ['title'], overlay.title, cleaning);
  for (const [id, correction] of Object.entries(overlay.posts ?? {})) {
    const { note, warning, author, redact = [] } = correction;
    if (gone.has(id)) {
      for (const key of ['note', 'warning', 'author', 'redact']) document.deleteIn(['posts', id, key]);
      if (correction.parent === undefined) document.deleteIn(['posts', id]);
      continue;
    }
    if (note !== undefined) setText(document, ['posts', id, 'note'], note, cleaning);
    if (warning !== undefined) setText(document, ['posts', id, 'warning'], warning, cleaning);
    if (author) setText(document, ['posts', id, 'author'], author, cleaning);
    for (const [n, words] of [...redact.entries()].toReversed())
      if (cleaned(words, cleaning) !== words) document.deleteIn(['posts', id, 'redact', n]);
    if (redact.length > 0 && redact.every((words) => cleaned(words, cleaning) !== words))
      document.deleteIn(['posts', id, 'redact']);
  }
  const after = String(document);
  return after === before ? null : after;
}

function setText(document: Document, path: readonly string[], text: string, cleaning: Cleaning): void {
  const clean = cleaned(text, cleaning);
  if (clean !== text) document.setIn(path, clean);
}

/** content/people.yaml without an entry and the remark right above it: whoever is forgotten is not named there either. */
export function withoutPerson(text: string, key: string): string {
  const document = parseDocument(text);
  document.deleteIn([key]);
  const left = document.toJS() as object | null;
  return left === null || Object.keys(left).length === 0
    ? document.commentBefore
      ? `#${document.commentBefore.replaceAll('\n', '\n#')}\n`
      : ''
    : String(document);
}
