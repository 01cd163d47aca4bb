import { QuotidianError } from '../thread/error.ts';
import { blueskyFetcher } from './bluesky.ts';
import { discourseFetcher } from './discourse.ts';
import type { Fetcher } from './fetcher.ts';
import { githubFetcher } from './github.ts';
import { gitlabFetcher } from './gitlab.ts';
import { hackernewsFetcher } from './hackernews.ts';
import { hyperkittyFetcher } from './hyperkitty.ts';
import { lemmyFetcher } from './lemmy.ts';
import { lobstersFetcher } from './lobsters.ts';
import { mastodonFetcher } from './mastodon.ts';
import { publicInboxFetcher } from './public-inbox.ts';
import { redditFetcher } from './reddit.ts';
import { stackexchangeFetcher } from './stackexchange.ts';
import { zulipFetcher } from './zulip.ts';

/** The registry: every platform whose threads can be fetched. */
export const fetchers: readonly Fetcher[] = [
  blueskyFetcher,
  discourseFetcher,
  githubFetcher,
  gitlabFetcher,
  hackernewsFetcher,
  hyperkittyFetcher,
  lemmyFetcher,
  lobstersFetcher,
  mastodonFetcher,
  publicInboxFetcher,
  redditFetcher,
  stackexchangeFetcher,
  zulipFetcher,
];

/** The fetcher that claims an address. Throws `QuotidianError` where none does, or more than one. */
export function fetcherFor(address: URL): Fetcher {
  const claims = fetchers.filter((fetcher) => fetcher.claims(address));
  const [first, ...others] = claims;
  if (first && others.length === 0) return first;
  const what = first
    ? `could be of more than one platform: ${claims.map(({ label }) => label).join(', ')}`
    : 'is not of a form that is known';
  throw new QuotidianError(`The address ${address.href} ${what}.`, {
    code: 'unknown-address',
    hint: `Threads can be fetched from addresses such as ${fetchers.map(({ example }) => example).join(', ')}. Otherwise save the thread and import the file.`,
  });
}
