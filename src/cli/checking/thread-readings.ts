import { type Evidence, gatherEvidence } from '../../quotes/evidence.ts';
import { readThread, type ThreadReading } from '../../quotes/reading.ts';
import { editedThread, readThreadFiles } from '../../site/content-files.ts';
import type { EditedThread } from '../../thread/overlay.ts';
import type { ThreadId } from '../../thread/schema.ts';

/** Threads as quotes are looked for in them: read, and without the pages that the site makes of them. */
export interface ThreadReadings {
  /** Throws where there is no such thread, or it is not sound. */
  edited(id: ThreadId): EditedThread;
  evidence(ids: readonly ThreadId[]): Evidence;
  redactions(ids: readonly ThreadId[]): readonly string[];
}

/** How many threads are kept: those of a few digests. More would grow with the archive. */
const MOST_KEPT = 24;

/** Opens the threads of the project in the folder `root`; each is read once while it is asked for again and again. */
export function openReadings(root: string): ThreadReadings {
  const kept = new Map<ThreadId, { readonly edited: EditedThread; reading?: ThreadReading }>();
  const one = (id: ThreadId) => {
    const known = kept.get(id) ?? { edited: editedThread(readThreadFiles(root, id)) };
    kept.delete(id);
    kept.set(id, known);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return known;
  };
  const reading = (id: ThreadId) => {
    const thread = one(id);
    thread.reading ??= readThread(thread.edited.thread);
    return thread.reading;
  };
  return {
    edited: (id) => one(id).edited,
    evidence: (ids) => gatherEvidence(ids.map(reading)),
    redactions: (ids) => ids.flatMap((id) => one(id).edited.redactions),
  };
}
