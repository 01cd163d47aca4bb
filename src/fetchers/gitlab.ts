import { isRecord } from '../importers/reading/glance.ts';
import { jsonFile, jsonOf, restOfPages } from './answers.ts';
import { strangeAnswer } from './faults.ts';
import type { Ask, Fetcher } from './fetcher.ts';
import { notesByGraphQl } from './gitlab/notes.ts';

/** `/quay/locks/weir/-/issues/12`, `/quay/weir/-/merge_requests/3/diffs`, `/quay/weir/-/work_items/12` */
const PAGE =
  /^\/(?!groups\/)(?<project>[\w.-]{1,100}(?:\/[\w.-]{1,100}){1,19})\/-\/(?<kind>issues|incidents|work_items|merge_requests)\/(?<iid>\d{1,10})(?:\/|$)/;

/**
 * Any GitLab, by its REST API (docs.gitlab.com/api). The API tells discussions only to those who show a token
 * (lib/api/discussions.rb); what the pages show to everybody is asked for by GraphQL then, as the pages do.
 */
export const gitlabFetcher: Fetcher = {
  importer: 'gitlab',
  label: 'GitLab',
  example: 'https://gitlab.com/quay/weir/-/issues/12',

  claims: ({ pathname }) => PAGE.test(pathname),

  async fetch({ origin, pathname }, ask) {
    const { project = '', kind, iid = '' } = PAGE.exec(pathname)?.groups ?? {};
    const isMerge = kind === 'merge_requests';
    const home = `${origin}/api/v4/projects/${encodeURIComponent(project)}`;
    const page = `${home}/${isMerge ? 'merge_requests' : 'issues'}/${iid}`;
    const root = await jsonOf(await ask(page));
    if (!isRecord(root)) throw strangeAnswer(page, `is no ${isMerge ? 'merge request' : 'issue'}`);
    const first = await ask(`${page}/discussions?per_page=100`, { orNothing: true });
    const discussions = first
      ? await restOfPages(first, ask)
      : await notesByGraphQl({ origin, project, iid, isMerge, id: root.id }, ask);
    const awards = await ask(`${page}/award_emoji?per_page=100`, { orNothing: true });
    const thread = {
      project: { visibility: await visibilityOf(home, isMerge, ask) },
      [isMerge ? 'merge_request' : 'issue']: root,
      discussions,
      ...(awards && { award_emoji: await restOfPages(awards, ask) }),
    };
    return new Map([['thread.json', jsonFile(thread)]]);
  },
};

/** A token may show what is not for everybody: the importer has to know. A part of an open project may be closed. */
async function visibilityOf(home: string, isMerge: boolean, ask: Ask): Promise<unknown> {
  const project = await jsonOf(await ask(home));
  if (!isRecord(project)) return undefined;
  const access = project[isMerge ? 'merge_requests_access_level' : 'issues_access_level'];
  return access === 'private' ? access : project.visibility;
}
