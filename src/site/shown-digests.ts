import { type DigestSummary, digestList } from './pages.ts';

/** The digests that pages may lead to, the newest first: drafts only while an editor works on them. */
export async function shownDigests(): Promise<readonly DigestSummary[]> {
  const digests = await digestList();
  return import.meta.env.DEV ? digests : digests.filter(({ draft }) => !draft);
}
