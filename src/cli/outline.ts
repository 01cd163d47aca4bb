import type { Quote } from '../quotes/quote.ts';
import type { ThreadReading } from '../quotes/reading.ts';
import { reviewsIn } from '../quotes/review.ts';
import type { Review } from '../quotes/review-comment.ts';
import { counted } from './counted.ts';
import { replyForest, type Branch } from '../thread/forest.ts';
import type { Post, Thread } from '../thread/schema.ts';
import { importers } from '../importers/index.ts';
import { oneLine, shortened } from './printable.ts';
import type { Terminal } from './terminal.ts';
import { countsInWords, extentInWords, quoteCounts } from './thread-summary.ts';
import { FIDELITY_STYLES } from './fidelity-styles.ts';

/** Replies below this depth are drawn no further in; their depth stands in figures. */
const DEEPEST_DRAWN = 12;
const NARROWEST_SNIPPET = 24;

/** A thread as lines for a terminal: the tree of replies, each post's first words, each quote and its source. */
export function* outline(
  reading: ThreadReading,
  quotes: readonly Quote[],
  terminal: Pick<Terminal, 'style' | 'columns'>,
): Generator<string> {
  const { style } = terminal;
  const { thread, byId } = reading;
  const found = countsInWords(quoteCounts(quotes));
  const general = generalities(thread.posts);
  yield `  ${style('bold', oneLine(thread.title))} · ${platformLabel(thread)} · ${extentInWords(thread)}`;
  if (found) yield `  ${style('dim', `quotes: ${found}`)}`;
  if (general.parentsInferred) yield `  ${style('yellow', 'who answers whom is inferred, not exported')}`;
  const byPost = Map.groupBy(quotes, ({ post }) => post);
  const reviews = reviewsIn(reading, quotes);
  for (const { post, lead, below, depth } of drawnTree(replyForest(thread.posts))) {
    const deep = depth > DEEPEST_DRAWN ? `(${depth}) ` : '';
    const head = `  ${style('dim', lead)}${deep}${heading(post, thread, general, style)}`;
    const width = Math.max(NARROWEST_SNIPPET, terminal.columns - plainLength(head) - 4);
    const words = firstWords(byId.get(post.id)?.own.text ?? '', width);
    yield words ? `${head}  ${words}` : head;
    const review = reviews.get(post.id);
    if (review) yield `  ${style('dim', below)}  ${shortened(reviewLine(review), LONGEST_REVIEW)}`;
    for (const quote of byPost.get(post.id) ?? [])
      yield `  ${style('dim', below)}  ${quoteLine(quote, thread, terminal.columns - below.length - 4, style)}`;
  }
}

/** What holds for the whole thread is said once. */
interface Generalities {
  readonly undated: boolean;
  readonly parentsInferred: boolean;
}

function generalities(posts: readonly Post[]): Generalities {
  const answers = posts.filter(({ parent }) => parent !== null);
  return {
    undated: posts.every(({ published }) => published === undefined),
    parentsInferred: answers.length > 0 && answers.every(({ inferred }) => inferred?.includes('parent')),
  };
}

interface Drawn {
  readonly post: Post;
  /** What stands before the post's line: `│  └─ `. */
  readonly lead: string;
  /** What stands before the lines that belong to it. */
  readonly below: string;
  readonly depth: number;
}

/** The posts in reply order with the lines of the tree. Chains may be of any length. */
function* drawnTree(roots: readonly Branch[]): Generator<Drawn> {
  const waiting = roots.map((branch) => ({ branch, lead: '', trunk: '', depth: 0 })).toReversed();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { branch, lead, trunk, depth } = next;
    const { children } = branch;
    yield { post: branch.post, lead, below: `${trunk}${children.length > 0 ? '│' : ' '}`, depth };
    const drawn = depth < DEEPEST_DRAWN;
    for (const [index, child] of [...children.entries()].toReversed()) {
      const last = index === children.length - 1;
      waiting.push({
        branch: child,
        lead: drawn ? `${trunk}${last ? '└─ ' : '├─ '}` : lead,
        trunk: drawn ? `${trunk}${last ? '   ' : '│  '}` : trunk,
        depth: depth + 1,
      });
    }
  }
}

function heading(post: Post, thread: Thread, general: Generalities, style: Terminal['style']): string {
  const said = (post.inferred ?? []).filter(
    (what) => what !== 'author' && !(what === 'parent' && general.parentsInferred),
  );
  const remarks = [...(post.state ? [STATES[post.state]] : []), ...said.map((what) => `${what} inferred`)];
  return [
    style('cyan', post.id),
    style('bold', authorInWords(post, thread)),
    ...(general.undated ? [] : [style('dim', momentOf(post))]),
    ...remarks.map((words) => style('yellow', `(${words})`)),
  ].join('  ');
}

function momentOf({ published }: Post): string {
  return published ? MOMENT.format(new Date(published)).replace(',', '') : 'no date';
}

/** `3 Mar 08:12`, in UTC; the year stands in the thread's heading. */
const MOMENT = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function platformLabel({ origin }: Thread): string {
  return importers.find(({ name }) => name === origin.importer)?.label ?? oneLine(origin.platform);
}

const STATES = { deleted: 'deleted', removed: 'removed', missing: 'not in the export' } as const;

/** `Ines Kovar`, or in words that the author is not known. */
function authorInWords(post: Post, { people }: Thread): string {
  const person = post.author === null ? undefined : people[post.author];
  const name = person && shortened(person.name || person.handle, LONGEST_NAME);
  if (name === undefined) return '(author not known)';
  return post.inferred?.includes('author') ? `(author not known, perhaps ${name})` : name;
}

const LONGEST_NAME = 40;

function firstWords(text: string, width: number): string {
  const words = shortened(text, width - 2);
  return words && `"${words}"`;
}

/** `❝ cancelled in January → p77ma2  verbatim` */
function quoteLine(quote: Quote, thread: Thread, width: number, style: Terminal['style']): string {
  const marks = '❝'.repeat(Math.min(quote.depth, 3));
  const judged = style(FIDELITY_STYLES[quote.fidelity], quote.fidelity);
  const wrong = quote.misattributed === undefined ? '' : style('red', '  misattributed');
  const target = targetOf(quote, thread);
  const room = Math.max(NARROWEST_SNIPPET, width - marks.length - target.length - quote.fidelity.length - 6);
  return `${marks} ${style('italic', shortened(quote.text, room))}${target}  ${judged}${wrong}`;
}

const LONGEST_REVIEW = 300;

/** `review: 3 comments on src/weir.c, 1 on src/tide.py; Reviewed-by: Ines Kovar` */
function reviewLine({ comments, trailers }: Review): string {
  const files = [...Map.groupBy(comments, ({ file }) => file ?? 'the patch')];
  const said = files.map(([file, some], n) => {
    const amount = n > 0 ? String(some.length) : counted(some.length, 'comment');
    return `${amount} on ${file}`;
  });
  const given = trailers.map(({ name, value }) => `${name}: ${value}`);
  return `review: ${[said.join(', '), ...given].filter(Boolean).join('; ')}`;
}

function targetOf({ source }: Quote, thread: Thread): string {
  if (!source) return '';
  const via = source.via?.length ? ` via ${source.via.join(', ')}` : '';
  return ` → ${source.thread === thread.id ? source.post : `${source.thread}#${source.post}`}${via}`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character begins a style
const STYLE = /\u001b\[[0-9;]{1,16}m/g;

function plainLength(text: string): number {
  return text.replace(STYLE, '').length;
}
