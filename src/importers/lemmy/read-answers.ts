import { QuotidianError } from '../../thread/error.ts';
import type { ImportOptions } from '../importer.ts';
import { readEntry } from '../reading/entry.ts';
import { faultText, unreadableEntry, unreadableField } from '../reading/fault-warning.ts';
import { isRecord } from '../reading/glance.ts';
import type { Answer, Found } from './answer.ts';
import { type CommentView, comment, type PostView, post, surroundings, withPost } from './views.ts';

/** A view that has been read, and the file that it stands in. */
export type Read =
  | { readonly kind: 'post'; readonly file: string; readonly view: PostView }
  | { readonly kind: 'comment'; readonly file: string; readonly view: CommentView };

/**
 * The views of all answers, in the order of the files. What cannot be read is told to `warn`. Throws `QuotidianError`
 * where none can be.
 */
export function readAnswers(
  answers: readonly Answer[],
  { warn }: Pick<ImportOptions, 'warn'>,
): readonly Read[] {
  const read: Read[] = [];
  let unread: { fault: string; file: string } | undefined;
  for (const found of answers.flatMap((answer) => answer.found)) {
    const { kind, file, place } = found;
    const { view, faults } = readView(found);
    const fault = faultText(faults, place);
    if (!view) {
      unread ??= { fault, file };
      warn({ file, ...unreadableEntry(`A ${kind}`, fault) });
      continue;
    }
    if (faults.length > 0) warn({ file, ...unreadableField(fault) });
    read.push(view);
  }
  if (read.length === 0 && unread)
    throw new QuotidianError(`Nothing of the export could be read. ${unread.fault}.`, {
      code: 'unreadable-export',
      place: { file: unread.file },
      hint: 'Compare it with https://join-lemmy.org/api, or export it again.',
    });
  return read;
}

/** Without these a post would be lost, or shown although it is gone. */
const NEEDED = new Set<PropertyKey>([
  'id',
  'post_id',
  'creator_id',
  'name',
  'body',
  'content',
  'path',
  'deleted',
  'removed',
]);
/** Without the community a closed one could not be told from an open one. */
const NEEDED_BESIDE = new Set<PropertyKey>(['community']);

function readView({ kind, file, value }: Found): { view: Read | null; faults: readonly string[] } {
  const parts = isRecord(value) ? value : {};
  if (kind === 'post') {
    const core = readEntry(post, parts.post, NEEDED);
    const beside = readEntry(surroundings, parts, NEEDED_BESIDE);
    const view = core.entry && beside.entry && { ...beside.entry, post: core.entry };
    return { view: view && { kind, file, view }, faults: [...core.faults, ...beside.faults] };
  }
  const core = readEntry(comment, parts.comment, NEEDED);
  const beside = readEntry(withPost, parts, NEEDED_BESIDE);
  const view = core.entry && beside.entry && { ...beside.entry, comment: core.entry };
  return { view: view && { kind, file, view }, faults: [...core.faults, ...beside.faults] };
}
