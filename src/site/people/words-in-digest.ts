import { embeddedPosts } from '../../markdown/embedded-posts.ts';
import type { DigestReading } from '../../markdown/read-digest.ts';
import type { Evidence, EvidencePost } from '../../quotes/evidence.ts';
import { statedAuthor } from '../../quotes/reading.ts';
import { openWords } from '../search/searchable-text.ts';
import { shortened } from '../shortened.ts';

/** Words of somebody that a digest quotes, as they were said; or the beginning of a whole post that it shows. */
export interface WordsInDigest {
  readonly thread: string;
  /** The person's id in the thread. */
  readonly person: string;
  readonly kind: 'quote' | 'post';
  /** Where they stand on the digest's page. */
  readonly anchor: string;
  readonly lang?: string;
  /** Empty where a whole post has none, or where they stand behind a content warning. */
  readonly words: string;
}

const LONGEST_QUOTE = 220;

/** What people say in a digest, in the order of the page, where it is certain who they are. `anchorOf` names a quote's. */
export function wordsInDigest(
  { quotes, embeds }: Pick<DigestReading, 'quotes' | 'embeds'>,
  evidence: Evidence,
  anchorOf: (number: number) => string,
): readonly WordsInDigest[] {
  const quoted = quotes.flatMap(({ line, post, source }, index) => {
    if (!post || !source) return [];
    const words = post.reading.own.text.slice(source.start, source.end);
    return [{ line, post, words, anchor: anchorOf(index + 1), kind: 'quote' as const }];
  });
  const shown = embeds.flatMap((embed) =>
    embeddedPosts(embed, evidence).map((post) => {
      return {
        line: embed.line,
        post,
        words: openWords(post.reading),
        anchor: post.reading.post.id,
        kind: 'post' as const,
      };
    }),
  );
  return [...quoted, ...shown]
    .toSorted((one, other) => one.line - other.line)
    .flatMap(({ post, words, anchor, kind }) => said(post, words, anchor, kind));
}

function said(
  { thread, reading }: EvidencePost,
  text: string,
  anchor: string,
  kind: WordsInDigest['kind'],
): readonly WordsInDigest[] {
  const { author, warning, lang } = reading.post;
  if (author === null || !statedAuthor(reading)) return [];
  const words = warning === undefined ? shortened(text.replace(/\s+/g, ' ').trim(), LONGEST_QUOTE) : '';
  return [{ thread, person: author, kind, anchor, words, ...(lang ? { lang } : {}) }];
}
