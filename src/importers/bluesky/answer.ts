import { isRecord } from '../reading/glance.ts';
import { atUri } from './at-uri.ts';

/** A post view of an export, not yet read, and where it stands: `thread.replies[3]`. */
export interface Found {
  readonly place: string;
  readonly value: Readonly<Record<string, unknown>>;
  /** The address of the post above it, where the answer nests it there. */
  readonly above?: string;
  /** The thread's author hid it, as the answer says. */
  readonly hidden?: true;
}

/** A post that the server names and does not show. */
export interface Unshown {
  readonly place: string;
  readonly uri: string;
  readonly why: 'not-found' | 'blocked' | 'members-only';
}

/** What one file holds. */
export interface Answer {
  /** In the file's order; a chain of parents from its top. */
  readonly found: readonly Found[];
  readonly unshown: readonly Unshown[];
  /** The rules of the thread, with the replies that its author hid. */
  readonly threadgates: readonly unknown[];
}

/**
 * The posts of a saved answer: `getPostThread` (nested), `getPostThreadV2` and its hidden replies (a flat list),
 * `getPosts`, `searchPosts` or `getQuotes` (`posts`), a feed, `listRecords`; a post view, a post in a thread or a feed,
 * a record with its address or without. `null` for anything else.
 */
export function answerIn(value: unknown): Answer | null {
  const gather: Gather = { found: [], unshown: [], threadgates: [] };
  if (Array.isArray(value)) readList(value, '', gather);
  else if (isRecord(value)) readObject(value, gather);
  return gather.found.length > 0 || gather.unshown.length > 0 ? gather : null;
}

/** Whether the beginning of a file looks like one of these, or like another record of the AT Protocol. */
export function looksLikeAnswer(value: unknown): boolean {
  if (Array.isArray(value)) return isOurs(value.find((item) => item !== null));
  if (!isRecord(value)) return false;
  if (isOurs(value)) return true;
  const listed = LISTS.map((key) => value[key]).find(Array.isArray);
  if (listed) return isOurs(listed.find((item) => item !== null));
  return isRecord(value.thread) && isOurs(value.thread);
}

/** Keys under which answers hold their list. */
const LISTS = ['thread', 'posts', 'feed', 'records'];

