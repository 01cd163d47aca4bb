import { hasKeys, isRecord } from '../reading/glance.ts';

type Values = Readonly<Record<string, unknown>>;

/** An entry of an export, not yet read, and what stands around it. `root` is an issue or a merge request. */
export interface Found {
  readonly kind: 'root' | 'note' | 'award' | 'strange';
  readonly value: Values;
  readonly place: string;
  readonly file: string;
  /** The issue or merge request that it stands in or beside. */
  readonly root?: Values;
  /** The first note of the discussion that it is a later one of. */
  readonly first?: Values;
  /** The project beside it is not for everybody. */
  readonly isClosed?: true;
}

const CONTAINED = [
  ...['issue', 'merge_request', 'issues', 'merge_requests'],
  ...['notes', 'discussions', 'award_emoji'],
];

interface Waiting extends Pick<Found, 'place' | 'root' | 'first' | 'isClosed'> {
  readonly value: unknown;
}

/**
 * The entries in answers of GitLab's REST API: an issue or merge request, lists and pages of them, of notes, of
 * discussions, of awarded emoji, and an object that holds some of these. In the file's order, an issue before its notes.
 */
export function entriesIn(value: unknown, file: string): readonly Found[] {
  const found: Found[] = [];
  const waiting: Waiting[] = [{ value, place: '' }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value: one, place, root, first } = next;
    if (Array.isArray(one))
      for (const [index, item] of [...one.entries()].toReversed())
        waiting.push({ ...next, value: item, place: shortened(`${place}[${index}]`) });
    if (!isRecord(one)) continue;
    const kind = kindOf(one) ?? (isContainer(one) || !place.endsWith(']') ? null : 'strange');
    const isFirst = first === one;
    const isClosed = next.isClosed ?? isOfClosedProject(one);
    if (kind)
      found.push({
        ...{ kind, value: one, place: place || kind, file },
        ...(root && { root }),
        ...(first && !isFirst && { first }),
        ...(isClosed && { isClosed }),
      });
    if (kind === 'award' || kind === 'strange') continue;
    const around = kind === 'root' ? one : ([one.issue, one.merge_request].find(isRecord) ?? root);
    const begins = firstOf(one);
    for (const key of kind === 'note' ? ['award_emoji'] : CONTAINED.toReversed())
      if (typeof one[key] === 'object')
        waiting.push({
          value: one[key],
          place: shortened(place === '' ? key : `${place}.${key}`),
          ...(around && { root: around }),
          ...(begins && { first: begins }),
          ...(isClosed && { isClosed }),
        });
  }
  return found;
}

/** Whether an entry is of GitLab: Gitea and GitHub know neither `iid` nor `noteable_type`. */
export function isGitLab({ kind, value }: Found): boolean {
  if (kind === 'root') return hasKeys(value, 'project_id') || hasKeys(value, 'web_url', 'description');
  return kind === 'note' && (hasKeys(value, 'noteable_type') || hasKeys(value, 'system', 'author'));
}

function kindOf(value: Values): Found['kind'] | null {
  if (hasKeys(value, 'iid', 'title')) return 'root';
  if (hasKeys(value, 'name', 'awardable_type')) return 'award';
  return hasKeys(value, 'id', 'body') ? 'note' : null;
}

function isContainer(value: Values): boolean {
  return CONTAINED.some((key) => typeof value[key] === 'object');
}

/** `private`: for its members; `internal`: for all who have an account. */
function isOfClosedProject({ project }: Values): true | undefined {
  return isRecord(project) && (project.visibility === 'private' || project.visibility === 'internal')
    ? true
    : undefined;
}

/** The note that begins a discussion; a note that stands alone begins none. */
function firstOf({ notes, individual_note }: Values): Values | undefined {
  const first: unknown = Array.isArray(notes) && individual_note === false ? notes[0] : undefined;
  return isRecord(first) ? first : undefined;
}

const LONGEST_PLACE = 120;

/** Of a place deep down its end. */
function shortened(place: string): string {
  return place.length > LONGEST_PLACE ? `…${place.slice(-LONGEST_PLACE / 2)}` : place;
}
