import { heard, watchFor } from '../quotes/elsewhere.ts';
import { quoteGraph } from '../quotes/graph.ts';
import { orphansOf } from '../quotes/orphans.ts';
import { readThread } from '../quotes/reading.ts';
import { editedThread, readThreadFiles, threadIds } from '../site/content-files.ts';
import type { Thread, ThreadId } from '../thread/schema.ts';

/** So many quotes of one thread come from another. */
export interface CrossQuotes {
  readonly from: ThreadId;
  readonly to: ThreadId;
  readonly count: number;
}

/** More posts than this are not read only to say which threads quote each other; the build finds it anyhow. */
const MOST_POSTS = 5_000;

/** The quotes between these threads, and between them and the project's others. Empty for a large project. */
export function crossQuotes(ids: readonly ThreadId[]): readonly CrossQuotes[] {
  if (ids.length === 0) return [];
  const threads: Thread[] = [];
  let posts = 0;
  for (const id of threadIds('.')) {
    const thread = threadIfSound(id);
    posts += thread?.posts.length ?? 0;
    if (posts > MOST_POSTS) return [];
    if (thread) threads.push(thread);
  }
  return between(threads).filter(({ from, to }) => ids.includes(from) || ids.includes(to));
}

function between(threads: readonly Thread[]): CrossQuotes[] {
  const traced = threads.map((thread) => {
    const reading = readThread(thread);
    return { reading, graph: quoteGraph(reading) };
  });
  const orphans = traced.flatMap(({ reading, graph }) => orphansOf(reading, graph));
  const watch = watchFor(orphans);
  for (const { reading, graph } of traced) watch.look(heard(reading, graph));
  const pairs = [...watch.found()].map(([index, { source }]) => ({
    from: orphans[index]?.thread ?? '',
    to: source.thread,
  }));
  return [...Map.groupBy(pairs, ({ from, to }) => `${from} ${to}`).values()].flatMap(([pair, ...alike]) =>
    pair ? [{ ...pair, count: alike.length + 1 }] : [],
  );
}

/** The thread as the site shows it. A broken thread file is for `check` to report. */
function threadIfSound(id: ThreadId): Thread | null {
  try {
    return editedThread(readThreadFiles('.', id)).thread;
  } catch {
    return null;
  }
}
