import { z } from 'zod';
import { readEntry } from '../reading/entry.ts';
import { flag, id, text } from '../reading/fields.ts';
import { closedById, type Listing } from './channel.ts';

const conversation = z.object({
  id,
  name: text,
  is_private: flag,
  is_im: flag,
  is_mpim: flag,
  is_ext_shared: flag,
  members: z.array(z.string()).nullish(),
});

/** The lists of an export, each with what it says of all its conversations. */
export const LISTS: ReadonlyMap<string, string | undefined> = new Map([
  ['channels.json', undefined],
  ['groups.json', 'a private channel'],
  ['mpims.json', 'direct messages of a group'],
  ['dms.json', 'direct messages'],
]);

/** The conversations of one list. One that cannot be read is left out, so its folder counts as not open. */
export function listingsIn(value: unknown, list: string): readonly Listing[] {
  return (Array.isArray(value) ? value : []).flatMap((one): readonly Listing[] => {
    const { entry } = readEntry(conversation, one, NEEDED);
    if (!entry) return [];
    const closed =
      LISTS.get(list) ??
      (entry.is_im ? 'direct messages' : undefined) ??
      (entry.is_mpim ? 'direct messages of a group' : undefined) ??
      (entry.is_private ? 'a private channel' : undefined) ??
      (entry.is_ext_shared ? 'a channel that is shared with another organisation' : undefined) ??
      closedById(entry.id);
    return [
      {
        id: entry.id,
        name: entry.name,
        folder: entry.name || entry.id,
        ...(closed && { closed }),
        between: entry.name ? [] : (entry.members ?? []),
      },
    ];
  });
}

const NEEDED: ReadonlySet<PropertyKey> = new Set(['id', 'is_private', 'is_im', 'is_mpim', 'is_ext_shared']);
