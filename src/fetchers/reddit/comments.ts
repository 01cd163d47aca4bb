import { exportForm, type Thing } from '../../importers/reddit/export-form.ts';
import { flattened } from '../../importers/reddit/things.ts';

/** Ways to further comments; each answers `null` where it is refused. */
export interface Comments {
  /** Those of these ids, a hundred at most, and what answers them (www.reddit.com/dev/api, `morechildren`). */
  named(ids: readonly string[]): Promise<unknown>;
  /** The comment of this id and what answers it. */
  below(id: string): Promise<unknown>;
}

export interface Gathered {
  /** The thread as one answer of Reddit; stubs in it stand for what could not be had. */
  readonly thread: unknown;
  /** How many comments the stubs stand for, as far as they say. */
  readonly missing: number;
}

/** Requests for further comments: some ten thousand of them. */
const MOST_REQUESTS = 500;

/**
 * The thread of an answer, with the comments for which there are only stubs in it, as far as they can be had; `null`
 * where it is no thread. Once Reddit has refused it is not asked for more.
 */
export async function gatherComments(answer: unknown, comments: Comments): Promise<Gathered | null> {
  const things = exportForm(answer);
  if (!things?.some(({ kind }) => kind === 't3')) return null;
  const known = new Map<string, Thing>();
  const stubs: Thing[] = [];
  const take = (found: readonly Thing[]) => {
    for (const thing of flattened(found)) {
      if (thing.kind === 'more') stubs.push(thing);
      if (thing.kind === 't1' && !known.has(nameOf(thing))) known.set(nameOf(thing), thing);
    }
  };
  take(things);
  const requests = requestsFor(stubs, comments);
  const answered = new Set<string>();
  for (let count = 0; count < MOST_REQUESTS; count += 1) {
    const request = requests.next().value;
    const found = await request?.ask();
    if (!request || found === null) break;
    for (const id of request.ids) answered.add(id);
    take(exportForm(found) ?? []);
  }
  const open = stubs.flatMap((stub) => stillOpen(stub, known, answered) ?? []);
  return {
    thread: [
      listing(things.filter(({ kind }) => kind === 't3')),
      listing([...inOrder([...known.values()]), ...open]),
    ],
    missing: open.reduce((sum, { data }) => sum + Math.max(Number(data.count) || 0, 1), 0),
  };
}

interface Request {
  /** Of comments that are asked for; of one that is asked for what is below it the full name. */
  readonly ids: readonly string[];
  ask(): Promise<unknown>;
}

const AT_ONCE = 100;

/** What is to be asked for the stubs, to which the answers may add others; nothing is asked for twice. */
function* requestsFor(stubs: readonly Thing[], comments: Comments): Generator<Request, undefined> {
  const asked = new Set<string>();
  for (let done = 0; done < stubs.length;) {
    const round = stubs.slice(done);
    done = stubs.length;
    const ids = [...new Set(round.flatMap(childrenOf))].filter((id) => !asked.has(id));
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      const some = ids.slice(start, start + AT_ONCE);
      for (const id of some) asked.add(id);
      yield { ids: some, ask: () => comments.named(some) };
    }
    for (const { data } of round.filter((stub) => childrenOf(stub).length === 0)) {
      const above = String(data.parent_id);
      if (!COMMENT.test(above) || asked.has(above)) continue;
      asked.add(above);
      yield { ids: [above], ask: () => comments.below(above.slice('t1_'.length)) };
    }
  }
}

const ID = /^[a-z0-9]{1,13}$/;
const COMMENT = /^t1_[a-z0-9]{1,13}$/;

/** The ids in a stub; one that has none stands for a branch that goes on at its own address. */
function childrenOf({ data }: Thing): readonly string[] {
  const { children } = data;
  return Array.isArray(children) ? children.filter((id) => typeof id === 'string' && ID.test(id)) : [];
}

/** What of a stub is still not there; `null`: all is. */
function stillOpen(
  stub: Thing,
  known: ReadonlyMap<string, Thing>,
  answered: ReadonlySet<string>,
): Thing | null {
  const children = childrenOf(stub);
  if (children.length === 0) return answered.has(String(stub.data.parent_id)) ? null : stub;
  const open = children.filter((id) => !known.has(`t1_${id}`));
  if (open.length === 0) return null;
  if (!children.some((id) => answered.has(id))) return stub;
  return { kind: 'more', data: { ...stub.data, children: open, count: open.length } };
}

/** Each comment before what answers it, those with the same parent as they came. */
function inOrder(comments: readonly Thing[]): readonly Thing[] {
  const byParent = Map.groupBy(comments, ({ data }) => String(data.parent_id));
  const held = new Set(comments.map(nameOf));
  const ordered = new Set<Thing>();
  const waiting = comments.filter(({ data }) => !held.has(String(data.parent_id))).toReversed();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    ordered.add(next);
    for (const reply of (byParent.get(nameOf(next)) ?? []).toReversed()) waiting.push(reply);
  }
  // What answers itself in a circle has no beginning.
  for (const comment of comments) ordered.add(comment);
  return [...ordered].map((comment) => ({ ...comment, data: { ...comment.data, replies: '' } }));
}

function nameOf({ data }: Thing): string {
  return String(data.name);
}

function listing(children: readonly Thing[]): unknown {
  return { kind: 'Listing', data: { children } };
}
