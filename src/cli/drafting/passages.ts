import { mostQuoted } from '../../quotes/most-quoted.ts';
import type { QuoteGraph } from '../../quotes/quote.ts';
import { type PostReading, statedAuthor, type ThreadReading } from '../../quotes/reading.ts';
import type { Stretch } from '../../quotes/stretches.ts';
import { countWords } from '../../quotes/words.ts';
import { REDACTED } from '../../thread/redact.ts';
import type { PostId } from '../../thread/schema.ts';

/** A passage that a digest may well begin from, and why. */
export interface DraftPassage extends Stretch {
  readonly post: PostId;
  readonly quoted: number;
  readonly answered: number;
}

const MOST_SENTENCES = 3;
const MOST_WORDS = 80;
const LEAST_WORDS = 6;
/** A post answered once is no crossroads. */
const LEAST_ANSWERS = 2;

/**
 * What a thread's people quoted most and answered most, at most one passage a post and `most` in all, in whole
 * sentences. Nothing of posts that are closed, redacted or whose author is not known or asks not to be quoted.
 */
export function draftPassages(
  reading: ThreadReading,
  graph: QuoteGraph,
  most: number,
): readonly DraftPassage[] {
  const { id } = reading.thread;
  const answers = Map.groupBy(reading.posts, ({ post }) => post.parent);
  const answered = (post: PostId) => answers.get(post)?.length ?? 0;
  const stretches = graph.quotes.flatMap(({ source }) => (source?.thread === id ? [source] : []));
  const fromQuotes = mostQuoted(stretches, 1).flatMap(({ post, start, end, count }): DraftPassage[] => {
    const found = reading.byId.get(post);
    const passage = found && isQuotable(found) ? inSentences(found, { start, end }) : null;
    return passage ? [{ ...passage, post, quoted: count, answered: answered(post) }] : [];
  });
  const taken = new Set(fromQuotes.map(({ post }) => post));
  const fromAnswers = reading.posts
    .filter((one) => !taken.has(one.post.id) && answered(one.post.id) >= LEAST_ANSWERS && isQuotable(one))
    .toSorted((one, other) => answered(other.post.id) - answered(one.post.id))
    .flatMap((one): DraftPassage[] => {
      const passage = inSentences(one, opening(one));
      return passage ? [{ ...passage, post: one.post.id, quoted: 0, answered: answered(one.post.id) }] : [];
    });
  const half = Math.ceil(most / 2);
  const quoted = fromQuotes.slice(0, Math.max(half, most - fromAnswers.length));
  return [...quoted, ...fromAnswers.slice(0, most - quoted.length)];
}

/** Whether a draft may put the post's words before its editor. */
export function isQuotable({ post, author, own }: PostReading): boolean {
  return (
    post.state === undefined &&
    post.warning === undefined &&
    author !== null &&
    statedAuthor({ post, author }) !== null &&
    !author.wishes?.includes('no-quote') &&
    !own.text.includes(REDACTED)
  );
}

/** The beginning of a post, as far as a draft would quote it. */
function opening({ own }: PostReading): Stretch {
  return { start: 0, end: own.text.length };
}

/** The whole sentences of a paragraph that hold the beginning of a stretch; `null` where they are no fair passage. */
function inSentences({ own, post }: PostReading, stretch: Stretch): Stretch | null {
  const paragraph = paragraphAround(own.text, stretch.start);
  const isPlain = own.leaves.every(
    ({ node, start, end }) => node.type === 'text' || end <= paragraph.start || paragraph.end <= start,
  );
  if (!isPlain) return null;
  const sentences = sentencesOf(own.text.slice(paragraph.start, paragraph.end), post.lang).map(
    ({ start, end }) => ({ start: start + paragraph.start, end: end + paragraph.start }),
  );
  const first = Math.max(
    0,
    sentences.findIndex(({ end }) => end > stretch.start),
  );
  const start = (sentences[first]?.start ?? 0) + addressed(own.text.slice(sentences[first]?.start));
  const wanted = sentences.slice(first, first + MOST_SENTENCES).filter(({ end }) => {
    const words = own.text.slice(start, end);
    const count = countWords(words);
    return LEAST_WORDS <= count && count <= MOST_WORDS && ENDS.test(words.slice(-CLOSING));
  });
  const whole = wanted.find(({ end }) => end >= stretch.end) ?? wanted.at(-1);
  return whole ? { start, end: whole.end } : null;
}

/** `.`, `?”`, `…)` */
const ENDS = /[.!?…。！？؟۔।]["'”’»)\]」]{0,3}$/;
const CLOSING = 5;
/** `@ines @bo@quay.example `, to whom a post is addressed and which is none of its words. */
const ADDRESSED = /^(?:@[\p{L}\p{N}_.-]{1,64}(?:@[\p{L}\p{N}.-]{1,200})?[ \n,:]+){1,20}/u;

function addressed(text: string): number {
  return ADDRESSED.exec(text)?.[0].length ?? 0;
}

function paragraphAround(text: string, at: number): Stretch {
  const start = at === 0 ? 0 : text.lastIndexOf('\n\n', at - 1) + 2;
  const end = text.indexOf('\n\n', at);
  return { start: start === 1 ? 0 : start, end: end < 0 ? text.length : end };
}

/** The sentences of a paragraph, white space at their ends left out. */
export function sentencesOf(text: string, lang: string | undefined): readonly Stretch[] {
  const known = lang !== undefined && isKnown(lang) ? lang : 'en';
  const sentences = new Intl.Segmenter(known, { granularity: 'sentence' }).segment(text);
  return [...sentences]
    .map(({ segment, index }) => {
      const lead = segment.length - segment.trimStart().length;
      return { start: index + lead, end: index + lead + segment.trim().length };
    })
    .filter(({ start, end }) => start < end);
}

function isKnown(lang: string): boolean {
  try {
    return Intl.Segmenter.supportedLocalesOf(lang).length > 0;
  } catch {
    return false;
  }
}
