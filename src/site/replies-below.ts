import type { Branch } from './branches.ts';

/** What stands below a post, in short. */
export interface RepliesBelow {
  /** Posts; those that the export does not hold are not counted. */
  readonly count: number;
  /** Who wrote most of them, the first to speak first; nobody whose authorship was only inferred. */
  readonly names: readonly string[];
  /** How many more people are known to have written there. */
  readonly others: number;
  /** Posts whose author is not known, or only inferred. */
  readonly unnamed: number;
}

/** More are said as a number. */
const NAMED = 2;

/** Who answers in a branch, in the order of its posts. */
export function repliesBelow({ replies }: Branch): RepliesBelow {
  const people = new Map<string, string>();
  let count = 0;
  let unnamed = 0;
  const waiting = replies.toReversed();
  for (let branch = waiting.pop(); branch; branch = waiting.pop()) {
    const { author, inferred, state } = branch.post;
    for (const reply of branch.replies.toReversed()) waiting.push(reply);
    if (state === 'missing') continue;
    count += 1;
    if (author && !inferred.includes('author')) people.set(author.id, author.name);
    else if (!state) unnamed += 1;
  }
  const names = [...people.values()];
  const shown = names.length === NAMED + 1 ? names : names.slice(0, NAMED);
  return { count, names: shown, others: names.length - shown.length, unnamed };
}
