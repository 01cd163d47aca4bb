import { join } from 'node:path';
import type { ThreadReadings } from '../cli/checking/thread-readings.ts';
import { type Evidence, gatherEvidence } from '../quotes/evidence.ts';
import { readThread, type ThreadReading } from '../quotes/reading.ts';
import { shingles } from '../quotes/words.ts';
import { editedThread, readThreadFiles, type ShownThread } from '../site/content-files.ts';
import { PEOPLE_FILE } from '../site/people-file.ts';
import type { ThreadId } from '../thread/schema.ts';
import { keptByStamp, stampOf } from './kept-by-stamp.ts';

/** A project's threads, read once for as long as their files stay as they are. */
export interface KeptThreads extends ThreadReadings {
  /** Changes when one of the thread's files does. */
  stamp(id: ThreadId): string;
  /** Every three words in a row that the thread's file holds, in order of their numbers. */
  shingles(id: ThreadId): Uint32Array;
}

/** Those of the digests that somebody has open: fewer than one digest names would be read again at each key. */
const MOST_READ = 512;
const MOST_GATHERED = 8;
/** A few bytes for each word of a thread. */
const MOST_LISTED = 20_000;

/** Opens the threads of the project in the folder `root`. */
export function openKeptThreads(root: string): KeptThreads {
  const edited = keptByStamp<ShownThread>(MOST_READ);
  const read = keptByStamp<ThreadReading>(MOST_READ);
  const gathered = keptByStamp<Evidence>(MOST_GATHERED);
  const listed = keptByStamp<Uint32Array>(MOST_LISTED);
  const stamp = (id: ThreadId) =>
    [`content/threads/${id}.json`, `content/threads/${id}.yaml`, PEOPLE_FILE]
      .map((file) => stampOf(join(root, file)))
      .join(', ');
  const threads: KeptThreads = {
    stamp,
    edited: (id) => edited.of(id, stamp(id), () => editedThread(readThreadFiles(root, id))),
    evidence: (ids) => {
      const stamps = ids.map((id) => ({ id, stamp: stamp(id) }));
      return gathered.of(ids.join(' '), stamps.map((one) => one.stamp).join('; '), () =>
        gatherEvidence(
          stamps.map((one) => read.of(one.id, one.stamp, () => readThread(threads.edited(one.id).thread))),
        ),
      );
    },
    redactions: (ids) => ids.flatMap((id) => threads.edited(id).redactions),
    shingles: (id) =>
      listed.of(id, stampOf(join(root, `content/threads/${id}.json`)), () =>
        shingles(readThreadFiles(root, id).json).toSorted(),
      ),
  };
  return threads;
}
