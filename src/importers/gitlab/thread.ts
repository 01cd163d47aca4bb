import { displayName } from '../../thread/display-name.ts';
import type { KnownOfMissing } from '../../thread/forest.ts';
import { maskMailAddresses } from '../../thread/mail-address.ts';
import type { Body, Person, PersonId, Post, PostId, Thread } from '../../thread/schema.ts';
import { threadFrom } from '../assembly/draft.ts';
import type { ImportOptions } from '../importer.ts';
import { webAddress } from '../reading/web-address.ts';
import type { Entries, NoteEntry } from './entries.ts';
import type { Note, Root } from './fields.ts';
import { personId, personOf } from './person.ts';
import { reactionsOf } from './reactions.ts';

/** The thread that an issue or merge request and its notes make. */
export function threadOf(entries: Entries, options: Pick<ImportOptions, 'warn' | 'consent'>): Thread {
  const { root, iid, isMerge } = entries;
  const url = root && webAddress(root.web_url);
  const community = communityOf(root);
  const name = `${community ?? ''}${isMerge ? '!' : '#'}${root?.iid ?? iid ?? ''}`;
  const rootId = root?.iid ?? iid;
  const notes = entries.notes.map((entry) => notePost(entry, rootId, url ?? undefined, entries));
  return threadFrom(
    {
      title: displayName(root?.title ?? '') || (rootId === null ? 'Notes' : name),
      origin: {
        platform: 'gitlab',
        ...(url && { url }),
        ...(community && { community }),
        importer: 'gitlab',
      },
      people: peopleOf(entries),
      posts: root ? [rootPost(root, url ?? undefined, entries), ...notes] : notes,
      missing: missingFirst(entries, rootId),
    },
    options,
  );
}

/** A discussion whose first note is not there belongs to the issue all the same. */
function missingFirst({ notes }: Entries, rootId: PostId | null): ReadonlyMap<PostId, KnownOfMissing> {
  const firsts = notes.flatMap(({ first }) => (first === undefined ? [] : `note_${first}`));
  return new Map(firsts.map((id) => [id, { author: null, parent: rootId }]));
}

/** `quay/weir` of `quay/weir#12`, or of the address. */
function communityOf(root: Root | null): string | undefined {
  const full = root?.references?.full ?? '';
  const [, fromReference] = /^([^#!\s]{1,255})[#!]\d+$/.exec(full) ?? [];
  const [, fromAddress] = PROJECT.exec(root?.web_url ?? '') ?? [];
  return fromReference ?? fromAddress;
}

/** `https://gitlab.com/quay/locks/weir/-/issues/12`; without `-` before 2020. */
const PROJECT =
  /^https?:\/\/[^/?#\s]{1,255}\/([\w./-]{1,255}?)(?:\/-)?\/(?:issues|merge_requests|work_items|incidents)\/\d/;

function rootPost(root: Root, url: string | undefined, { awards, isMerge }: Entries): Post {
  const awarded = [...(awards.get(`${isMerge ? 'MergeRequest' : 'Issue'} ${root.id}`) ?? [])];
  const reactions = reactionsOf(awarded, root);
  return {
    id: root.iid,
    author: personId(root.author),
    parent: null,
    ...datesOf(root),
    ...(url && { url }),
    body: bodyOf(root.description),
    ...(reactions.length > 0 && { reactions }),
  };
}

function notePost(
  { note, first }: NoteEntry,
  rootId: PostId | null,
  page: string | undefined,
  { awards }: Entries,
): Post {
  const reactions = reactionsOf(awards.get(`Note ${note.id}`) ?? []);
  // The place of a discussion is said by its first note.
  const subject = first === undefined ? placeOf(note) : '';
  return {
    id: `note_${note.id}`,
    author: personId(note.author),
    parent: first === undefined ? rootId : `note_${first}`,
    ...datesOf(note),
    ...(page && { url: `${page}#note_${note.id}` }),
    ...(subject && { subject }),
    body: bodyOf(note.body),
    ...(reactions.length > 0 && { reactions }),
  };
}

function datesOf({ created_at, last_edited_at }: Note | Root): Pick<Post, 'published' | 'edited'> {
  return { ...(created_at && { published: created_at }), ...(last_edited_at && { edited: last_edited_at }) };
}

/** `src/weir.c:24`: the export names the line and holds no line of the patch. */
function placeOf({ position }: Note): string {
  const path = displayName(position?.new_path || (position?.old_path ?? ''));
  const line = position?.new_line ?? position?.old_line;
  return path !== '' && line ? `${path}:${line}` : path;
}

/** `On 3 Mar 2026, Ines Kovar <ines@quay.example> wrote:` */
const ANGLED = /<[^<>\s@]{1,80}@[^<>\s@]{1,80}>/;

function bodyOf(markdown: string): Body {
  const lines = markdown.split('\n').map((line) => (ANGLED.test(line) ? maskMailAddresses(line) : line));
  return { markdown: lines.join('\n'), flavour: 'gitlab' };
}

function peopleOf({ root, notes }: Entries): Readonly<Record<PersonId, Person>> {
  const people = new Map<PersonId, Person>();
  for (const { author } of [...(root ? [root] : []), ...notes.map(({ note }) => note)]) {
    const id = personId(author);
    if (author && id !== null && !people.has(id)) people.set(id, personOf(author));
  }
  return Object.fromEntries(people);
}
