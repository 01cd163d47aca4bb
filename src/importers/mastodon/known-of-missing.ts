import type { KnownOfMissing } from '../../thread/forest.ts';
import { stableId } from '../../thread/ids.ts';
import type { PersonId, PostId } from '../../thread/schema.ts';
import type { ExportForm } from './export-form.ts';
import { personId } from './person.ts';
import { idOf } from './status-id.ts';
import type { Statuses } from './statuses.ts';

/**
 * What the statuses of an export tell of the posts that they answer and that it does not hold.
 *
 * The author, where it is certain and takes part in the thread. `in_reply_to_account_id` is not always the author of
 * the post that is answered: where people answer themselves, Mastodon carries over whom they answered before
 * (`Status#carried_over_reply_to_account_id`). So a post answered by A that names B is by A or by B, and only one
 * that names A itself, or is answered by others too, tells which. Of a post that is not public nothing is told.
 *
 * The parent, where a context was saved without the status it belongs to: the last ancestor. That is inferred,
 * because servers leave out ancestors that may not be seen.
 */
export function knownOfMissing(
  { shown, hidden }: Statuses,
  people: Readonly<Record<PersonId, unknown>>,
  context: ExportForm['context'],
): ReadonlyMap<PostId, KnownOfMissing> {
  const held = new Set(shown.map(({ id }) => id));
  const untold = (id: string | null): id is string => id !== null && !held.has(id) && !hidden.has(id);
  const candidates = new Map<string, readonly PersonId[]>();
  for (const { account, in_reply_to_id, in_reply_to_account_id } of shown) {
    if (!account || in_reply_to_account_id === null || !untold(in_reply_to_id)) continue;
    const possible = [personId(account), stableId(in_reply_to_account_id)];
    const before = candidates.get(in_reply_to_id);
    candidates.set(in_reply_to_id, before?.filter((id) => possible.includes(id)) ?? [...new Set(possible)]);
  }
  const known = new Map<PostId, KnownOfMissing>();
  for (const [id, [author, ...others]] of candidates)
    if (author !== undefined && others.length === 0 && Object.hasOwn(people, author))
      known.set(stableId(id), { author, parent: null });
  const centre = centreOf(shown, context);
  if (centre && untold(centre.id))
    known.set(stableId(centre.id), {
      author: known.get(stableId(centre.id))?.author ?? null,
      parent: stableId(centre.parent),
      inferred: ['parent'],
    });
  return known;
}

/** The status that a bare context belongs to: its first descendant answers it, it answers its last ancestor. */
function centreOf(
  shown: Statuses['shown'],
  context: ExportForm['context'],
): { readonly id: string; readonly parent: string } | undefined {
  const parent = idOf(context?.ancestors.at(-1));
  const first = idOf(context?.descendants[0]);
  const id = shown.find((status) => status.id === first)?.in_reply_to_id;
  return parent !== undefined && shown.some((status) => status.id === parent) && id
    ? { id, parent }
    : undefined;
}
