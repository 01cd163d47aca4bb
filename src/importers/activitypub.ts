import { QuotidianError } from '../thread/error.ts';
import { delivery } from './assembly/draft.ts';
import { discussionsOf, keysOf } from './activitypub/discussions.ts';
import { type Entries, entriesOf } from './activitypub/entries.ts';
import { filesWithPosts, looksLikeActivityStreams } from './activitypub/export-form.ts';
import { type Gathered, gather } from './activitypub/gather.ts';
import { knownOf } from './activitypub/people.ts';
import { quotable } from './activitypub/quotable.ts';
import { threadOf } from './activitypub/thread.ts';
import type { ExportFiles, Importer, ImportOptions } from './importer.ts';
import { glance } from './reading/glance.ts';
import { readJsonFiles } from './reading/json-files.ts';

/**
 * Objects of ActivityPub as servers hand them out, and the archive that Mastodon makes of an account. All files of an
 * export are read together; posts that belong to one discussion are a thread. What is not public stays out.
 */
export const activitypub: Importer = {
  name: 'activitypub',
  label: 'ActivityPub',
  formats:
    'ActivityPub JSON: posts (Note, Question, Article, Page, …), activities and collections of them; a Mastodon account archive, unpacked or as it is',
  keeps:
    'replies, dates of edits, content warnings, descriptions of media, polls, links, custom emoji, counts of favourites and boosts, quote posts with their consent, deletions, wishes (noindex)',
  drops:
    'what is not public, boosts, likes and bookmarks, what the author typed (source), files of an archive but for pictures (--media), times and places of events',
  signs: ['@context', 'attributedTo', 'inReplyTo', 'orderedItems', 'mediaType', 'contentMap'],

  async detect(files) {
    const ours = filesWithPosts(files);
    if (!ours || ours.size === 0) return false;
    for (const blob of ours.values()) if (!looksLikeActivityStreams((await glance(blob)).json)) return false;
    return true;
  },

  async *parse(files, options) {
    const gathered = await gatherAll(files, options);
    const entries = entriesOf(gathered.posts, gathered.deletions, options);
    if (gathered.posts.length > 0 && entries.unread.length === gathered.posts.length)
      throw unreadable(entries.unread[0] ?? '', files);
    const keyOf = keysOf(entries);
    const surroundings = {
      keyOf,
      hidden: new Set(entries.hidden.map(({ key }) => key)),
      find: quotable(entries, keyOf),
      known: knownOf(
        gathered.actors,
        gathered.posts.map(({ object }) => object),
      ),
      options,
    };
    const deliver = delivery(options);
    for (const discussion of discussionsOf(entries, keyOf)) {
      if (discussion.every(({ state }) => state !== undefined)) continue;
      const thread = deliver(threadOf(discussion, surroundings));
      if (thread) yield thread;
    }
    tellOfGone(entries, gathered, options);
  },
};

async function gatherAll(files: ExportFiles, options: ImportOptions): Promise<Gathered> {
  const all: Gathered[] = [];
  for await (const { file, value } of readJsonFiles(filesWithPosts(files) ?? files, options)) {
    const gathered = gather(file, value);
    tellOfLeftOut(gathered, file, options);
    all.push(gathered);
  }
  const posts = all.flatMap((one) => one.posts);
  const deletions = all.flatMap((one) => one.deletions);
  if (posts.length + deletions.length === 0) throw empty(all, files);
  return {
    posts,
    deletions,
    actors: all.flatMap((one) => one.actors),
    boosts: 0,
    named: 0,
    others: 0,
  };
}

function tellOfLeftOut({ boosts, named, others }: Gathered, file: string, { warn }: ImportOptions): void {
  if (boosts > 0)
    warn({
      file,
      code: 'boost',
      message: `Boosts (Announce), which are no posts of their own: ${boosts} left out.`,
    });
  if (named > 0)
    warn({
      file,
      code: 'named-only',
      message: `Posts of which the export has the address alone: ${named} left out.`,
    });
  if (others > 0)
    warn({
      file,
      code: 'not-a-post',
      message: `Things that are no posts, such as likes and follows: ${others} left out.`,
    });
}

/** Deleted posts that nothing in the export answers, or that it never held: there is nothing to show. */
function tellOfGone({ shown }: Entries, { deletions }: Gathered, { warn }: ImportOptions): void {
  const held = new Set(shown.map(({ key }) => key));
  const gone = new Set(deletions.map(({ post }) => post).filter((post) => !held.has(post))).size;
  if (gone > 0)
    warn({ code: 'deleted', message: `Posts that were deleted and that the export does not hold: ${gone}.` });
}

function empty(all: readonly Gathered[], files: ExportFiles): QuotidianError {
  const named = all.some((one) => one.named > 0);
  return new QuotidianError(
    named
      ? 'The collection names posts by their address and holds none of them.'
      : 'This is ActivityStreams, but there is no post in it.',
    {
      code: 'empty-export',
      ...placeIn(files),
      hint: named
        ? 'Save the posts themselves: ask each address for application/activity+json.'
        : 'Save the post, a collection page with its items, or the outbox of the account.',
    },
  );
}

function unreadable(fault: string, files: ExportFiles): QuotidianError {
  return new QuotidianError(`No post of the export could be read. ${fault}.`, {
    code: 'unreadable-export',
    ...placeIn(files),
    hint: 'Compare it with https://www.w3.org/TR/activitystreams-vocabulary/, or export it again.',
  });
}

function placeIn(files: ExportFiles): { place?: { file: string } } {
  const [file, ...others] = files.keys();
  return file === undefined || others.length > 0 ? {} : { place: { file } };
}
