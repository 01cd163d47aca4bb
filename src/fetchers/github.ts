import { isRecord } from '../importers/reading/glance.ts';
import type { ExportFiles, Warning } from '../importers/importer.ts';
import { jsonFile, jsonOf, pagesOf } from './answers.ts';
import type { Ask, Fetcher } from './fetcher.ts';
import { fetchDiscussion } from './github/discussion.ts';

const HOSTS: ReadonlySet<string> = new Set(['github.com', 'www.github.com']);

/** `/quay/weir/issues/12`, `/quay/weir/pull/15/files`, `/quay/weir/discussions/20` */
const PAGE =
  /^\/(?<owner>[\w.-]{1,100})\/(?<name>[\w.-]{1,100})\/(?<kind>issues|pull|discussions)\/(?<number>\d{1,10})(?:\/|$)/;

/** `https://api.github.com/repos/quay/weir` */
const REPOSITORY = /^https:\/\/api\.github\.com\/repos\/[\w.-]{1,100}\/[\w.-]{1,100}$/;

/** GitHub: issues and pull requests by the REST API (docs.github.com/rest), discussions by GraphQL, which is all they have. */
export const githubFetcher: Fetcher = {
  importer: 'github',
  label: 'GitHub',
  example: 'https://github.com/quay/weir/issues/12',

  claims: ({ hostname, pathname }) => HOSTS.has(hostname) && PAGE.test(pathname),

  async fetch({ pathname }, ask, warn) {
    const { owner = '', name = '', kind = '', number = '' } = PAGE.exec(pathname)?.groups ?? {};
    if (kind === 'discussions') return fetchDiscussion({ owner, name, number: Number(number) }, ask);
    return fetchIssue(`https://api.github.com/repos/${owner}/${name}`, number, ask, warn);
  },
};

/** Every pull request is an issue too. It may have moved: then it names the repository that it is in now. */
async function fetchIssue(
  home: string,
  typed: string,
  ask: Ask,
  warn: (warning: Warning) => void,
): Promise<ExportFiles> {
  const issue = await jsonOf(await ask(`${home}/issues/${typed}`));
  const told = isRecord(issue) ? issue : {};
  const repository = REPOSITORY.test(String(told.repository_url)) ? String(told.repository_url) : home;
  const number = Number.isSafeInteger(told.number) ? Number(told.number) : typed;
  const all = (list: string) => pagesOf(`${repository}/${list}?per_page=100`, ask);
  const { private: isPrivate, visibility } = recordOf(await jsonOf(await ask(repository)));
  const comments = told.comments === 0 ? [] : await all(`issues/${number}/comments`);
  if (typeof told.comments === 'number' && told.comments > comments.length)
    warn({
      code: 'missing-posts',
      message: `GitHub counts ${told.comments} comments and gives ${comments.length} of them.`,
    });
  const ofPull = isRecord(told.pull_request)
    ? {
        reviews: await all(`pulls/${number}/reviews`),
        review_comments: await all(`pulls/${number}/comments`),
      }
    : {};
  const thread = { repository: { private: isPrivate, visibility }, issue, comments, ...ofPull };
  return new Map([['thread.json', jsonFile(thread)]]);
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}
