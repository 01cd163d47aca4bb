/** A post as far as it tells who answered whom. */
export interface Answering {
  readonly id: string;
  /** `null` where that is not known for certain. */
  readonly author: string | null;
  /** The post that it answers, `null` where it answers none; `certain` is false where that was inferred. */
  readonly parent: string | null;
  readonly certain: boolean;
}

/** Who answered whom how often. Rows stand for people; the last one for all others, where there are any. */
export interface Answers {
  readonly rows: readonly { readonly person: string; readonly posts: number }[];
  /** Summed in a row of their own after the others; 0 where there is no such row. */
  readonly others: number;
  readonly othersPosts: number;
  /** By row, from 0; the most frequent first. */
  readonly pairs: readonly { readonly from: number; readonly to: number; readonly count: number }[];
  /** Pairs beyond those that are listed. */
  readonly further: number;
  /** Answers of which it is not certain who gave them or to whom. */
  readonly unclear: number;
}

const MOST_ROWS = 12;
const MOST_PAIRS = 60;

/**
 * Who answered whom, among the twelve who wrote most; those in `unnamed` are counted among the others. Rows are in the
 * order of the number of posts, then of first speaking. What was inferred is not counted, only how often that was.
 */
export function answersIn(posts: readonly Answering[], unnamed: ReadonlySet<string> = new Set()): Answers {
  const counts = new Map<string, number>();
  for (const { author } of posts) if (author !== null) counts.set(author, (counts.get(author) ?? 0) + 1);
  const ranked = [...counts]
    .filter(([person]) => !unnamed.has(person))
    .map(([person, amount]) => ({ person, posts: amount }))
    .toSorted((one, other) => other.posts - one.posts);
  const rows = ranked.slice(0, MOST_ROWS);
  const rowOf = new Map(rows.map(({ person }, row) => [person, row]));
  const authorOf = new Map(posts.map(({ id, author }) => [id, author]));
  const found = new Map<number, number>();
  let unclear = 0;
  for (const { author, parent, certain } of posts) {
    if (parent === null) continue;
    const answered = authorOf.get(parent) ?? null;
    if (author === null || answered === null || !certain) {
      unclear += 1;
      continue;
    }
    const pair = (rowOf.get(author) ?? MOST_ROWS) * (MOST_ROWS + 1) + (rowOf.get(answered) ?? MOST_ROWS);
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  const last = (row: number) => (row === MOST_ROWS ? rows.length : row);
  const pairs = [...found]
    .map(([pair, count]) => ({
      from: last(Math.floor(pair / (MOST_ROWS + 1))),
      to: last(pair % (MOST_ROWS + 1)),
      count,
    }))
    .toSorted((one, other) => other.count - one.count || one.from - other.from || one.to - other.to);
  return {
    rows,
    others: counts.size - rows.length,
    othersPosts:
      [...counts.values()].reduce((sum, amount) => sum + amount, 0) -
      rows.reduce((sum, row) => sum + row.posts, 0),
    pairs: pairs.slice(0, MOST_PAIRS),
    further: Math.max(0, pairs.length - MOST_PAIRS),
    unclear,
  };
}
