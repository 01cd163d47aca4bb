/** What threading needs of a message. */
export interface Reference {
  /** The message's id, without brackets. */
  readonly id: string;
  /** The ids it names as its ancestors, the nearest last. */
  readonly ancestors: readonly string[];
  /** The nearest ancestor was cut off: the last one named is further up, so the place is a guess. */
  readonly cut?: boolean;
  /** What it says it answers in words, believed only where such a message is there. */
  readonly doubtful: readonly string[];
  /** `subjectKey` of it. */
  readonly subject: string | null;
  readonly reply: boolean;
  /** Milliseconds, where its date is known. */
  readonly time: number | null;
}

/** A message's place among the others. */
export interface Placed {
  /** Position in the list that was given. */
  readonly message: number;
  readonly id: string;
  /** The parent's id, which may be of a message that is not there. */
  readonly parent: string | null;
  /** The parent was found by subject, not by reference. */
  readonly inferred: boolean;
}

export interface MailThread {
  /** In the order given. */
  readonly posts: readonly Placed[];
  /** Of parents that are not there: their own nearest parent that a post or another parent stands for. */
  readonly ghosts: ReadonlyMap<string, string | null>;
}

/**
 * The threads of a mailbox by References and In-Reply-To, after Jamie Zawinski (jwz.org/doc/threading.html):
 * every id that is named gets a container, held or not; a message's parent is the last id it names. Unlike there
 * no empty container is dropped that a message answers (it becomes a placeholder), and loops are left in for
 * `mendReplies` to cut. By subject only those are joined that say they answer something (`Re:`) and name nothing:
 * to the one message that began that subject in the time before, or, where that is not there, into one thread
 * without a parent. Linear but for sorting by time; no recursion. Ids must be unique.
 */
export function threadMail(references: readonly Reference[]): readonly MailThread[] {
  const containers = new Containers(references);
  for (const [message, { ancestors, doubtful }] of references.entries())
    containers.place(message, ancestors.length > 0 ? ancestors : containers.held(doubtful));
  containers.placeGhosts();
  const inferred = joinBySubject(references, containers, placeBarren(references, containers));
  return collect(references, containers, inferred);
}

/** Ids as numbers: a message's container has its position, those of absent ones follow. */
class Containers {
  readonly #numbers = new Map<string, number>();
  readonly #ids: string[] = [];
  readonly #messages: number;
  /** The container that stands above, or -1. */
  readonly parents: number[] = [];
  readonly #implied: number[] = [];
  /** Union–find: containers of one thread share a representative, the earliest of them. */
  readonly #joined: number[] = [];

  constructor(references: readonly Reference[]) {
    for (const { id } of references) this.#container(id);
    this.#messages = references.length;
  }

