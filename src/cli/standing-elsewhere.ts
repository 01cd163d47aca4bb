import { heard, watchFor } from '../quotes/elsewhere.ts';
import type { Passage } from '../quotes/quote.ts';
import { readThread } from '../quotes/reading.ts';
import { shingles } from '../quotes/words.ts';
import { editedThread, readThreadFiles } from '../site/content-files.ts';
import type { ThreadId } from '../thread/schema.ts';

interface Orphan {
  readonly text: string;
  /** Those that its digest names. */
  readonly threads: readonly ThreadId[];
}

/** For each quote the passage where its words stand, or `null`. */
export type Elsewhere = readonly (Passage | null)[];

/** In no thread: a digest's quote. */
const DIGEST = '';

/**
 * Where quotes without a source stand word for word, in a thread that their digest does not name. Looks through the
 * threads once, and reads only those whose files hold some of the words.
 */
export function standingElsewhere(
  orphans: readonly Orphan[],
  threads: readonly ThreadId[],
  root: string,
): Elsewhere {
  if (orphans.length === 0) return [];
  const watch = watchFor(orphans.map(({ text }) => ({ thread: DIGEST, text })));
  for (const id of threads) {
    const files = readThreadFiles(root, id);
    if (watch.concerns(shingles(files.json))) watch.look(heard(readThread(editedThread(files).thread)));
  }
  const found = watch.found();
  return orphans.map((orphan, number) => {
    const { source, fidelity } = found.get(number) ?? {};
    return source && fidelity === 'verbatim' && !orphan.threads.includes(source.thread) ? source : null;
  });
}
