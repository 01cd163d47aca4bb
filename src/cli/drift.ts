import { readDigest } from '../markdown/read-digest.ts';
import { parseDigest } from '../markdown/digest-syntax.ts';
import type { Fidelity, Edit } from '../quotes/quote.ts';
import { gatherEvidence } from '../quotes/evidence.ts';
import { readThread, statedAuthor } from '../quotes/reading.ts';
import { editedThread, readThreadFiles, threadIds } from '../site/content-files.ts';
import { digestFiles, parseDigestFile } from '../site/digest-files.ts';
import type { Person, Post, PostId, Thread, ThreadId } from '../thread/schema.ts';
import { threadText } from './thread-files.ts';
import { otherOrigin, threadChanges } from './thread-changes.ts';
import type { FetchingVoice } from './fetching/open-client.ts';
import { tracedQuote } from './digest-quotes.ts';
import { orFinding } from './or-finding.ts';
import { validThread } from './read-threads.ts';
import { recognise } from './recognise.ts';

/** What became of a quoted post since it was quoted. */
export type Drift = 'edited' | 'deleted' | 'gone' | 'moved' | 'wishes';

/** A digest's quote whose source is not as it was, or which no longer stands. */
export interface DriftedQuote {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly thread: ThreadId;
  readonly post: PostId;
  readonly author: string | null;
  readonly drift: readonly Drift[];
  readonly was: Fidelity;
  readonly is: Fidelity;
  /** Whether a new import would leave the quote as it was judged. */
  readonly stands: boolean;
  /** Where it does not: the word diff from what its author says today. */
  readonly edits?: readonly Edit[];
}

/** What an export says of the threads that the project holds. */
export interface Drifts {
  /** Threads of the project that the export holds. */
  readonly threads: readonly ThreadId[];
  /** How many threads of the export the project does not hold. */
  readonly others: number;
  readonly quotes: readonly DriftedQuote[];
}

/**
 * Holds the digests of the project in the folder `root` against a newer export of their threads: a file, a folder, an
 * archive or an address. Writes nothing.
 */
export async function driftAgainst(root: string, path: string, voice: FetchingVoice): Promise<Drifts> {
  const { exports } = await recognise(path, undefined, voice);
  const present = new Map(threadIds(root).map((id) => [id, threadOf(root, id)]));
  const newer = new Map<ThreadId, Thread>();
  let others = 0;
  for (const { from, importer } of exports) {
    for await (const parsed of importer.parse(from.files, { warn: voice.warn })) {
      const thread = validThread(parsed);
      const id = matching(thread, present);
      if (id === undefined) others += 1;
      else newer.set(id, { ...thread, id });
    }
  }
  return { threads: [...newer.keys()], others, quotes: driftedQuotes(root, newer) };
}

function threadOf(root: string, id: ThreadId): Thread | undefined {
  return orFinding(() => editedThread({ ...readThreadFiles(root, id), overlay: '' }).thread, []);
}

/** The project's thread that this is a later state of: the one of the same id first, then any of the same origin. */
function matching(thread: Thread, present: ReadonlyMap<ThreadId, Thread | undefined>): ThreadId | undefined {
  const same = present.get(thread.id);
  if (same && otherOrigin(same, thread) === null) return thread.id;
  for (const [id, one] of present) if (one && otherOrigin(one, thread) === null) return id;
  return undefined;
}

function driftedQuotes(root: string, newer: ReadonlyMap<ThreadId, Thread>): readonly DriftedQuote[] {
  return digestFiles(root).flatMap((digest): readonly DriftedQuote[] => {
    const parsed = orFinding(() => parseDigestFile(digest), []);
    if (!parsed?.data.threads.some((id) => newer.has(id))) return [];
    const known = parsed.data.threads.filter((id) => threadOf(root, id));
    const before = known.map((id) => editedThread(readThreadFiles(root, id)).thread);
    const after = known.map((id) => {
      const files = readThreadFiles(root, id);
      const thread = newer.get(id);
      return editedThread(thread ? { ...files, json: threadText(thread) } : files).thread;
    });
    const were = quotesOf(parsed.body, before);
    const are = quotesOf(parsed.body, after);
    return were.flatMap((was, n): DriftedQuote[] => {
      const is = are[n];
      const { source, post } = was;
      if (!is || !source || !post || !newer.has(source.thread)) return [];
      const drift = driftOf(source.post, source.thread, before, after);
      const stands = is.fidelity === was.fidelity && is.source?.post === source.post;
      if (drift.length === 0 && stands) return [];
      const { file, line } = tracedQuote(was, digest.file, parsed.linesBefore);
      const author = statedAuthor(post.reading);
      return [
        {
          file,
          line,
          text: was.text,
          thread: source.thread,
          post: source.post,
          author: author ? author.name || author.handle : null,
          drift,
          was: was.fidelity,
          is: is.fidelity,
          stands,
          ...(is.edits && !stands ? { edits: is.edits } : {}),
        },
      ];
    });
  });
}

function quotesOf(body: string, threads: readonly Thread[]) {
  return readDigest(parseDigest(body), gatherEvidence(threads.map(readThread))).quotes;
}

function driftOf(
  id: PostId,
  thread: ThreadId,
  before: readonly Thread[],
  after: readonly Thread[],
): readonly Drift[] {
  const old = before.find((one) => one.id === thread);
  const now = after.find((one) => one.id === thread);
  if (!old || !now) return [];
  const { edited, deleted, gone } = threadChanges(old, now);
  const [was, is] = [postOf(old, id), postOf(now, id)];
  return [
    ...(edited.includes(id) && saysOtherwise(was, is) ? (['edited'] as const) : []),
    ...(deleted.includes(id) ? (['deleted'] as const) : []),
    ...(gone.includes(id) ? (['gone'] as const) : []),
    ...(was && is && was.parent !== is.parent ? (['moved'] as const) : []),
    ...(is && wishesOf(old, was) !== wishesOf(now, is) ? (['wishes'] as const) : []),
  ];
}

function postOf(thread: Thread, id: PostId): Post | undefined {
  return thread.posts.find((post) => post.id === id);
}

/** What readers count and servers rewrite (reactions, polls) is no edit. */
function saysOtherwise(was: Post | undefined, is: Post | undefined): boolean {
  const words = (post: Post | undefined) => JSON.stringify([post?.body, post?.subject, post?.warning]);
  return words(was) !== words(is);
}

function wishesOf(thread: Thread, post: Post | undefined): string {
  const person: Person | undefined = post?.author ? thread.people[post.author] : undefined;
  return (person?.wishes ?? []).toSorted().join(' ');
}
