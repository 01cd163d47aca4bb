import type { RedditPost } from './entry.ts';

/** Kinds of places that everybody may read. A profile is `user`. */
const OPEN: ReadonlySet<string> = new Set(['', 'public', 'restricted', 'archived', 'user']);

/** Whether everybody may read it: neither private nor behind an account, as a community under quarantine is. */
export function isOpen({
  subreddit_type,
  quarantine,
}: Pick<RedditPost, 'subreddit_type' | 'quarantine'>): boolean {
  return OPEN.has(subreddit_type) && quarantine !== true;
}

/** `r/harbour`, `u/ines`; `''` where nothing is said. */
export function communityOf(
  entry: Pick<RedditPost, 'subreddit' | 'subreddit_name_prefixed'> | undefined,
): string {
  const { subreddit = '', subreddit_name_prefixed: prefixed = '' } = entry ?? {};
  if (prefixed) return prefixed;
  if (!subreddit) return '';
  return subreddit.startsWith('u_') ? `u/${subreddit.slice(2)}` : `r/${subreddit}`;
}
