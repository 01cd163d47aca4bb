import { hashedId, stableId } from '../../thread/ids.ts';
import type { PostId } from '../../thread/schema.ts';
import { isRecord } from '../reading/glance.ts';
import { readEntry } from '../reading/entry.ts';
import { anchorIn, type Named, namedBy } from './address.ts';
import { entrySchema, type Fields } from './fields.ts';
import type { Found } from './found.ts';

/** An entry of an export, read. */
export interface Entry extends Pick<Found, 'kind' | 'place' | 'file'> {
  readonly id: PostId;
  /** `owner/name#12`, `owner/name@6113728f` for comments on a commit; empty where nothing says where it belongs. */
  readonly thread: string;
  readonly named: Partial<Named>;
  /** The comment or review that this one belongs to, as the export's containers or the entry's own keys say. */
  readonly above?: PostId;
  /** GraphQL's id of the entry, of the comment that it answers, and of the review that it is part of. */
  readonly node: string;
  readonly answers?: string;
  readonly partOf?: string;
  readonly fields: Fields;
  readonly fate?: 'deleted' | 'removed';
  /** A webhook tells of it: the same comes again with each that happens. */
  readonly isTold: boolean;
  /** When a webhook tells that it was edited. */
  readonly edited?: string;
  readonly isClosed: boolean;
}

/** Without these a post would be nobody's, or would be shown although it was hidden. */
const NEEDED = new Set<PropertyKey>([
  ...['user', 'author', 'body', 'isMinimized', 'minimized', 'deletedAt', 'state'],
]);

/** An entry that was found, and what of it could not be read. */
export function entryOf(found: Found): { readonly entry: Entry | null; readonly faults: readonly string[] } {
  if (found.kind === 'strange') return { entry: null, faults: ['no issue, review or comment'] };
  const { entry: fields, faults } = readEntry(entrySchema, found.value, NEEDED);
  if (!fields) return { entry: null, faults };
  const named = whereOf(found, fields);
  const above = aboveOf(found, fields);
  const answers = fields.replyTo?.id ?? null;
  const partOf = fields.pullRequestReview?.id ?? null;
  const edited = found.action === 'edited' ? fields.updated_at : null;
  const fate = fateOf(found, fields);
  const { kind, place, file } = found;
  return {
    faults,
    entry: {
      ...{ kind, place, file, named, fields },
      id: idOf(found.kind, found.value, named),
      thread: threadKey(named),
      node: fields.node_id || String(fields.id ?? ''),
      isClosed: isClosed(found),
      isTold: found.sender !== undefined,
      ...(above !== undefined && above !== null && { above }),
      ...(answers !== null && { answers }),
      ...(partOf !== null && { partOf }),
      ...(fate && { fate }),
      ...(edited && { edited }),
    },
  };
}

function threadKey({ repository = '', number, commit }: Partial<Named>): string {
  if (commit !== undefined) return `${repository}@${commit}`.toLowerCase();
  return number === undefined ? '' : `${repository}#${number}`.toLowerCase();
}

const ADDRESSES = ['html_url', 'issue_url', 'pull_request_url', 'url', 'repository_url'] as const;

function whereOf({ kind, value, root }: Found, fields: Fields): Partial<Named> {
  const own = addressesOf(value);
  if (kind === 'root') return { ...own, ...(fields.number !== null && { number: fields.number }) };
  const { number } = root ?? {};
  const around = { ...(root && addressesOf(root)), ...(isNumber(number) && { number: String(number) }) };
  return own.number !== undefined || own.commit !== undefined ? own : { ...own, ...around };
}

function isNumber(value: unknown): value is number | string {
  return typeof value === 'number' || typeof value === 'string';
}

/** The first address that says the most. */
function addressesOf(value: Found['value']): Partial<Named> {
  const all = ADDRESSES.flatMap((key) => {
    const address = value[key];
    return (typeof address === 'string' && namedBy(address)) || [];
  });
  return all.find(({ number, commit }) => number ?? commit) ?? all[0] ?? {};
}

/** The id of the post that an entry makes: its number, its anchor on GitHub's pages, or a hash of what it is. */
function idOf(kind: Found['kind'], value: Found['value'], { number }: Partial<Named>): PostId {
  if (kind === 'root') return number ?? hashedId(String(value.title));
  const anchors = [value.html_url, value.url].flatMap(
    (one) => (typeof one === 'string' && anchorIn(one)) || [],
  );
  const [anchor] = anchors;
  if (anchor !== undefined) return anchor;
  const { id } = value;
  if (typeof id === 'number') return `${anchorOf(kind, value)}${id}`;
  if (typeof id === 'string' && id !== '') return stableId(id);
  const { created_at, createdAt, submittedAt, body, state } = value;
  const account = isRecord(value.author) ? value.author : value.user;
  const login = isRecord(account) ? account.login : '';
  return hashedId(JSON.stringify([kind, login, created_at ?? createdAt ?? submittedAt, state, body]));
}

function anchorOf(kind: Found['kind'], value: Found['value']): string {
  if (kind === 'review') return 'pullrequestreview-';
  if (isOfReview(value)) return 'discussion_r';
  if (Object.hasOwn(value, 'discussion_id')) return 'discussioncomment-';
  return Object.hasOwn(value, 'commit_id') ? 'commitcomment-' : 'issuecomment-';
}

function isOfReview(value: Found['value']): boolean {
  return ['diff_hunk', 'pull_request_review_id', 'pull_request_url'].some((key) => Object.hasOwn(value, key));
}

function aboveOf({ kind, value, above }: Found, fields: Fields): PostId | null | undefined {
  if (kind === 'root') return undefined;
  if (fields.in_reply_to_id !== null) return `discussion_r${fields.in_reply_to_id}`;
  if (fields.parent_id !== null) return `discussioncomment-${fields.parent_id}`;
  if (above && above !== value) return idOf(kindOfAbove(above), above, {});
  return fields.pull_request_review_id === null
    ? undefined
    : `pullrequestreview-${fields.pull_request_review_id}`;
}

function kindOfAbove(value: Found['value']): Found['kind'] {
  const has = (key: string) => Object.hasOwn(value, key);
  return has('state') && (has('submittedAt') || has('submitted_at')) ? 'review' : 'comment';
}

/** A webhook tells of a deletion together with the words that are gone. */
function fateOf({ action, sender, value }: Found, fields: Fields): Entry['fate'] {
  if (fields.deletedAt) return 'deleted';
  if (fields.isMinimized || fields.minimized) return 'removed';
  if (action !== 'deleted') return undefined;
  const author = isRecord(value.user) ? value.user.login : undefined;
  return isRecord(sender) && sender.login === author ? 'deleted' : 'removed';
}

/** Whether the export says of the repository that not everybody may read it. */
function isClosed({ repository, root, value }: Found): boolean {
  const repositories = [repository, value.repository, root?.repository, baseOf(value), baseOf(root)];
  return repositories.some(
    (one) =>
      isRecord(one) &&
      (one.private === true ||
        one.isPrivate === true ||
        /^(?:private|internal)$/i.test(typeof one.visibility === 'string' ? one.visibility : '')),
  );
}

/** The repository that a pull request is made to. */
function baseOf(value: Found['value'] | undefined): unknown {
  return isRecord(value?.base) ? value.base.repo : undefined;
}
