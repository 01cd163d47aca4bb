import { QuotidianError } from '../../thread/error.ts';
import { stableId } from '../../thread/ids.ts';
import type { Warning } from '../importer.ts';
import { type ReadEntry, readEntry } from '../reading/entry.ts';
import { faultText, unreadableEntry, unreadableField } from '../reading/fault-warning.ts';
import { commentSchema, type Entry, moreSchema, postSchema } from './entry.ts';
import { isEscaped, unescaped } from './escaping.ts';
import { repliesOf, type Thing } from './export-form.ts';
import type { ThreadEntry } from './post.ts';

/** Without these a post would be nobody's place, or words that were taken away would be shown. */
const NEEDED = new Set<PropertyKey>([
  'name',
  'link_id',
  'body',
  'title',
  'selftext',
  'subreddit_type',
  'quarantine',
  'over_18',
  'spoiler',
  'removed_by_category',
  '_meta',
]);

/**
 * The posts and comments of a file, each before what answers it, in the file's order; however deep they stand. What is
 * not there or cannot be read is told to `warn`. Throws `QuotidianError` where the file holds some and none can be read.
 */
export function entriesOf(
  outermost: readonly Thing[],
  file: string,
  warn: (warning: Warning) => void,
): readonly ThreadEntry[] {
  const things = flattened(outermost);
  const text = isEscaped(things) ? unescaped : (given: string) => given;
  const entries: ThreadEntry[] = [];
  let fault = '';
  for (const thing of things) {
    if (thing.kind === 'more') {
      warnOfMore(thing, warn);
      continue;
    }
    const { entry, faults } = readThing(thing);
    const { name } = thing.data;
    const named = typeof name === 'string' ? { post: stableId(name) } : {};
    const said = faultText(faults);
    if (entry) entries.push({ ...entry, text });
    else fault ||= said;
    if (faults.length > 0)
      warn({ ...named, ...(entry ? unreadableField(said) : unreadableEntry('A post', said)) });
  }
  if (entries.length > 0) return entries;
  throw new QuotidianError(
    fault ? `No post of the export could be read. ${fault}.` : 'The export holds no post and no comment.',
    {
      code: fault ? 'unreadable-export' : 'empty-export',
      place: { file },
      hint: 'Save the address of the thread with .json?raw_json=1 at its end.',
    },
  );
}

/** The things and all that answer them, each before its answers; however deep they stand. */
export function flattened(outermost: readonly Thing[]): readonly Thing[] {
  const things: Thing[] = [];
  const waiting = outermost.toReversed();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    things.push(next);
    if (next.kind !== 't1') continue;
    for (const reply of repliesOf(next).toReversed()) waiting.push(reply);
  }
  return things;
}

function readThing({ kind, data }: Thing): ReadEntry<Entry> {
  if (kind === 't1') {
    const { entry, faults } = readEntry(commentSchema, data, NEEDED);
    return { entry: entry && { kind, entry }, faults };
  }
  const { entry, faults } = readEntry(postSchema, data, NEEDED);
  return { entry: entry && { kind: 't3', entry }, faults };
}

const MOST_NAMED = 5;

/** `count` is of all that are below, `children` only of the first of each branch; of a branch that goes on elsewhere it is 0. */
function warnOfMore({ data }: Thing, warn: (warning: Warning) => void): void {
  const more = moreSchema.safeParse(data).data;
  if (!more) {
    warn({ code: 'missing-replies', message: 'The export says that it does not hold all comments.' });
    return;
  }
  const { count, children, parent_id } = more;
  const named = `${children.slice(0, MOST_NAMED).join(', ')}${children.length > MOST_NAMED ? ', …' : ''}`;
  warn({
    post: stableId(parent_id),
    code: 'missing-replies',
    message: count
      ? `Comments below this post that the export does not hold: ${count} (${named}).`
      : 'The comments below this post go on at its own address, and the export does not hold them.',
  });
}
