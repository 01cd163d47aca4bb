import { readdir } from 'node:fs/promises';
import { watchFor } from '../quotes/elsewhere.ts';
import { quoteGraph } from '../quotes/graph.ts';
import { readThread } from '../quotes/reading.ts';
import type { Thread, ThreadId } from '../thread/schema.ts';
import { parseThread, textIfAny, threadPath } from './thread-files.ts';

/** So many quotes of one thread come from another. */
export interface CrossQuotes {
  readonly from: ThreadId;
  readonly to: ThreadId;
  readonly count: number;
}

/** More posts than this are not read only to say which threads quote each other; the build finds it anyhow. */
const MOST_POSTS = 5_000;

/** The quotes between these threads, and between them and the project's others. Empty for a large project. */
export async function crossQuotes(ids: readonly ThreadId[]): Promise<readonly CrossQuotes[]> {
  if (ids.length === 0) return [];
  const threads: Thread[] = [];
  let posts = 0;
  for (const id of await presentIds()) {
    const thread = await presentThread(id);
    posts += thread?.posts.length ?? 0;
    if (posts > MOST_POSTS) return [];
    if (thread) threads.push(thread);
  }
  return between(threads).filter(({ from, to }) => ids.includes(from) || ids.includes(to));
}

function between(threads: readonly Thread[]): CrossQuotes[] {
  const readings = threads.map(readThread);
  const orphans = readings.flatMap((reading) =>
    quoteGraph(reading)
      .quotes.filter(({ source }) => source === null)
      .map(({ post, text }) => {
        const published = reading.byId.get(post)?.post.published;
        return { thread: reading.thread.id, text, ...(published === undefined ? {} : { published }) };
      }),
  );
  const watch = watchFor(orphans);
  for (const reading of readings) watch.look(reading);
  const pairs = [...watch.found()].map(([index, { source }]) => ({
    from: orphans[index]?.thread ?? '',
    to: source.thread,
  }));
  return [...Map.groupBy(pairs, ({ from, to }) => `${from} ${to}`).values()].flatMap(([pair, ...alike]) =>
    pair ? [{ ...pair, count: alike.length + 1 }] : [],
  );
}

async function presentIds(): Promise<string[]> {
  const names = await readdir('content/threads').catch(() => []);
  return names
    .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
    .map((name) => name.slice(0, -'.json'.length))
    .toSorted();
}

/** A broken thread file is for `check` to report. */
async function presentThread(id: string): Promise<Thread | null> {
  const text = await textIfAny(threadPath(id));
  try {
    return text === null ? null : parseThread(text, threadPath(id));
  } catch {
    return null;
  }
}
