import type { Post, PostId } from './schema.ts';

/** Something that had to be mended. It has the shape of an importer's warning. */
export interface Mending {
  readonly post: PostId;
  readonly code: 'duplicate-id' | 'missing-parent' | 'reply-cycle';
  readonly message: string;
}

/** What an export tells of a post that it does not hold. */
export type KnownOfMissing = Pick<Post, 'author' | 'parent' | 'inferred' | 'url'>;

/** A post with the posts that answer it. */
export interface Branch {
  readonly post: Post;
  /** In order of publication. */
  readonly children: readonly Branch[];
}

/**
 * Posts as a thread may hold them: each id once (the first is kept), each parent present, no cycles. A parent
 * that is not there becomes a post with the state `missing`, set before its first child, with what `known` tells
 * of it; a cycle is cut at its latest post (see `inTimeOrder`). Everything mended is reported.
 */
export function mendReplies(
  posts: readonly Post[],
  known: ReadonlyMap<PostId, KnownOfMissing> = new Map(),
): { posts: readonly Post[]; mendings: readonly Mending[] } {
  const mendings: Mending[] = [];
  const complete = addMissing(dropDuplicates(posts, mendings), known, mendings);
  return { posts: cutCycles(complete, mendings), mendings };
}

/**
 * The thread as trees: those posts whose parent is not among `posts` are the roots. Children and roots stand in
 * order of publication. No post is lost: a cycle is cut at its latest post. Takes chains of any length.
 */
export function replyForest(posts: readonly Post[]): readonly Branch[] {
  const branches = cutCycles(inTimeOrder(posts), []).map((post) => ({ post, children: [] as Branch[] }));
  const byId = new Map(branches.toReversed().map((branch) => [branch.post.id, branch]));
  const roots: Branch[] = [];
  for (const branch of branches) {
    const { parent } = branch.post;
    const siblings = (parent === null ? undefined : byId.get(parent)?.children) ?? roots;
    siblings.push(branch);
  }
  return roots;
}

/** Every post once, each before its replies and its whole branch together; a root has depth 0. */
export function inReplyOrder(posts: readonly Post[]): readonly { post: Post; depth: number }[] {
  const order: { post: Post; depth: number }[] = [];
  const waiting = replyForest(posts)
    .map((branch) => ({ branch, depth: 0 }))
    .toReversed();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { branch, depth } = next;
    order.push({ post: branch.post, depth });
    for (const child of branch.children.toReversed()) waiting.push({ branch: child, depth: depth + 1 });
  }
  return order;
}

/**
 * By publication, then as exported. A post without a date stands where the next dated post of the export stands,
 * just before it: a missing parent before its first child. At the end of the export it stands last.
 */
export function inTimeOrder(posts: readonly Post[]): readonly Post[] {
  const times = new Array<number>(posts.length);
  let time = Number.POSITIVE_INFINITY;
  for (const [index, post] of [...posts.entries()].toReversed()) {
    time = post.published === undefined ? time : Date.parse(post.published);
    times[index] = time;
  }
  return posts
    .map((post, index) => ({ post, index, time: times[index] ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => (a.time === b.time ? a.index - b.index : a.time - b.time))
    .map(({ post }) => post);
}

function dropDuplicates(posts: readonly Post[], mendings: Mending[]): readonly Post[] {
  const seen = new Set<PostId>();
  return posts.filter(({ id }) => {
    const first = !seen.has(id);
    if (!first)
      mendings.push({
        post: id,
        code: 'duplicate-id',
        message: `The export holds more than one post with the id ${id}. The first was kept.`,
      });
    seen.add(id);
    return first;
  });
}

function addMissing(
  posts: readonly Post[],
  known: ReadonlyMap<PostId, KnownOfMissing>,
  mendings: Mending[],
): readonly Post[] {
  const held = new Set(posts.map(({ id }) => id));
  const complete: Post[] = [];
  for (const post of posts) {
    const { parent } = post;
    if (parent !== null && !held.has(parent)) {
      held.add(parent);
      complete.push(placeholder(parent, known.get(parent)));
      mendings.push({
        post: parent,
        code: 'missing-parent',
        message: `Post ${post.id} answers the post ${parent}, which is not there. A placeholder stands for it.`,
      });
    }
    complete.push(post);
  }
  // What is known of a missing post may name a parent that is missing too: there it is a root.
  return complete.map((post) =>
    post.parent === null || held.has(post.parent) ? post : { ...post, parent: null },
  );
}

function placeholder(id: PostId, known: KnownOfMissing = { author: null, parent: null }): Post {
  return { id, ...known, state: 'missing', body: { plain: '' } };
}

function cutCycles(posts: readonly Post[], mendings: Mending[]): readonly Post[] {
  const cycles = cyclesOf(posts);
  if (cycles.length === 0) return posts;
  const ranks = new Map(inTimeOrder(posts).map((post, rank) => [post, rank]));
  const later = (a: Post, b: Post) => ((ranks.get(a) ?? 0) > (ranks.get(b) ?? 0) ? a : b);
  const cuts = new Set<Post>();
  for (const cycle of cycles) {
    const latest = cycle.reduce(later);
    cuts.add(latest);
    mendings.push({
      post: latest.id,
      code: 'reply-cycle',
      message: `${circle(cycle)} Post ${latest.id} stands without a parent.`,
    });
  }
  return posts.map((post) => (cuts.has(post) ? { ...post, parent: null } : post));
}

/** Each post has one parent, so every post is walked over once and no two cycles share one. */
function cyclesOf(posts: readonly Post[]): readonly (readonly Post[])[] {
  const byId = new Map(posts.toReversed().map((post) => [post.id, post]));
  const parentOf = (post: Post) => (post.parent === null ? undefined : byId.get(post.parent));
  const walkedFrom = new Map<Post, Post>();
  const cycles: Post[][] = [];
  for (const start of posts) {
    let post: Post | undefined = start;
    for (; post && !walkedFrom.has(post); post = parentOf(post)) walkedFrom.set(post, start);
    if (!post || walkedFrom.get(post) !== start) continue;
    cycles.push(cycleThrough(post, parentOf));
  }
  return cycles;
}

function cycleThrough(start: Post, parentOf: (post: Post) => Post | undefined): Post[] {
  const cycle = [start];
  for (let post = parentOf(start); post && post !== start; post = parentOf(post)) cycle.push(post);
  return cycle;
}

function circle(cycle: readonly Post[]): string {
  return cycle.length === 1
    ? 'A post answers itself.'
    : `${cycle.length} posts answer each other in a circle.`;
}
