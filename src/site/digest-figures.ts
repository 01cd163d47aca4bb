import type { Root } from 'mdast';
import { markPassages } from '../bodies/mark-passages.ts';
import type { Composition } from '../markdown/compose-digest.ts';
import { highlightFor } from '../markdown/highlight.ts';
import type { QuoteFigure, Speaker } from '../markdown/quote-figure.ts';
import type { DigestQuote, DigestReading } from '../markdown/read-digest.ts';
import { bodyElements } from '../markdown/render.ts';
import type { Evidence, EvidencePost } from '../quotes/evidence.ts';
import type { Passage } from '../quotes/quote.ts';
import { postAddress } from './addresses.ts';
import type { AlsoQuoted } from './also-quoted.ts';
import { bodyWords } from './figure-words.ts';
import type { Library } from './library.ts';
import { platformName } from './platforms.ts';
import { figureOfQuote, nameOf, quotesInSentences } from './quote-figures.ts';
import { speakerOf, voices } from './speakers.ts';
import { withTextFragment } from './text-fragment.ts';
import type { Words } from './words/index.ts';

export interface DigestSetting {
  readonly base: string;
  readonly words: Words;
  readonly library: Library;
  /** The digest's language. */
  readonly lang?: string;
  /** Other digests that quote the same words, by the anchor of the quote. */
  readonly also?: ReadonlyMap<string, readonly AlsoQuoted[]>;
}

/** What a digest's page needs to print its quotes and posts. Hues are given in the order of speaking. */
export async function compositionOf(
  root: Root,
  { quotes, embeds }: DigestReading,
  evidence: Evidence,
  setting: DigestSetting,
): Promise<Composition> {
  const { base, words, library } = setting;
  const embedded = new Set(embeds.map(({ post }) => post.thread));
  const mayBeShown = evidence.posts.filter(({ thread }) => embedded.has(thread));
  const highlight = await highlightFor([root, ...mayBeShown.map(({ reading }) => reading.root)]);
  const voice = digestVoices(quotes, embeds);
  const numbers = new Map(quotes.map((quote, index) => [quote, index + 1]));
  const hrefOfPost = (post: EvidencePost) => addressOf(post, setting);
  const figureOfPost = (post: EvidencePost): QuoteFigure => {
    return { ...sourceFigure(post, null, setting, voice), fidelity: 'verbatim' };
  };
  return {
    evidence,
    highlight,
    hrefOfPost,
    figureOfPost,
    words: {
      ...bodyWords(words, setting.lang),
      postName: (post) => accessibleName(post, words),
      warning: words.post.warning,
    },
    figureOf: (quote) => {
      const id = digestQuoteId(numbers.get(quote) ?? 0);
      const also = setting.also?.get(id);
      return { id, ...figureOfDigestQuote(quote, setting, voice), ...(also ? { also } : {}) };
    },
    bodyOfPost: (post) => {
      const loaded = library.thread(post.thread);
      const inPost = loaded.quotesOf.get(post.reading.post.id) ?? [];
      const inline = quotesInSentences(inPost);
      const inSetting = {
        words,
        loaded,
        page: 0,
        base,
        voice: (id: string) => voice(`${post.thread} ${id}`),
      };
      return bodyElements(markPassages(post.reading.root, inline.ranges), {
        words: bodyWords(words, post.reading.post.lang ?? setting.lang),
        highlight,
        passages: [],
        inlineQuotes: inline.quotes.map((quote) => figureOfQuote(quote, inSetting)),
        prefix: `post-${post.reading.post.id}`,
        figureOf: (node) => {
          const index = post.reading.quotes.findIndex((quote) => quote.node === node);
          const quote = inPost.find((one) => one.index === index);
          const name = node.data?.quote?.name;
          return quote && figureOfQuote(quote, { ...inSetting, name });
        },
      });
    },
  };
}

/** The anchor of a digest's quote, by its number among the digest's quotes, from 1. */
export function digestQuoteId(number: number): string {
  return `quote-${number}`;
}

/** Hues for the people of a digest, who are named `<thread> <person>`. */
export function digestVoices(
  quotes: readonly DigestQuote[],
  embeds: DigestReading['embeds'],
): (person: string) => number {
  const voice = voices();
  const posts = [...quotes.map(({ line, post }) => ({ line, post })), ...embeds];
  for (const { post } of posts.toSorted((one, other) => one.line - other.line))
    if (post) voice(personOf(post));
  return voice;
}

/** Who wrote a post, across threads. */
export function personOf({ thread, reading }: EvidencePost): string {
  return `${thread} ${reading.post.author}`;
}

/** The post's place on the site. */
export function addressOf({ thread, reading }: EvidencePost, { base, library }: DigestSetting): string {
  return postAddress(base, thread, reading.post.id, library.thread(thread).pageOf.get(reading.post.id));
}

/** The author as a quote shows them; `null` and words where the export does not say. */
export function speakerOfPost(
  post: EvidencePost,
  voice: (person: string) => number,
  words: Words,
): { speaker: Speaker | null; attribution?: string } {
  const { author } = post.reading;
  if (!author) return { speaker: null, attribution: words.post.authorUnknown };
  if (post.reading.post.inferred?.includes('author')) {
    return { speaker: null, attribution: words.post.authorGuessed(nameOf(author)) };
  }
  return { speaker: speakerOf(author, voice(personOf(post))) };
}

function figureOfDigestQuote(
  quote: DigestQuote,
  setting: DigestSetting,
  voice: (person: string) => number,
): QuoteFigure {
  const { fidelity, attribution, post, source, edits, misattributed } = quote;
  if (!post || !source) {
    const { url, text } = attribution ?? {};
    return {
      fidelity,
      speaker: null,
      ...(text ? { attribution: text } : {}),
      ...(url ? { original: { href: url, label: setting.words.quote.external } } : {}),
    };
  }
  return {
    fidelity,
    ...sourceFigure(post, source, setting, voice),
    ...(edits ? { edits } : {}),
    ...(misattributed ? { misattributed } : {}),
  };
}

function sourceFigure(
  post: EvidencePost,
  passage: Passage | null,
  setting: DigestSetting,
  voice: (person: string) => number,
): Omit<QuoteFigure, 'fidelity'> {
  const { post: said, own } = post.reading;
  const { thread, graph } = setting.library.thread(post.thread);
  const postHref = addressOf(post, setting);
  const text = passage ? own.text.slice(passage.start, passage.end) : '';
  const times = passage
    ? (graph.quotedBy.get(said.id) ?? []).filter(
        ({ passage: other }) => other.start < passage.end && passage.start < other.end,
      ).length
    : 0;
  return {
    source: `${post.thread}#${said.id}`,
    ...speakerOfPost(post, voice, setting.words),
    postHref,
    passageHref: passage ? `${postHref}--${passage.start}-${passage.end}` : postHref,
    ...(said.published ? { published: said.published } : {}),
    ...(said.lang ? { lang: said.lang } : {}),
    ...(said.url
      ? {
          original: {
            href: withTextFragment(said.url, text),
            label: setting.words.post.original(platformName(thread.origin.platform)),
          },
        }
      : {}),
    ...(times > 0 ? { quoted: { count: times, href: `${postHref}-quotes` } } : {}),
  };
}

function accessibleName(post: EvidencePost, words: Words): string {
  const { author, post: said } = post.reading;
  const guessed = said.inferred?.includes('author');
  const name = author
    ? guessed
      ? words.post.authorGuessed(nameOf(author))
      : nameOf(author)
    : words.post.authorUnknown;
  return words.post.name(name, said.published ? words.dates.day(said.published) : null, null);
}
