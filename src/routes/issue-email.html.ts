import type { APIRoute } from 'astro';
import { issueEdition } from '../site/editions/issue-edition.ts';
import { mailPage } from '../site/editions/mail-page.ts';
import { issueList, type IssueView } from '../site/issues/issue-pages.ts';

export async function getStaticPaths() {
  const issues = await issueList();
  return issues.map((issue) => ({ params: { number: String(issue.number) }, props: { issue } }));
}

/** The issue as a mail: to be sent as it is, or copied from a browser. */
export const GET: APIRoute<{ issue: IssueView }> = async ({ props: { issue }, site }) =>
  new Response(mailPage(await issueEdition(issue, site)), {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
