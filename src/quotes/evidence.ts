import type { PostId, ThreadId } from '../thread/schema.ts';
import type { PostReading, ThreadReading } from './reading.ts';
import { indexShingles, type ShingleIndex } from './shingle-index.ts';

/** A post that quotes may have been taken from. */
export interface EvidencePost {
  readonly number: number;
  readonly thread: ThreadId;
  readonly reading: PostReading;
  /** The number of the parent; -1 for none. */
  readonly parent: number;
  /** The post and all that answer it lie between: an ancestor's span holds its descendants'. */
  readonly enters: number;
  readonly leaves: number;
  readonly depth: number;
}

/** Everything that quotes are looked for in, found by what it says and by where it stands. */
export interface Evidence {
  readonly posts: readonly EvidencePost[];
  readonly index: ShingleIndex;
  find(thread: ThreadId, post: PostId): EvidencePost | undefined;
  findByAddress(address: string): EvidencePost | undefined;
}

/** Gathers what the threads say. Costs about eight bytes a word beside the readings themselves. */
export function gatherEvidence(readings: readonly ThreadReading[]): Evidence {
  const posts = readings.flatMap((reading) => spansOf(reading)).map((post, number) => ({ ...post, number }));
  const offsets = new Map<ThreadId, number>();
  for (const post of posts) if (!offsets.has(post.thread)) offsets.set(post.thread, post.number);
  for (const post of posts) if (post.parent >= 0) post.parent += offsets.get(post.thread) ?? 0;
  const byId = new Map(posts.map((post) => [`${post.thread}#${post.reading.post.id}`, post]));
  const byAddress = new Map(
    posts.flatMap((post) => (post.reading.post.url ? [[post.reading.post.url, post] as const] : [])),
  );
  return {
    posts,
    index: indexShingles(posts.map((post) => post.reading.normal.text)),
    find: (thread, post) => byId.get(`${thread}#${post}`),
    findByAddress: (address) => byAddress.get(address),
  };
}

const gathered = new WeakMap<ThreadReading, Evidence>();

/** What one thread says; gathered once for as long as the reading is kept. */
export function evidenceOf(reading: ThreadReading): Evidence {
  const evidence = gathered.get(reading) ?? gatherEvidence([reading]);
  gathered.set(reading, evidence);
  return evidence;
}

/** Numbers the reply tree so that "is an ancestor of" is a comparison; `parent` counts within the thread. */
function spansOf({ thread, posts }: ThreadReading) {
  const numbers = new Map(posts.map(({ post }, number) => [post.id, number]));
  const found = posts.map((reading, number) => {
    const parent = (reading.post.parent !== null && numbers.get(reading.post.parent)) ?? -1;
    return {
      number,
      thread: thread.id,
      reading,
      parent: parent === false ? -1 : parent,
      enters: 0,
      leaves: 0,
      depth: 0,
    };
  });
  const children = found.map((): number[] => []);
  const waiting: number[] = [];
  for (const { number, parent } of found) {
    if (parent >= 0) children[parent]?.push(number);
    else waiting.push(number);
  }
  waiting.reverse();
  let clock = 0;
  while (waiting.length > 0) {
    const number = waiting.at(-1) ?? 0;
    const post = found[number];
    if (!post) break;
    clock += 1;
    if (post.enters > 0) {
      post.leaves = clock;
      waiting.pop();
      continue;
    }
    post.enters = clock;
    post.depth = (found[post.parent]?.depth ?? -1) + 1;
    for (const child of (children[number] ?? []).reverse()) waiting.push(child);
  }
  return found;
}

/** Whether one post answers the other, directly or through others, in the same thread. */
export function isAncestor(post: EvidencePost, of: EvidencePost): boolean {
  return post.thread === of.thread && post.enters < of.enters && of.leaves < post.leaves;
}
