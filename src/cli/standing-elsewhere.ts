import type { DigestQuote } from '../markdown/read-digest.ts';
import { heard, watchFor } from '../quotes/elsewhere.ts';
import type { Passage } from '../quotes/quote.ts';
import { readThread } from '../quotes/reading.ts';
import { shingles } from '../quotes/words.ts';
import { editedThread, readThreadFiles } from '../site/content-files.ts';
import type { ThreadId } from '../thread/schema.ts';

interface Digest {
  /** Those that it names. */
  readonly threads: readonly ThreadId[];
  readonly unsourced: readonly DigestQuote[];
}

/** In no thread: a digest's quote. */
const DIGEST = '';

/**
 * Where quotes without a source stand word for word, in a thread that their digest does not name. Looks through the
 * threads once, and reads only those whose files hold some of the words.
 */
export function standingElsewhere(
  digests: readonly Digest[],
  threads: readonly ThreadId[],
  root: string,
): ReadonlyMap<DigestQuote, Passage> {
  const orphans = digests.flatMap((digest) => digest.unsourced.map((quote) => ({ digest, quote })));
  if (orphans.length === 0) return new Map();
  const watch = watchFor(orphans.map(({ quote: { text } }) => ({ thread: DIGEST, text })));
  for (const id of threads) {
    const files = readThreadFiles(root, id);
    if (watch.concerns(shingles(files.json))) watch.look(heard(readThread(editedThread(files).thread)));
  }
  return new Map(
    [...watch.found()].flatMap(([number, { source, fidelity }]) => {
      const orphan = orphans[number];
      if (!orphan || fidelity !== 'verbatim' || orphan.digest.threads.includes(source.thread)) return [];
      return [[orphan.quote, source] as const];
    }),
  );
}
