import { isRecord } from '../reading/glance.ts';

/** What an entry of an export is. `root` is an issue, a pull request or a discussion; of `strange` nothing is known. */
export type Kind = 'root' | 'comment' | 'review' | 'strange';

type Values = Readonly<Record<string, unknown>>;

/** An entry of an export, not yet read, and what stands around it. */
export interface Found extends Around {
  readonly kind: Kind;
  readonly value: Values;
  /** `issue.comments[3]` */
  readonly place: string;
  readonly file: string;
}

/** What the containers of an entry say of it. */
interface Around {
  /** The issue, pull request or discussion that it stands in or beside. */
  readonly root?: Values;
  /** The comment or review that it stands in, or the first of its conversation. */
  readonly above?: Values;
  readonly repository?: Values;
  /** Whose doing a webhook tells of. */
  readonly sender?: unknown;
  /** The webhook says that this happened to the entry. */
  readonly action?: 'deleted' | 'edited';
}

/** Keys under which containers hold entries or further containers: answers of GraphQL, webhooks, own collections. */
const CONTAINED = [
  ...['data', 'node', 'search', 'repository', 'nodes', 'items'],
  ...['issue', 'pull_request', 'pullRequest', 'discussion', 'issues', 'pullRequests', 'discussions'],
  ...[
    'comment',
    'review',
    'thread',
    'comments',
    'reviews',
    'review_comments',
    'reviewComments',
    'reviewThreads',
  ],
];
const ROOTS = ['issue', 'pull_request', 'pullRequest', 'discussion'];
const IN_ROOT = [
  'comments',
  'reviews',
  'latestReviews',
  'review_comments',
  'reviewComments',
  'reviewThreads',
];
const IN_COMMENT = ['replies', 'comments'];
const REVIEWS = new Set(['review', 'reviews', 'latestReviews']);

interface Waiting {
  readonly value: unknown;
  readonly place: string;
  readonly around: Around;
  readonly isReview: boolean;
}

/**
 * The entries in an answer of GitHub's APIs, in a webhook's payload, in what `gh … --json` prints, in lists and pages
 * of these. In the file's order, an issue before its comments. Nests as deep as it may.
 */
export function entriesIn(value: unknown, file: string): readonly Found[] {
  const found: Found[] = [];
  const waiting: Waiting[] = [{ value, place: '', around: {}, isReview: false }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value: one, place, around, isReview } = next;
    if (Array.isArray(one))
      for (const [index, item] of [...one.entries()].toReversed())
        waiting.push({ ...next, value: item, place: shortened(`${place}[${index}]`) });
    if (!isRecord(one)) continue;
    const kind = kindOf(one, isReview) ?? (isContainer(one) || !place.endsWith(']') ? null : 'strange');
    if (kind) found.push({ kind, value: one, place: place || kind, file, ...around });
    const [keys, within] = insideOf(kind, one, around);
    for (const key of keys.toReversed())
      if (isRecord(one[key]) || Array.isArray(one[key]))
        waiting.push({
          value: one[key],
          place: shortened(place === '' ? key : `${place}.${key}`),
          around: within(key),
          isReview: REVIEWS.has(key) || (isReview && key === 'nodes'),
        });
  }
  return found;
}

const LONGEST_PLACE = 120;

/** Of a place deep down its end. */
function shortened(place: string): string {
  return place.length > LONGEST_PLACE ? `…${place.slice(-LONGEST_PLACE / 2)}` : place;
}

const BODIES = ['body', 'body_html', 'bodyHTML', 'body_text', 'bodyText'];

function kindOf(value: Values, isReview: boolean): Kind | null {
  const has = (key: string) => Object.hasOwn(value, key);
  const isBy = has('user') || has('author');
  if (has('title') && has('number') && (isBy || BODIES.some(has))) return 'root';
  if (isBy && (isReview || (has('state') && (has('submitted_at') || has('submittedAt'))))) return 'review';
  return BODIES.some(has) && (isBy || has('author_association') || has('authorAssociation'))
    ? 'comment'
    : null;
}

function isContainer(value: Values): boolean {
  return CONTAINED.some((key) => typeof value[key] === 'object');
}

type Inside = readonly [keys: readonly string[], within: (key: string) => Around];

function insideOf(kind: Kind | null, value: Values, around: Around): Inside {
  if (kind === 'root') {
    // `latestReviews` are some of `reviews`.
    const twice = Array.isArray(value.reviews) && value.reviews.length > 0;
    const keys = IN_ROOT.filter((key) => !(twice && key === 'latestReviews'));
    return [keys, () => ({ ...outside(around), root: value })];
  }
  if (kind === 'strange') return [[], () => around];
  if (kind !== null) return [IN_COMMENT, () => ({ ...outside(around), above: value })];
  const root = ROOTS.map((key) => value[key]).find(isRecord) ?? around.root;
  const repository = repositoryIn(value) ?? around.repository;
  const above = isConversation(value) ? firstOf(value.comments) : around.above;
  const shared = {
    ...around,
    ...(root && { root }),
    ...(repository && { repository }),
    ...(above && { above }),
  };
  const subject = ['comment', 'review', 'discussion', 'issue', 'pull_request'].find((key) =>
    isRecord(value[key]),
  );
  const { sender = around.sender } = value;
  const told = isRecord(value.repository) ? toldBy(value) : undefined;
  const all = sender === undefined ? shared : { ...shared, sender };
  return [CONTAINED, (key) => (told && key === subject ? { ...all, action: told } : all)];
}

/** What a webhook says of the innermost of its entries; to change a title is no edit of a post. */
function toldBy({ action, changes }: Values): Around['action'] {
  if (action === 'deleted') return action;
  return action === 'edited' && isRecord(changes) && Object.hasOwn(changes, 'body') ? action : undefined;
}

function outside({ root, repository }: Around): Around {
  return { ...(root && { root }), ...(repository && { repository }) };
}

/** A webhook's, or GraphQL's `data.repository`. */
function repositoryIn({ repository }: Values): Values | undefined {
  return isRecord(repository) ? repository : undefined;
}

/** A conversation about lines of a pull request, which has no words of its own. */
function isConversation(value: Values): boolean {
  return (
    Object.hasOwn(value, 'comments') &&
    (Object.hasOwn(value, 'isResolved') || Object.hasOwn(value, 'path') || Object.hasOwn(value, 'node_id'))
  );
}

function firstOf(comments: unknown): Values | undefined {
  const list: unknown = isRecord(comments) ? comments.nodes : comments;
  const first: unknown = Array.isArray(list) ? list[0] : undefined;
  return isRecord(first) ? first : undefined;
}
