import { forgetIn } from '../../quotes/forget-in.ts';
import { shingles } from '../../quotes/words.ts';
import { type ForgottenFile, hashesOfPost, hashOfPerson } from '../../site/forgotten/forgotten-file.ts';
import { codesOf, tellingRuns } from '../../site/forgotten/word-codes.ts';
import { namesOf, textsOf } from '../../site/forgotten/words-to-forget.ts';
import type { KnownPerson, People } from '../../thread/people.ts';
import type { Overlay } from '../../thread/overlay.ts';
import { redact } from '../../thread/redact.ts';
import type { Post, PostId, Thread, ThreadId } from '../../thread/schema.ts';
import type { Target } from './find-target.ts';

/** A thread that is written anew. */
export interface ChangedThread {
  readonly before: Thread;
  readonly after: Thread;
  readonly removed: readonly Post[];
  /** Posts of others from which quotes were redacted. */
  readonly quoting: readonly PostId[];
}

/** What forgetting comes to. */
export interface Plan {
  readonly threads: readonly ChangedThread[];
  /** The words that are gone; in clear only as long as this runs. */
  readonly said: readonly string[];
  readonly names: readonly string[];
  readonly entry?: KnownPerson;
  readonly forgotten: ForgottenFile;
}

/** Works out what is forgotten in each thread. Other people's quotes of the words go in every thread. */
export function planForgetting(
  target: Target,
  threads: readonly Thread[],
  overlays: ReadonlyMap<ThreadId, Overlay>,
  {
    pseudonym,
    known,
    former,
  }: { readonly pseudonym?: string; readonly known: People; readonly former: ForgottenFile },
): Plan {
  const entry = target.kind === 'person' ? entryOf(target, known, pseudonym) : undefined;
  const posts = target.kind === 'post' ? new Map([[target.thread, new Set([target.post])]]) : postsOf(target);
  const isTombstone = pseudonym === undefined;
  const said = isTombstone
    ? threads.flatMap((thread) =>
        thread.posts.filter(({ id }) => posts.get(thread.id)?.has(id)).flatMap(textsOf),
      )
    : [];
  const changed = threads.flatMap((thread): ChangedThread[] => {
    const gone = (isTombstone && posts.get(thread.id)) || new Set<PostId>();
    const people = entry === undefined ? {} : { [KEY]: entryIn(entry, target, thread) };
    const elsewhere = mayQuote(thread, said) ? said : [];
    const {
      thread: after,
      quotes,
      removed,
    } = forgetIn(withoutRedacted(thread, gone, overlays), { posts: gone, people, said: elsewhere });
    if (JSON.stringify(after) === JSON.stringify(thread)) return [];
    return [{ before: thread, after, removed, quoting: [...new Set(quotes.map(({ post }) => post))] }];
  });
  const persons = target.kind === 'person' ? target.places.map(({ person }) => person) : [];
  const names = entry ? namesOf(entry, persons) : [];
  return {
    threads: changed,
    said,
    names,
    ...(entry ? { entry } : {}),
    forgotten: remembered(former, target, {
      pseudonym: pseudonym ?? null,
      runs: [...said.flatMap(tellingRuns), ...names],
      posts,
      threads,
    }),
  };
}

/** Any: it is not written anywhere. */
const KEY = 'forgotten';

function postsOf({ places }: Extract<Target, { kind: 'person' }>): Map<ThreadId, Set<PostId>> {
  return new Map(
    places.map(({ thread, id }) => {
      const own = places.flatMap((place) => (place.thread.id === thread.id ? [place.id] : []));
      return [
        thread.id,
        new Set(
          thread.posts.flatMap((post) =>
            post.author !== null && [id, ...own].includes(post.author) ? [post.id] : [],
          ),
        ),
      ];
    }),
  );
}

function entryOf(
  { places, key }: Extract<Target, { kind: 'person' }>,
  known: People,
  pseudonym: string | undefined,
): KnownPerson {
  const former = key === undefined ? undefined : known[key];
  const handles = new Map<string, string[]>();
  for (const { thread, person } of places) {
    const { platform } = thread.origin;
    handles.set(platform, [...new Set([...(handles.get(platform) ?? []), person.handle])]);
  }
  return {
    handles: { ...Object.fromEntries(handles), ...(former?.handles ?? {}) },
    ...(former?.names ? { names: former.names } : {}),
    ...(pseudonym === undefined ? { withdrawn: true as const } : { pseudonym }),
  };
}

/** In a thread in which they take part the person is named by id: a name may fit others too. */
function entryIn(entry: KnownPerson, target: Target, thread: Thread): KnownPerson {
  const ids =
    target.kind === 'person'
      ? target.places.flatMap((place) => (place.thread.id === thread.id ? [place.id] : []))
      : [];
  const full = Object.values(entry.handles)
    .flat()
    .filter((handle) => /^@?[^@\s]+@[^@\s]+$/.test(handle));
  return { ...entry, handles: { [thread.origin.platform]: ids, elsewhere: full } };
}

/** What the editor redacted in a post is taken out for good: nothing says any more that it is to be. */
function withoutRedacted(
  thread: Thread,
  gone: ReadonlySet<PostId>,
  overlays: ReadonlyMap<ThreadId, Overlay>,
): Thread {
  const posts = overlays.get(thread.id)?.posts ?? {};
  const words = Object.entries(posts).flatMap(([id, { redact: own = [] }]) => (gone.has(id) ? own : []));
  return words.length > 0 ? redact(thread, words) : thread;
}

function mayQuote(thread: Thread, said: readonly string[]): boolean {
  const known = new Set(said.flatMap((text) => [...shingles(text)]));
  return known.size > 0 && shingles(JSON.stringify(thread)).some((one) => known.has(one));
}

function remembered(
  former: ForgottenFile,
  target: Target,
  {
    pseudonym,
    runs,
    posts,
    threads,
  }: {
    readonly pseudonym: string | null;
    readonly runs: readonly string[];
    readonly posts: ReadonlyMap<ThreadId, ReadonlySet<PostId>>;
    readonly threads: readonly Thread[];
  },
): ForgottenFile {
  const { salt } = former;
  const gone = threads.flatMap((thread) =>
    pseudonym === null
      ? thread.posts
          .filter(({ id }) => posts.get(thread.id)?.has(id))
          .flatMap((post) => hashesOfPost(post, thread, salt))
      : [],
  );
  const people =
    target.kind === 'person'
      ? target.places.map(
          ({ id, person, thread }) => [hashOfPerson(id, person, thread, salt), pseudonym] as const,
        )
      : [];
  const words: Record<string, string[]> = { ...former.words };
  for (const [size, codes] of codesOf(runs, salt))
    words[size] = [...new Set([...(words[size] ?? []), ...codes])].toSorted();
  return {
    ...former,
    posts: [...new Set([...former.posts, ...gone])].toSorted(),
    people: Object.fromEntries(
      [...Object.entries(former.people), ...people].toSorted(([one], [other]) => (one < other ? -1 : 1)),
    ),
    words,
  };
}
