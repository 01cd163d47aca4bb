import { isRecord } from '../../importers/reading/glance.ts';
import { strangeAnswer } from '../faults.ts';
import type { Ask } from '../fetcher.ts';
import { askGraphQl, type Page, pageOf } from '../graphql.ts';

type Values = Readonly<Record<string, unknown>>;

interface Place {
  readonly origin: string;
  /** `quay/locks/weir` */
  readonly project: string;
  readonly iid: string;
  readonly isMerge: boolean;
  /** GitLab's own id of the issue or merge request. */
  readonly id: unknown;
}

/** `Note` and `DiffPosition` (docs.gitlab.com/api/graphql/reference); who is not signed in may ask little at once. */
const NOTES = `notes(first: 100, after: $after) {
  pageInfo { hasNextPage endCursor }
  nodes {
    id body createdAt updatedAt system internal
    author { username name avatarUrl webUrl }
    discussion { id }
    position { newPath oldPath newLine oldLine }
  }
}`;

const query = (noteable: string) => `query ($project: ID!, $iid: String!, $after: String) {
  project(fullPath: $project) { noteable: ${noteable}(iid: $iid) { ${NOTES} } }
}`;

/** The discussions of an issue or merge request as GitLab shows them to everybody, in the form of its REST API. */
export async function notesByGraphQl(place: Place, ask: Ask): Promise<readonly Values[]> {
  const discussions = new Map<unknown, Values[]>();
  let page: Page | undefined;
  do {
    page = await askPage(place, page?.after, ask);
    for (const note of page.nodes) {
      const key = isRecord(note.discussion) ? note.discussion.id : note.id;
      const known = discussions.get(key) ?? [];
      known.push(noteOf(note, place));
      discussions.set(key, known);
    }
  } while (page.after !== undefined);
  return [...discussions]
    .map(([id, notes]) => ({
      id: lastPart(id),
      individual_note: notes.length === 1,
      notes: notes.toSorted(byDate),
    }))
    .toSorted(({ notes: [one = {}] }, { notes: [other = {}] }) => byDate(one, other));
}

async function askPage(
  { origin, project, iid, isMerge }: Place,
  after: string | undefined,
  ask: Ask,
): Promise<Page> {
  const url = `${origin}/api/graphql`;
  const variables = { project, iid, after: after ?? null };
  const question = { query: query(isMerge ? 'mergeRequest' : 'issue'), variables };
  const data = await askGraphQl(url, question, ask);
  const noteable = isRecord(data.project) ? data.project.noteable : undefined;
  if (isRecord(noteable) && isRecord(noteable.notes)) return pageOf(noteable.notes);
  throw strangeAnswer(url, 'holds no notes');
}

function noteOf({ author, position, ...note }: Values, { origin, isMerge, iid, id }: Place): Values {
  const { username, name, avatarUrl, webUrl } = isRecord(author) ? author : {};
  const { newPath, oldPath, newLine, oldLine } = isRecord(position) ? position : {};
  const avatar = typeof avatarUrl === 'string' ? (URL.parse(avatarUrl, origin)?.href ?? null) : null;
  return {
    id: lastPart(note.id),
    body: note.body,
    author: isRecord(author) ? { username, name, avatar_url: avatar, web_url: webUrl } : null,
    created_at: note.createdAt,
    updated_at: note.updatedAt,
    system: note.system,
    internal: note.internal,
    noteable_id: id,
    noteable_iid: Number(iid),
    noteable_type: isMerge ? 'MergeRequest' : 'Issue',
    ...(isRecord(position) && {
      position: { new_path: newPath, old_path: oldPath, new_line: newLine, old_line: oldLine },
    }),
  };
}

/** `501` of `gid://gitlab/DiscussionNote/501` */
function lastPart(id: unknown): string {
  return typeof id === 'string' ? id.slice(id.lastIndexOf('/') + 1) : '';
}

/** In the form of ISO 8601 dates of one server sort as text. */
function byDate({ created_at: one }: Values, { created_at: other }: Values): number {
  return String(one) < String(other) ? -1 : Number(String(one) > String(other));
}
