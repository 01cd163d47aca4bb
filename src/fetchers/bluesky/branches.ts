import { isRecord } from '../../importers/reading/glance.ts';

/** What is known of the replies to the posts of a thread, over all its answers. */
export interface Branches {
  /** Takes a `threadViewPost` with all below it, of any depth. */
  add(thread: unknown): void;
  has(uri: string): boolean;
  /** A post that has replies, of which none was given, and that is not among those asked for. */
  next(asked: ReadonlySet<string>): string | undefined;
  /** How many replies the server counts that it did not give. */
  missing(): number;
}

export function branchesOf(): Branches {
  const counted = new Map<string, number>();
  const given = new Map<string, number>();
  const ended = new Set<string>();
  return {
    add(thread) {
      const waiting = [thread];
      while (waiting.length > 0) {
        const node = waiting.pop();
        if (!isRecord(node) || !isRecord(node.post) || typeof node.post.uri !== 'string') continue;
        const { uri, replyCount } = node.post;
        const replies: readonly unknown[] = Array.isArray(node.replies) ? node.replies : [];
        counted.set(uri, typeof replyCount === 'number' ? replyCount : 0);
        given.set(uri, Math.max(replies.length, given.get(uri) ?? 0));
        if ((counted.get(uri) ?? 0) > 0 && given.get(uri) === 0) ended.add(uri);
        else ended.delete(uri);
        for (const reply of replies) waiting.push(reply);
      }
    },
    has: (uri) => counted.has(uri),
    next: (asked) => ended.values().find((uri) => !asked.has(uri)),
    missing: () =>
      counted.entries().reduce((sum, [uri, count]) => sum + Math.max(0, count - (given.get(uri) ?? 0)), 0),
  };
}