/** `app.bsky.feed.defs#threadViewPost`, `app.bsky.feed.post` */
const TYPE = /^app\.bsky\.[\w.]{1,200}(?:#\w{1,100})?$/;

function isOurs(value: unknown): boolean {
  if (!isRecord(value)) return false;
  if (typeof value.$type === 'string' && TYPE.test(value.$type)) return true;
  return isAddressed(value) || (isRecord(value.post) && isAddressed(value.post));
}

function isAddressed({ uri, record, value, depth }: Readonly<Record<string, unknown>>): boolean {
  const holds = isRecord(record) || isRecord(value) || typeof depth === 'number';
  return typeof uri === 'string' && holds && (atUri(uri) !== null || hasPostType(record));
}

interface Gather {
  readonly found: Found[];
  readonly unshown: Unshown[];
  readonly threadgates: unknown[];
}

function readObject(value: Readonly<Record<string, unknown>>, gather: Gather): void {
  const { thread } = value;
  if (value.threadgate !== undefined && !isRecord(value.record)) gather.threadgates.push(value.threadgate);
  if (Array.isArray(thread)) readFlat(thread, gather);
  else if (isRecord(thread)) readNested(thread, 'thread', gather);
  else if (readOne(value, 'post', gather)) return;
  else for (const key of LISTS) readList(value[key], key, gather);
}

function readList(list: unknown, name: string, gather: Gather): void {
  if (!Array.isArray(list)) return;
  for (const [n, item] of list.entries()) if (isRecord(item)) readOne(item, `${name}[${n}]`, gather);
}

/** A post in whatever wrapping; whether it was one. */
function readOne(value: Readonly<Record<string, unknown>>, place: string, gather: Gather): boolean {
  if (isRecord(value.post) && isRecord(value.post.record)) {
    if (value.parent !== undefined || value.replies !== undefined) readNested(value, place, gather);
    else readFeedItem(value, place, gather);
    return true;
  }
  const view = asView(value);
  if (view) gather.found.push({ place, value: view });
  return view !== null;
}

/** The thread's beginning and the post above come with an item of a feed. */
function readFeedItem(value: Readonly<Record<string, unknown>>, place: string, gather: Gather): void {
  const { reply, post } = value;
  if (isRecord(reply)) {
    readNode(reply.root, `${place}.reply.root`, gather);
    readNode(reply.parent, `${place}.reply.parent`, gather);
  }
  if (isRecord(post)) gather.found.push({ place: `${place}.post`, value: post });
}

function readNode(value: unknown, place: string, gather: Gather, above?: string): string | undefined {
  if (!isRecord(value)) return undefined;
  const uri = typeof value.uri === 'string' ? value.uri : undefined;
  const why = value.notFound === true ? 'not-found' : value.blocked === true ? 'blocked' : undefined;
  if (uri !== undefined && why) gather.unshown.push({ place, uri, why });
  else if (isRecord(value.record))
    gather.found.push({ place, value, ...(above === undefined ? {} : { above }) });
  return uri;
}

interface Level {
  readonly node: Readonly<Record<string, unknown>>;
  readonly place: string;
  readonly above?: string;
}

/** The chain of parents from its top, then each post before its replies. Takes nesting of any depth. */
function readNested(anchor: Readonly<Record<string, unknown>>, place: string, gather: Gather): void {
  const chain: Level[] = [];
  for (let node = anchor.parent, n = 1; isRecord(node); node = node.parent, n += 1)
    chain.push({ node, place: `${place}, parent ${n}` });
  let above: string | undefined;
  for (const level of chain.toReversed())
    above = readNode(level.node.post ?? level.node, level.place, gather, above);
  const waiting: Level[] = [{ node: anchor, place, ...(above === undefined ? {} : { above }) }];
  for (let level = waiting.pop(); level; level = waiting.pop()) {
    const { node } = level;
    const uri = readNode(node.post ?? node, level.place, gather, level.above);
    const replies = Array.isArray(node.replies) ? node.replies : [];
    for (const [n, reply] of [...replies.entries()].toReversed())
      if (isRecord(reply))
        waiting.push({
          node: reply,
          place: placed(level.place, n),
          ...(uri === undefined ? {} : { above: uri }),
        });
  }
}

const LONGEST_PLACE = 120;

function placed(above: string, n: number): string {
  return above.length > LONGEST_PLACE ? `${above.slice(0, LONGEST_PLACE)}…` : `${above}.replies[${n}]`;
}

/** `getPostThreadV2`: a list of `{ uri, depth, value }`, the parents above the anchor first. */
function readFlat(items: readonly unknown[], gather: Gather): void {
  for (const [n, item] of items.entries()) {
    const place = `thread[${n}]`;
    if (!isRecord(item) || !isRecord(item.value)) continue;
    const { post, $type, hiddenByThreadgate, isHidden } = item.value;
    const why = typeof $type === 'string' ? UNSHOWN.get($type.slice($type.indexOf('#'))) : undefined;
    if (why && typeof item.uri === 'string') gather.unshown.push({ place, uri: item.uri, why });
    const hidden = hiddenByThreadgate === true || isHidden === true;
    if (!why && isRecord(post)) gather.found.push({ place, value: post, ...(hidden && { hidden }) });
  }
}

const UNSHOWN: ReadonlyMap<string, Unshown['why']> = new Map([
  ['#threadItemNoUnauthenticated', 'members-only'],
  ['#threadItemNotFound', 'not-found'],
  ['#threadItemBlocked', 'blocked'],
]);

/** A post view as it is; a record with its address (`getRecord`), or bare, as a view that holds nothing else. */
function asView(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | null {
  const { uri, cid, record } = value;
  if (typeof uri === 'string' && isRecord(record)) return value;
  if (typeof uri === 'string' && hasPostType(value.value)) return { uri, cid, record: value.value };
  return hasPostType(value) ? { uri: '', record: value } : null;
}

function hasPostType(value: unknown): boolean {
  return isRecord(value) && value.$type === 'app.bsky.feed.post';
}
