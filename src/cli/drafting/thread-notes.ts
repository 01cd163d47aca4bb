import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { type ThreadReading, statedAuthor } from '../../quotes/reading.ts';
import { inReplyOrder } from '../../thread/forest.ts';
import type { Post } from '../../thread/schema.ts';
import type { Represented } from '../checking/representation.ts';
import { counted } from '../counted.ts';
import { shortened } from '../printable.ts';
import { extentInWords } from '../thread-summary.ts';
import { isQuotable, sentencesOf } from './passages.ts';

const MOST_LINES = 24;
const MOST_BRANCHES = 5;
const MOST_PEOPLE = 20;
const MOST_LINKS = 12;
const MOST_QUESTIONS = 10;
const WIDTH = 90;
/** Deeper posts are counted with the branch that they stand in. */
const DEEPEST = 2;

/** A post with its place in the tree, and how many posts its branch has and how deep it goes. */
interface Placed {
  readonly post: Post;
  readonly depth: number;
  readonly size: number;
  readonly levels: number;
}

/** What an editor would look up in a thread before writing, as plain lines. */
export function threadNotes(reading: ThreadReading, people: readonly Represented[]): readonly string[] {
  const { thread } = reading;
  const placed = placedPosts(thread.posts);
  return [
    `${thread.title} (${thread.id}): ${extentInWords(thread)}`,
    ...(thread.origin.url ? [thread.origin.url] : []),
    ...titled('Outline', outline(placed, reading)),
    ...titled('Longest branches', longest(placed, reading)),
    ...titled('Who said how much', shares(people)),
    ...titled('Questions that nobody answered', questions(reading)),
    ...titled('Links', links(reading)),
  ];
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)];
}

function placedPosts(posts: readonly Post[]): readonly Placed[] {
  const order = inReplyOrder(posts);
  const ends = new Array<number>(order.length);
  const deepest = new Array<number>(order.length);
  const open: number[] = [];
  const close = (to: number, at: number) => {
    for (let n = open.at(-1); n !== undefined && (order[n]?.depth ?? 0) >= to; n = open.at(-1)) {
      ends[n] = at;
      open.pop();
      const above = open.at(-1);
      if (above !== undefined) deepest[above] = Math.max(deepest[above] ?? 0, deepest[n] ?? 0);
    }
  };
  for (const [n, { depth }] of order.entries()) {
    close(depth, n);
    deepest[n] = depth;
    open.push(n);
  }
  close(0, order.length);
  return order.map(({ post, depth }, n) => {
    return { post, depth, size: (ends[n] ?? n + 1) - n, levels: (deepest[n] ?? depth) - depth };
  });
}

function outline(placed: readonly Placed[], reading: ThreadReading): readonly string[] {
  const shown = placed.filter(({ depth, size }) => depth === 0 || (depth <= DEEPEST && size > 1));
  const lines = shown.slice(0, MOST_LINES).map(({ post, depth, size }) => {
    const below = size > 1 ? ` (${counted(size - 1, 'post')} below)` : '';
    return `${'  '.repeat(depth)}${post.id}  ${said(post, reading)}${below}`;
  });
  const rest = shown.length - lines.length;
  return rest > 0 ? [...lines, `and ${counted(rest, 'more branch', 'more branches')}`] : lines;
}

function longest(placed: readonly Placed[], reading: ThreadReading): readonly string[] {
  return placed
    .filter(({ depth, size }) => depth === 1 && size > 2)
    .toSorted((one, other) => other.size - one.size)
    .slice(0, MOST_BRANCHES)
    .map(
      ({ post, size, levels }) =>
        `${counted(size, 'post')}, ${counted(levels + 1, 'level')} deep, from ${post.id}  ${said(post, reading)}`,
    );
}

/** `Ines Kovar: The timetable says …`; of those who ask not to be quoted the name alone. */
function said(post: Post, { byId }: ThreadReading): string {
  const found = byId.get(post.id);
  const author = found && statedAuthor(found);
  const name = author ? author.name?.trim() || author.handle : 'author not known';
  if (post.state) return `${name} (${post.state})`;
  if (!found || !isQuotable(found))
    return author?.wishes?.includes('no-quote') ? `${name} (asks not to be quoted)` : name;
  return `${name}: ${shortened(found.own.text, WIDTH)}`;
}

function shares(people: readonly Represented[]): readonly string[] {
  const lines = people.slice(0, MOST_PEOPLE).map(({ name, handle, posts, words, share }) => {
    const who = name === handle ? name : `${name} (${handle})`;
    return `${Math.round(share * 100)} %  ${who}: ${counted(posts, 'post')}, ${counted(words, 'word')}`;
  });
  const rest = people.length - lines.length;
  return rest > 0 ? [...lines, `and ${counted(rest, 'more person', 'more people')}`] : lines;
}

/** `so?` `so?”` `so？` */
const ASKS = /[?？؟;]["'”’»)\]」]{0,3}$/;

function questions({ posts }: ThreadReading): readonly string[] {
  const answered = new Set(posts.map(({ post }) => post.parent));
  const asked = posts.filter(
    (one) => !answered.has(one.post.id) && ASKS.test(one.own.text.trimEnd().slice(-5)) && isQuotable(one),
  );
  return asked.slice(0, MOST_QUESTIONS).map(({ post, author, own }) => {
    const last = own.text.slice(own.text.lastIndexOf('\n\n') + 1).trim();
    const question = sentencesOf(last, post.lang).at(-1);
    const words = question ? last.slice(question.start, question.end) : last;
    return `${post.id}  ${author?.name?.trim() || author?.handle}: ${shortened(words, WIDTH)}`;
  });
}

function links({ posts }: ThreadReading): readonly string[] {
  const counts = new Map<string, number>();
  for (const reading of posts) {
    if (!isQuotable(reading)) continue;
    const here = new Set<string>();
    visit(reading.root, 'link', (link) => {
      const isMention = /^[@#]/.test(textOf(link));
      if (/^https?:/i.test(link.url) && !isMention) here.add(link.url);
    });
    for (const url of here) counts.set(url, (counts.get(url) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, MOST_LINKS)
    .map(([url, count]) => (count > 1 ? `${url} (in ${counted(count, 'post')})` : url));
}
