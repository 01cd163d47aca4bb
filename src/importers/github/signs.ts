import { hasKeys, isRecord } from '../reading/glance.ts';
import { type Found, entriesIn } from './found.ts';

/**
 * Whether the beginning of a file looks like an answer of GitHub's APIs. Gitea and Forgejo answer alike but for what
 * only GitHub tells: whether an author belongs to the repository, node ids, groups of reactions.
 */
export function looksLikeGitHub(value: unknown): boolean {
  if (isRecord(value) && isGraphQl(value.data)) return true;
  return entriesIn(value, '')
    .slice(0, MOST_LOOKED_AT)
    .some((found) => isOurs(found));
}

const MOST_LOOKED_AT = 50;
const SIGNS = [
  ...['author_association', 'authorAssociation', 'reactionGroups', 'includesCreatedEdit', 'isMinimized'],
  ...['diff_hunk', 'pull_request_review_id'],
];

function isOurs({ value, kind }: Found): boolean {
  if (kind === 'strange') return false;
  if (SIGNS.some((key) => Object.hasOwn(value, key))) return true;
  const { author, html_url, url } = value;
  if (hasKeys(author, 'login', 'is_bot')) return true;
  return (
    (hasKeys(value, 'user', 'node_id') && typeof html_url === 'string') ||
    (kind === 'root' && hasKeys(author, 'login') && typeof url === 'string' && SITE.test(url))
  );
}

/** `https://github.com/owner/name/issues/12` */
const SITE = /^https:\/\/github\.com\/[\w.-]{1,100}\/[\w.-]{1,100}\/(?:issues|pull|discussions)\/\d/;

/** Of a repository; on GitLab it would be `project`. */
function isGraphQl(data: unknown): boolean {
  const repository = isRecord(data) ? data.repository : undefined;
  return (
    isRecord(repository) &&
    ['issue', 'pullRequest', 'discussion', 'issues', 'pullRequests', 'discussions'].some((key) =>
      isRecord(repository[key]),
    )
  );
}
