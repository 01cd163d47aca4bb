import { parseBody } from '../bodies/index.ts';
import { withheldIn } from '../quotes/withheld.ts';
import { QuotidianError } from '../thread/error.ts';
import type { Unquoted } from '../quotes/without-quotes.ts';
import { countWords } from '../quotes/words.ts';
import type { EditedThread } from '../thread/overlay.ts';
import type { Thread } from '../thread/schema.ts';

/**
 * The thread as it is; throws where a post, read as its page prints it, or the editor's note on it still holds words
 * to be redacted.
 */
export function refuseWithheld(edited: EditedThread, overlay: string): EditedThread {
  if (edited.redactions.length === 0) return edited;
  const notes = [...edited.notes].map(([id, note]) => {
    return { id, body: { markdown: note, flavour: 'commonmark' } as const, where: `The note on post ${id}` };
  });
  const posts = edited.thread.posts.map(({ id, body }) => ({ id, body, where: `Post ${id}` }));
  for (const { id, body, where } of [...posts, ...notes]) {
    const [found] = withheldIn(parseBody(body), edited.redactions);
    if (!found) continue;
    throw new QuotidianError(`${where} still holds “${found.words}”, which is to be redacted.`, {
      code: 'not-redacted',
      place: { file: overlay, post: id },
      hint: 'Its markup splits the words: add each part to "redact" as it stands in the thread’s file, or omit the post.',
    });
  }
  return edited;
}

/** Fewer words are not told from what the post says by itself. */
const LEAST_WORDS = 3;

/** Throws where a post, read as its page prints it, still quotes words of somebody who withdrew them. */
export function refuseQuotes({ id: thread, posts }: Thread, quotes: Unquoted['quotes']): void {
  const words = Map.groupBy(
    quotes.filter((quote) => countWords(quote.words) >= LEAST_WORDS),
    ({ post }) => post,
  );
  for (const { id, body } of posts) {
    const sought = words.get(id)?.map((quote) => quote.words) ?? [];
    const [found] = withheldIn(parseBody(body), sought);
    if (!found) continue;
    throw new QuotidianError(`Post ${id} still quotes words that were withdrawn.`, {
      code: 'not-redacted',
      place: { file: `content/threads/${thread}.json`, post: id },
      hint: `Its markup splits the words: omit the post in content/threads/${thread}.yaml, or redact there what it quotes.`,
    });
  }
}
