import type { Person } from '../thread/schema.ts';
import { names } from './attribution.ts';
import type { Hit, WayStation } from './best-hit.ts';
import type { Heard, HeardPost } from './heard.ts';
import type { Location } from './locate.ts';
import { originalRange } from './normal.ts';
import type { Orphan } from './orphans.ts';
import type { Passage } from './quote.ts';
import { meets } from './stretches.ts';

/** An orphan's words as they were found in a post of another thread. */
export function hitOf(
  location: Location & Pick<Hit, 'method'>,
  orphan: Orphan,
  post: HeardPost,
  thread: Heard,
): Hit {
  const [start, end] = originalRange(post.normal, location.start, location.end);
  const source = { thread: thread.thread, post: post.id, start, end };
  return {
    method: location.method,
    source,
    fidelity: location.fidelity,
    by: post.authorId ?? post.id,
    ...(location.edits ? { edits: location.edits } : {}),
    ...(post.published === undefined ? {} : { published: post.published }),
    ...attributionOf(orphan, source, post, thread),
  };
}

/** Whether an orphan names this person. */
export function isNamed({ name }: Orphan, author: Person | null): boolean {
  return name !== undefined && author !== null && names(name, author);
}

/** As within a thread: a name that means nobody known, or somebody who only handed the words on, is not wrong. */
function attributionOf(
  orphan: Orphan,
  source: Passage,
  { author, quotedBy = [] }: HeardPost,
  { posts }: Heard,
): Pick<Hit, 'isNamed' | 'handedOn' | 'misattributed'> {
  const { name } = orphan;
  if (isNamed(orphan, author)) return { isNamed: true };
  const handing = quotedBy.find((quote) => isNamed(orphan, quote.author) && meets([quote], source));
  if (handing) {
    const { post, author: by, fidelity } = handing;
    const handedOn: WayStation = { thread: source.thread, post, author: by, fidelity };
    return { isNamed: false, handedOn };
  }
  const isKnown = () => orphan.namesParticipant || posts.some((post) => isNamed(orphan, post.author));
  if (name === undefined || author === null || !isKnown()) return { isNamed: false };
  return { isNamed: false, misattributed: name };
}
