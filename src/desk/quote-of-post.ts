import { parseDigest } from '../markdown/digest-syntax.ts';
import { readDigest } from '../markdown/read-digest.ts';
import { statedAuthor } from '../quotes/reading.ts';
import type { Library } from '../site/library.ts';
import { QuotidianError } from '../thread/error.ts';
import type { DeskRequest } from './requests.ts';

type Quoted = Pick<DeskRequest & { ask: 'quote' }, 'thread' | 'post' | 'words'>;

/**
 * Words that an editor chose in a post, in Markdown, as the block quote that a digest is to hold: with whose they are
 * and where they stand. It is judged as the digest's quotes are, and refused unless it is verbatim and from the post.
 */
export function quoteOfPost({ thread, post, words }: Quoted, library: Library): string {
  const reading = library.thread(thread).reading.byId.get(post);
  if (!reading) throw refused(`The thread holds no post “${post}”.`);
  const author = statedAuthor(reading);
  const name = author ? (author.name || author.handle).replace(/\s+/g, ' ').trim() : '';
  const attribution = `— [${name.replace(/[\\[\]`*_<&]/g, '\\$&')}](${thread}#${post})`;
  const markdown = `${words.trim()}\n\n${attribution}`.replace(/^/gm, '> ').replace(/^> $/gm, '>');
  const { quotes, problems } = readDigest(
    parseDigest(markdown),
    library.evidence([thread]),
    library.redactions([thread]),
  );
  const [problem] = problems;
  if (problem) throw refused(`${problem.message} ${problem.hint}`);
  const [quote] = quotes;
  if (quote?.fidelity !== 'verbatim')
    throw refused(
      'These words do not stand so in the post: choose words of one post, whole lines of code, and none that the page adds.',
    );
  if (quote.misattributed !== undefined || quote.post?.reading.post.id !== post)
    throw refused(
      'These words are somebody else’s, whom the post quotes: choose them where they were first said.',
    );
  return markdown;
}

function refused(message: string): QuotidianError {
  return new QuotidianError(message, { code: 'not-verbatim' });
}
