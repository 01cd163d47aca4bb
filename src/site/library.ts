import { type Evidence, gatherEvidence } from '../quotes/evidence.ts';
import { editedThread, readThreadFiles } from './content-files.ts';
import { type LoadedThread, loadThread } from './loaded-thread.ts';

/** Threads by id, read once for as long as their files stay as they are. */
export interface Library {
  /** Throws where there is no such thread. */
  thread(id: string): LoadedThread;
  /** What the editor redacted in the threads. */
  redactions(ids: readonly string[]): readonly string[];
  /** All that the threads say, to trace a digest's quotes in. */
  evidence(ids: readonly string[]): Evidence;
}

/** How many threads are kept: those of a few digests. More would grow with the archive. */
const MOST_KEPT = 24;

/** Opens the threads of the project in the folder `root`. */
export function openLibrary(root: string, postsPerPage: number): Library {
  const kept = new Map<string, { readonly hash: string; readonly loaded: LoadedThread }>();
  const thread = (id: string): LoadedThread => {
    const files = readThreadFiles(root, id);
    const known = kept.get(id);
    const loaded = known?.hash === files.hash ? known.loaded : loadThread(editedThread(files), postsPerPage);
    kept.delete(id);
    kept.set(id, { hash: files.hash, loaded });
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return loaded;
  };
  return {
    thread,
    redactions: (ids) => ids.flatMap((id) => thread(id).redactions),
    evidence: (ids) => gatherEvidence(ids.map((id) => thread(id).reading)),
  };
}
