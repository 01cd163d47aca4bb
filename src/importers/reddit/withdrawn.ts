import type { Post } from '../../thread/schema.ts';
import type { RedditPost } from './entry.ts';

type Withdrawal = Pick<
  RedditPost,
  'banned_by' | 'removed' | 'spam' | 'removal_reason' | 'removed_by_category' | '_meta'
>;

/** What Reddit puts in the place of words: `[removed]`, `[ Removed by Reddit ]`, `[deleted by user]`. */
const IN_THE_PLACE_OF_WORDS =
  /^\s*\[ ?(deleted|removed)(?: by (?:user|reddit|moderator)[^[\]]{0,100})? ?\]\s*$/i;

/**
 * Whether a post or comment was taken back by its author or taken away by others, be it that archives or moderators
 * still see its words. Of two signs the word of others wins: it hides more.
 */
export function withdrawalOf(entry: Withdrawal, words: readonly string[]): Post['state'] {
  const { banned_by, removed, spam, removal_reason, removed_by_category, _meta } = entry;
  if ([banned_by, removed, spam, removal_reason].some(isSaid)) return 'removed';
  if (removed_by_category) return BY_AUTHOR.has(removed_by_category) ? 'deleted' : 'removed';
  if (_meta?.removal_type) return BY_AUTHOR.has(_meta.removal_type) ? 'deleted' : 'removed';
  if (_meta?.was_deleted_later) return 'deleted';
  const place = words.map((text) => IN_THE_PLACE_OF_WORDS.exec(text)?.[1]?.toLowerCase()).find(Boolean);
  return place === 'removed' ? 'removed' : place === 'deleted' ? 'deleted' : undefined;
}

const BY_AUTHOR: ReadonlySet<string> = new Set(['deleted', 'author']);

function isSaid(value: unknown): boolean {
  return value !== null && value !== undefined && value !== false && value !== '';
}