  held(ids: readonly string[]): readonly string[] {
    const held = ids.filter((id) => (this.#numbers.get(id) ?? this.#messages) < this.#messages);
    return held.slice(0, 1);
  }

  isHeld(container: number): boolean {
    return container < this.#messages;
  }

  place(message: number, ancestors: readonly string[]): void {
    let above = -1;
    for (const id of ancestors) {
      const container = this.#container(id);
      if (container === message || container === above) continue;
      if (above >= 0 && this.#implied[container] === -1) this.#implied[container] = above;
      above = container;
    }
    if (above >= 0) this.link(message, above);
  }

  link(child: number, parent: number): void {
    this.parents[child] = parent;
    this.joinThreads(child, parent);
  }

  joinThreads(a: number, b: number): void {
    const [first, second] = [this.thread(a), this.thread(b)].sort((x, y) => x - y);
    if (first !== undefined && second !== undefined) this.#joined[second] = first;
  }

  /** What others say stands above it; -1 where nobody does. */
  impliedAbove(container: number): number {
    return this.#implied[container] ?? -1;
  }

  /** An absent message's parent is what the first message that named it said. */
  placeGhosts(): void {
    for (let container = this.#messages; container < this.#ids.length; container++) {
      const above = this.impliedAbove(container);
      if (above >= 0) this.link(container, above);
    }
  }

  idOf(container: number): string | null {
    return this.#ids[container] ?? null;
  }

  thread(container: number): number {
    let root = container;
    while (this.#joined[root] !== root) root = this.#joined[root] ?? root;
    for (let at = container; at !== root;) {
      const next = this.#joined[at] ?? root;
      this.#joined[at] = root;
      at = next;
    }
    return root;
  }

  #container(id: string): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    const container = this.#ids.length;
    this.#numbers.set(id, container);
    this.#ids.push(id);
    this.parents.push(-1);
    this.#implied.push(-1);
    this.#joined.push(container);
    return container;
  }
}

/** An answer that names nothing itself stands where the references of others put it. */
function placeBarren(references: readonly Reference[], containers: Containers): ReadonlySet<number> {
  const inferred = new Set<number>();
  for (const [message, { cut, reply }] of references.entries()) {
    if (cut && containers.parents[message] !== -1) inferred.add(message);
    const above = containers.impliedAbove(message);
    if (!reply || above < 0 || containers.parents[message] !== -1) continue;
    containers.link(message, above);
    inferred.add(message);
  }
  return inferred;
}

/** A subject comes up again after this time: then it is another discussion. */
const LONGEST_PAUSE = 60 * 24 * 3600 * 1000;

interface SubjectRun {
  /** The one message that began the subject; -1 where there is none, `null` where there are several. */
  starter: number | null;
  /** The first orphan of a subject whose beginning is not there. */
  orphan: number;
  last: number;
}

function joinBySubject(
  references: readonly Reference[],
  containers: Containers,
  known: ReadonlySet<number>,
): ReadonlySet<number> {
  const inferred = new Set(known);
  const runs = new Map<string, SubjectRun>();
  for (const message of inTimeOrder(references)) {
    const { subject, reply, time } = references[message] ?? { subject: null, reply: false, time: null };
    if (subject === null || time === null || containers.parents[message] !== -1) continue;
    const run = currentRun(runs, subject, time);
    if (!reply) run.starter = run.starter === -1 ? message : null;
    else if (run.starter !== null && run.starter >= 0) {
      containers.link(message, run.starter);
      inferred.add(message);
    } else if (run.starter === -1) joinOrphans(run, message, containers);
  }
  return inferred;
}

function currentRun(runs: Map<string, SubjectRun>, subject: string, time: number): SubjectRun {
  const known = runs.get(subject);
  const run = known && time - known.last <= LONGEST_PAUSE ? known : { starter: -1, orphan: -1, last: time };
  run.last = time;
  runs.set(subject, run);
  return run;
}

function joinOrphans(run: SubjectRun, message: number, containers: Containers): void {
  if (run.orphan < 0) run.orphan = message;
  else containers.joinThreads(run.orphan, message);
}

function inTimeOrder(references: readonly Reference[]): readonly number[] {
  const order = references.map((_, message) => message);
  const times = references.map(({ time }) => time ?? 0);
  return order.sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b);
}

function collect(
  references: readonly Reference[],
  containers: Containers,
  inferred: ReadonlySet<number>,
): readonly MailThread[] {
  const threads = new Map<number, { posts: Placed[]; ghosts: Map<string, string | null> }>();
  const answered = new Set<number>();
  for (const message of references.keys()) answered.add(containers.parents[message] ?? -1);
  for (const [message, { id }] of references.entries()) {
    const root = containers.thread(message);
    const thread = threads.get(root) ?? { posts: [] as Placed[], ghosts: new Map<string, string | null>() };
    threads.set(root, thread);
    const parent = containers.parents[message] ?? -1;
    thread.posts.push({ message, id, parent: containers.idOf(parent), inferred: inferred.has(message) });
    const ghost = containers.isHeld(parent) ? null : containers.idOf(parent);
    if (ghost !== null && !thread.ghosts.has(ghost))
      thread.ghosts.set(ghost, containers.idOf(shownAbove(parent, containers, answered)));
  }
  return [...threads.values()];
}

/** As many absent ancestors in a row as a message names at most: more is a loop. */
const MOST_ABSENT = 64;

/** The nearest ancestor that is held, or that a message answers; -1 where there is none. */
function shownAbove(ghost: number, containers: Containers, answered: ReadonlySet<number>): number {
  let above = containers.parents[ghost] ?? -1;
  for (let steps = 0; steps < MOST_ABSENT && above >= 0; steps++) {
    if (containers.isHeld(above) || answered.has(above)) return above === ghost ? -1 : above;
    above = containers.parents[above] ?? -1;
  }
  return -1;
}
