import type { PostReading } from '../quotes/reading.ts';
import { openWords } from './search/searchable-text.ts';

/**
 * Whether a post's words may be handed to machines that show them apart from the page: nobody withdrew the post, it
 * stands behind no warning, hides nothing behind a spoiler mark, and its author asked for no restraint.
 */
export function isOpenToMachines(reading: PostReading): boolean {
  const { post, author, own } = reading;
  const isPlain = post.state === undefined && post.warning === undefined && !post.sensitive;
  return isPlain && (author?.wishes ?? []).length === 0 && openWords(reading) === own.text;
}
