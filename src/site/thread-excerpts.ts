import { statedAuthor, type PostReading } from '../quotes/reading.ts';
import type { PostId } from '../thread/schema.ts';
import { isOpenToMachines } from './open-to-machines.ts';
import type { PlacedPost } from './paging.ts';
import { nameOf } from './quote-figures.ts';
import { shortened } from './shortened.ts';

/** How a post begins, as machines are told of it. */
export interface ExcerptView {
  readonly id: PostId;
  /** The nearest post above it in the tree that is among the excerpts. */
  readonly parent: PostId | null;
  readonly text: string;
  readonly author?: { readonly name: string; readonly url?: string };
  readonly published?: string;
  readonly lang?: string;
}

/** The page itself holds them all. */
const MOST = 21;
const LONGEST = 300;

/** The first posts of a page that are open to machines and say something, each with its beginning. */
export function excerptsOf(
  page: readonly PlacedPost[],
  byId: ReadonlyMap<PostId, PostReading>,
): readonly ExcerptView[] {
  const excerpts: ExcerptView[] = [];
  const above = new Map<PostId, PostId | null>();
  for (const { post } of page) {
    const parent = post.parent === null ? null : (above.get(post.parent) ?? null);
    const reading = byId.get(post.id);
    const text = reading && isOpenToMachines(reading) ? reading.own.text.replace(/\s+/g, ' ').trim() : '';
    const isTold = reading !== undefined && text !== '' && excerpts.length < MOST;
    above.set(post.id, isTold ? post.id : parent);
    if (isTold) excerpts.push({ id: post.id, parent, text: shortened(text, LONGEST), ...factsOf(reading) });
  }
  return excerpts;
}

function factsOf(reading: PostReading): Pick<ExcerptView, 'author' | 'published' | 'lang'> {
  const { published, inferred, lang } = reading.post;
  const author = statedAuthor(reading);
  return {
    ...(author ? { author: { name: nameOf(author), ...(author.url ? { url: author.url } : {}) } } : {}),
    ...(published && !inferred?.includes('published') ? { published } : {}),
    ...(lang ? { lang } : {}),
  };
}
