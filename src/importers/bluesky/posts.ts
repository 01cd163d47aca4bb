import type { Warning } from '../importer.ts';
import { readEntry } from '../reading/entry.ts';
import { faultText, unreadableEntry, unreadableField } from '../reading/fault-warning.ts';
import { isRecord } from '../reading/glance.ts';
import type { Found, Unshown } from './answer.ts';
import { atUri, postIdOf } from './at-uri.ts';
import { type Labelled, labelled } from './labels.ts';
import { type PostRecord, recordSchema, type View, viewSchema } from './post-view.ts';
import { recordKey } from './record-key.ts';

/** A post that was read. */
export interface ReadPost {
  /** Its address, or what stands for it where a record comes without. */
  readonly uri: string;
  /** The repository it lies in, which is its author's. */
  readonly did: string | undefined;
  readonly parent: string | undefined;
  /** The thread that it says it belongs to. */
  readonly root: string;
  readonly view: View;
  readonly record: PostRecord;
  readonly labels: Labelled;
  readonly file: string;
  readonly place: string;
  /** What the labels of its author's account ask for. */
  readonly account: Labelled;
  readonly kept?: Kept;
}

/** `members`: for signed-in users only. `removed`: moderators or the thread's author took it from view. */
type Kept = 'members' | 'removed';

/** A post view and the file it stands in. */
export interface FoundIn extends Found {
  readonly file: string;
}

export interface Closed {
  /** Accounts that are shown to signed-in users only, or hidden by moderators. */
  readonly accounts: ReadonlySet<string>;
  /** Posts that must not be shown. */
  readonly posts: ReadonlySet<string>;
}

export interface Posts {
  /** Each post once, in the export's order. */
  readonly posts: readonly ReadPost[];
  readonly closed: Closed;
  /** What could not be read, by place. */
  readonly unread: readonly string[];
}

/**
 * The posts of an export. An account that asks anywhere in it to be shown to signed-in users only
 * (`!no-unauthenticated`) has no post shown. Every key that could not be read is told to `warn`.
 */
export function postsOf(
  found: readonly FoundIn[],
  unshown: readonly Unshown[],
  threadgates: readonly unknown[],
  warn: (warning: Warning) => void,
): Posts {
  const unread: string[] = [];
  const read = found.flatMap((one) => readPost(one, unread, warn) ?? []);
  const named = unshown.filter(({ why }) => why === 'members-only').map(({ uri }) => uri);
  const members = new Set([
    ...read.flatMap(({ did, account }) => (account.membersOnly && did !== undefined ? did : [])),
    ...named.flatMap((uri) => atUri(uri)?.authority ?? []),
  ]);
  const hidden = new Set([...threadgates, ...read.map(({ view }) => view.threadgate)].flatMap(hiddenReplies));
  const kept = new Map<string, Kept>();
  for (const post of read) {
    const why = keptFrom(post, members, hidden);
    if (why && kept.get(post.uri) !== 'members') kept.set(post.uri, why);
  }
  const posts = distinct(read, warn).map((post) => {
    const why = kept.get(post.uri);
    return why ? { ...post, kept: why } : post;
  });
  const takenDown = read.flatMap(({ did, account }) => (account.hidden && did !== undefined ? did : []));
  return {
    posts,
    closed: { accounts: new Set([...members, ...takenDown]), posts: new Set([...named, ...kept.keys()]) },
    unread,
  };
}

/** Without these a post would be nobody's, or would be shown where its author did not want it to be. */
const NEEDED = new Set<PropertyKey>(['uri', 'author', 'labels', 'record']);
const NEEDED_OF_RECORD = new Set<PropertyKey>(['text', 'labels', 'reply']);

function readPost(found: FoundIn, unread: string[], warn: (warning: Warning) => void): ReadPost | null {
  const { value, place, file, above, hidden } = found;
  const { entry: view, faults } = readEntry(viewSchema, value, NEEDED);
  const { entry: record, faults: ofRecord } = readEntry(recordSchema, value.record, NEEDED_OF_RECORD);
  const said = faultText([...faults, ...ofRecord], place);
  if (!view || !record) {
    unread.push(`${file}, ${said}`);
    warn({ ...postNamed(value), file, ...unreadableEntry('A post', said) });
    return null;
  }
  if (faults.length + ofRecord.length > 0) warn({ ...postNamed(value), file, ...unreadableField(said) });
  const uri = view.uri || recordKey(record);
  const parent = record.reply?.parent.uri ?? above;
  const did = repositoryOf(view);
  const own = [...(view.labels ?? []), ...selfLabels(record, did ?? '')];
  return {
    uri,
    did,
    parent,
    root: record.reply?.root?.uri ?? parent ?? uri,
    view,
    record,
    labels: labelled(own, did),
    account: labelled(view.author?.labels ?? [], view.author?.did),
    file,
    place,
    ...(hidden && { kept: 'removed' as const }),
  };
}

function postNamed({ uri }: FoundIn['value']): { post?: string } {
  return typeof uri === 'string' && uri !== '' ? { post: postIdOf(uri) } : {};
}

/** Who wrote it: the repository that its address names. One that names a handle is the author's who is given with it. */
function repositoryOf({ uri, author }: View): string | undefined {
  const named = atUri(uri)?.authority;
  return named?.startsWith('did:') ? named : author?.did;
}

function selfLabels({ labels }: PostRecord, src: string) {
  return (labels?.values ?? []).map(({ val }) => ({ val, src, neg: undefined }));
}

function keptFrom(
  { kept, labels, account, did, uri }: ReadPost,
  members: ReadonlySet<string>,
  hidden: ReadonlySet<string>,
): Kept | undefined {
  if (labels.membersOnly || account.membersOnly || (did !== undefined && members.has(did))) return 'members';
  return kept ?? (labels.hidden || account.hidden || hidden.has(uri) ? 'removed' : undefined);
}

function hiddenReplies(threadgate: unknown): readonly string[] {
  const record = isRecord(threadgate) ? threadgate.record : undefined;
  const hidden = isRecord(record) ? record.hiddenReplies : undefined;
  return Array.isArray(hidden) ? hidden.filter((uri) => typeof uri === 'string') : [];
}

/** The same post stands in many answers; only another version of it is worth a word. */
function distinct(posts: readonly ReadPost[], warn: (warning: Warning) => void): readonly ReadPost[] {
  const first = new Map<string, ReadPost>();
  for (const post of posts) {
    const before = first.get(post.uri);
    if (!before) first.set(post.uri, post);
    else if (before.view.cid !== post.view.cid || before.record.text !== post.record.text)
      warn({
        post: postIdOf(post.uri),
        file: post.file,
        code: 'duplicate-id',
        message: 'The export holds two versions of the post. The first was kept.',
      });
  }
  return [...first.values()];
}
