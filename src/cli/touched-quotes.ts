import type { Fidelity } from '../quotes/quote.ts';
import type { PostId, ThreadId } from '../thread/schema.ts';
import { quotesOfDigestsOn, type TracedQuote } from './digest-quotes.ts';
import type { ThreadChanges } from './thread-changes.ts';

/** A quote in a digest whose source changed, or which is judged otherwise since its thread did. */
export interface TouchedQuote {
  readonly thread: ThreadId;
  readonly file: string;
  readonly line: number;
  /** The post of that thread which it was, or else is, traced to. */
  readonly post: PostId;
  readonly change?: 'edited' | 'deleted' | 'gone';
  readonly was: Fidelity;
  /** Absent where nothing was written, so that nothing could be judged anew. */
  readonly is?: Fidelity;
}

/**
 * Reads the digests on these threads before they change; the function that it returns is to be called after, and says
 * which of their quotes are touched.
 */
export function watchDigests(
  root: string,
  changes: ReadonlyMap<ThreadId, ThreadChanges | null>,
): (written: boolean) => ReadonlyMap<ThreadId, readonly TouchedQuote[]> {
  const ids = new Set(changes.keys());
  const before = quotesOfDigestsOn(root, ids);
  return (written) => {
    const after = written ? new Map(quotesOfDigestsOn(root, ids).map((quote) => [key(quote), quote])) : null;
    const touched = before.flatMap((was) => touchedQuote(was, after?.get(key(was)), changes));
    return Map.groupBy(touched, ({ thread }) => thread);
  };
}

function key({ file, line, text }: TracedQuote): string {
  return `${file}:${line} ${text}`;
}

function touchedQuote(
  was: TracedQuote,
  is: TracedQuote | undefined,
  changes: ReadonlyMap<ThreadId, ThreadChanges | null>,
): TouchedQuote[] {
  const source = [was.source, is?.source].find((one) => one && changes.has(one.thread));
  if (!source) return [];
  const change = changeOf(source.post, changes.get(source.thread) ?? null);
  if (!change && (!is || is.fidelity === was.fidelity)) return [];
  const { file, line, fidelity } = was;
  return [
    {
      thread: source.thread,
      file,
      line,
      post: source.post,
      ...(change ? { change } : {}),
      was: fidelity,
      ...(is ? { is: is.fidelity } : {}),
    },
  ];
}

function changeOf(post: PostId, changes: ThreadChanges | null): TouchedQuote['change'] {
  return (['edited', 'deleted', 'gone'] as const).find((kind) => changes?.[kind].includes(post));
}
