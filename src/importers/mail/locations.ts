import type { Location, MailFile } from './mail-index.ts';
import { unescapeFrom } from './mbox.ts';

/** The messages at these places, as they were before a mailbox held them. Each file is read through once. */
export async function readLocations(
  locations: readonly Location[],
): Promise<ReadonlyMap<Location, Uint8Array>> {
  const byFile = Map.groupBy(locations, ({ file }) => file);
  const messages = new Map<Location, Uint8Array>();
  for (const [file, places] of byFile) {
    const ordered = places.toSorted((a, b) => a.start - b.start);
    const found = await file.source.read(ordered);
    for (const [index, place] of ordered.entries()) messages.set(place, original(found[index], file));
  }
  return messages;
}

function original(bytes: Uint8Array = new Uint8Array(0), { kind, traits }: MailFile): Uint8Array {
  return kind === 'mbox' ? unescapeFrom(bytes, traits) : bytes;
}
