import { isRecord } from '../../importers/reading/glance.ts';
import type { ExportFiles } from '../../importers/importer.ts';
import { jsonFile } from '../answers.ts';
import { missingThread } from '../faults.ts';
import type { Ask } from '../fetcher.ts';
import { askGraphQl, type Page, pageOf } from '../graphql.ts';

type Values = Readonly<Record<string, unknown>>;

const API = 'https://api.github.com/graphql';
const TOKEN = 'GITHUB_TOKEN';

/*
 * Discussion and DiscussionComment (docs.github.com/graphql/guides/using-the-graphql-api-for-discussions). A query may
 * reach 500,000 nodes at most, a connection 100 (docs.github.com/graphql/overview/rate-limits-and-query-limits).
 */
const WRITTEN = `id url author { __typename login url avatarUrl } authorAssociation body createdAt createdViaEmail
  lastEditedAt includesCreatedEdit upvoteCount reactionGroups { content reactors { totalCount } }`;

const COMMENT = `${WRITTEN} deletedAt isAnswer isMinimized minimizedReason replyTo { id }`;

const PAGE_INFO = 'pageInfo { hasNextPage endCursor }';

const DISCUSSION = `query ($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    nameWithOwner isPrivate
    discussion(number: $number) {
      ${WRITTEN} number title
      comments(first: 50, after: $after) {
        totalCount ${PAGE_INFO}
        nodes { ${COMMENT} replies(first: 100) { totalCount ${PAGE_INFO} nodes { ${COMMENT} } } }
      }
    }
  }
}`;

const REPLIES = `query ($id: ID!, $after: String) {
  node(id: $id) {
    ... on DiscussionComment { replies(first: 100, after: $after) { ${PAGE_INFO} nodes { ${COMMENT} } } }
  }
}`;

interface Named {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
}

/** A discussion with all its comments and their replies, as one answer of GraphQL. Needs a token. */
export async function fetchDiscussion(named: Named, ask: Ask): Promise<ExportFiles> {
  const first = await askPage(named, undefined, ask);
  const comments: Values[] = [];
  for (let page: Page = pageOf(first.discussion.comments); ;) {
    for (const comment of page.nodes)
      comments.push({ ...comment, replies: { nodes: await repliesOf(comment, ask) } });
    if (page.after === undefined) break;
    page = pageOf((await askPage(named, page.after, ask)).discussion.comments);
  }
  const discussion = { ...first.discussion, comments: { nodes: comments } };
  const data = { repository: { ...first.repository, discussion } };
  return new Map([['thread.json', jsonFile({ data })]]);
}

async function askPage(
  { owner, name, number }: Named,
  after: string | undefined,
  ask: Ask,
): Promise<{ readonly repository: Values; readonly discussion: Values }> {
  const variables = { owner, name, number, after: after ?? null };
  const { repository } = await askGraphQl(API, { query: DISCUSSION, variables, token: TOKEN }, ask);
  const discussion = isRecord(repository) ? repository.discussion : undefined;
  if (isRecord(repository) && isRecord(discussion)) return { repository, discussion };
  throw missingThread(
    `https://github.com/${owner}/${name}/discussions/${number}`,
    `has no discussion ${number} in ${owner}/${name}`,
  );
}

async function repliesOf({ id, replies }: Values, ask: Ask): Promise<readonly Values[]> {
  const all: Values[] = [];
  for (let page = pageOf(replies); ;) {
    for (const reply of page.nodes) all.push(reply);
    if (page.after === undefined) return all;
    const variables = { id, after: page.after };
    const { node } = await askGraphQl(API, { query: REPLIES, variables, token: TOKEN }, ask);
    page = pageOf(isRecord(node) ? node.replies : undefined);
  }
}
