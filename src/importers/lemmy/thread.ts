import { displayName } from '../../thread/display-name.ts';
import { stableId } from '../../thread/ids.ts';
import type { PersonId, Post, PostId, Thread } from '../../thread/schema.ts';
import { threadFrom } from '../assembly/draft.ts';
import { titleFromText } from '../assembly/title.ts';
import type { ImportOptions } from '../importer.ts';
import { webAddress } from '../reading/web-address.ts';
import type { Discussion } from './discussions.ts';
import { peopleOf, personId } from './people.ts';
import { commentOf, rootId, rootOf } from './post.ts';
import type { LemmyPerson } from './views.ts';

/** The thread that a discussion makes. Comments that the export lacks have placeholders, as their paths tell of them. */
export function threadOf(discussion: Discussion, options: Pick<ImportOptions, 'warn' | 'consent'>): Thread {
  const { post, view, comments, community } = discussion;
  const creators = [view, ...comments].flatMap((one) => one?.creator ?? []);
  const people = peopleOf(creators);
  const root = post ? [rootOf(post, authorOf(post.creator_id, view?.creator, people), view?.counts)] : [];
  const posts = [...root, ...withMissing(discussion, options.warn)];
  const title = titleOf(root[0]?.state ? '' : (post?.name ?? ''), posts);
  const url = root[0]?.url;
  const where = community && communityOf(community);
  return threadFrom(
    {
      title,
      origin: {
        platform: 'lemmy',
        ...(url && { url }),
        ...(where && { community: where }),
        importer: 'lemmy',
      },
      people,
      posts,
    },
    options,
  );
}

/** Where only comments were saved their views name the post's author by number. */
function authorOf(
  number: string,
  creator: LemmyPerson | null | undefined,
  people: Readonly<Record<PersonId, unknown>>,
): PersonId | null {
  const id = creator ? personId(creator) : stableId(number);
  return Object.hasOwn(people, id) ? id : null;
}

/** The comments, each after placeholders for those above it that are missing: the path names all of them. */
function withMissing({ id, comments }: Discussion, warn: ImportOptions['warn']): readonly Post[] {
  const held = new Set<PostId>(comments.map(({ comment }) => stableId(comment.id)));
  const posts: Post[] = [];
  for (const view of comments) {
    const above = ancestorsOf(view.comment.path).map(stableId);
    let parent = rootId(id);
    for (const ancestor of above) {
      if (!held.has(ancestor)) {
        held.add(ancestor);
        posts.push({ id: ancestor, author: null, parent, state: 'missing', body: { plain: '' } });
        warn({ post: ancestor, code: 'missing-parent', message: MISSING });
      }
      parent = ancestor;
    }
    posts.push(commentOf(view, view.creator ? personId(view.creator) : null, parent));
  }
  return posts;
}

const MISSING = 'A comment that others answer is not there. A placeholder stands for it.';

/** `0.24.27` is comment 27 below comment 24, which answers the post. */
function ancestorsOf(path: string): readonly string[] {
  return path.split('.').slice(1, -1).filter(Boolean);
}

function titleOf(name: string, posts: readonly Post[]): string {
  const words = posts
    .map(({ body }) => ('markdown' in body ? titleFromText(body.markdown) : ''))
    .find(Boolean);
  return displayName(name) || words || 'Discussion';
}

/** `harbour.example/c/ferries`: as Lemmy writes it, `!ferries@harbour.example`, it would be read as a mail address. */
function communityOf({ name, actor_id, ap_id }: NonNullable<Discussion['community']>): string {
  const url = webAddress(actor_id, ap_id);
  return displayName(url ? `${new URL(url).host}/c/${name}` : name);
}
