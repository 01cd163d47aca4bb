import { displayName } from '../../thread/display-name.ts';
import type { KnownOfMissing } from '../../thread/forest.ts';
import { stableId } from '../../thread/ids.ts';
import type { Person, PersonId, Post, PostId, Thread } from '../../thread/schema.ts';
import { threadFrom } from '../assembly/draft.ts';
import type { ImportOptions } from '../importer.ts';
import type { Entry } from './entry.ts';
import { personId, personOf } from './person.ts';
import { addressOf, postOf } from './post.ts';
import type { Entries } from './threads.ts';

/** The thread that the entries make, of which there must be one at least. */
export function threadOf(entries: Entries, options: Pick<ImportOptions, 'warn' | 'consent'>): Thread {
  const root = entries.find(({ kind }) => kind === 'root');
  const { repository = '', number, commit } = root?.named ?? entries[0]?.named ?? {};
  const rootId = root?.id ?? number ?? null;
  const posts = postsOf(entries, rootId);
  const url = root && addressOf(root.fields);
  warnOfHidden(entries, options.warn);
  const draft = {
    title: titleOf(root, repository, number, commit),
    origin: {
      platform: 'github',
      ...(url && { url }),
      ...(repository && { community: repository }),
      importer: 'github',
    },
    people: peopleOf(entries),
    posts,
    missing: missingReviews(entries, posts, rootId),
  };
  return threadFrom(draft, options);
}

function titleOf(root: Entry | undefined, repository: string, number?: string, commit?: string): string {
  const title = displayName(root?.fields.title ?? '');
  if (title !== '' && root?.fate === undefined) return title;
  if (number !== undefined) return `${repository}#${number}`;
  return commit === undefined ? 'Comments' : `${repository}@${commit.slice(0, SHORT_COMMIT)}`;
}

/** As many characters of a commit's name as GitHub shows. */
const SHORT_COMMIT = 7;

function postsOf(entries: Entries, rootId: PostId | null): readonly Post[] {
  const held = new Set(entries.map(({ id }) => id));
  const byNode = new Map(entries.flatMap(({ node, id }) => (node === '' ? [] : [[node, id] as const])));
  return entries.map((entry) => {
    if (entry.kind === 'root') return postOf(entry, null, false);
    const parent = parentOf(entry, { held, byNode, rootId });
    // Answers show the same lines again.
    const opens = parent === null || !held.has(parent) || !/^discussion_r/.test(parent);
    return postOf(entry, parent, opens);
  });
}

interface Held {
  readonly held: ReadonlySet<PostId>;
  readonly byNode: ReadonlyMap<string, PostId>;
  readonly rootId: PostId | null;
}

/** What the entry belongs to or answers; the issue itself where it says no more, and where its review has no words. */
function parentOf(entry: Entry, { held, byNode, rootId }: Held): PostId | null {
  const { id, above, answers = '', partOf = '' } = entry;
  const parent = byNode.get(answers) ?? above ?? (answers === '' ? byNode.get(partOf) : stableId(answers));
  if (parent === undefined || parent === id) return rootId;
  return parent.startsWith('pullrequestreview-') && !held.has(parent) ? rootId : parent;
}

/** A comment that others answer and that is not there belongs to the issue like them. */
function missingReviews(
  entries: Entries,
  posts: readonly Post[],
  rootId: PostId | null,
): ReadonlyMap<PostId, KnownOfMissing> {
  const held = new Set(entries.map(({ id }) => id));
  const absent = posts.flatMap(({ parent }) =>
    parent !== null && parent !== rootId && !held.has(parent) ? parent : [],
  );
  return new Map(absent.map((id) => [id, { author: null, parent: rootId }]));
}

function peopleOf(entries: Entries): Readonly<Record<PersonId, Person>> {
  const people = new Map<PersonId, Person>();
  for (const { fields } of entries) {
    const account = fields.user ?? fields.author;
    const id = personId(account);
    if (account && id !== null) people.set(id, { ...personOf(account), ...people.get(id) });
  }
  return Object.fromEntries(people);
}

function warnOfHidden(entries: Entries, warn: ImportOptions['warn']): void {
  for (const { id, file, fate, fields } of entries) {
    const reason = fields.minimizedReason || (fields.minimized?.reason ?? '');
    if (fate)
      warn({
        post: id,
        file,
        code: fate,
        message:
          fate === 'deleted'
            ? 'The post was deleted; its words were left out.'
            : `The post was hidden or deleted by others${reason ? ` as ${displayName(reason).toLowerCase()}` : ''}; its words were left out.`,
      });
  }
  const undated = entries.filter(({ fields }) => fields.includesCreatedEdit && !fields.lastEditedAt);
  if (undated.length > 0)
    warn({
      code: 'edited-undated',
      message: `Posts that were edited, of which the export does not say when: ${undated.length}.`,
    });
}
