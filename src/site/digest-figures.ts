import type { Root } from 'mdast';
import { markPassages } from '../bodies/mark-passages.ts';
import type { Composition, QuotesOfPost } from '../markdown/compose-digest.ts';
import { highlightFor } from '../markdown/highlight.ts';
import type { QuoteFigure, Speaker } from '../markdown/quote-figure.ts';
import type { DigestQuote, DigestReading } from '../markdown/read-digest.ts';
import { bodyElements } from '../markdown/render.ts';
import type { Evidence, EvidencePost } from '../quotes/evidence.ts';
import { sentenceContext } from '../quotes/changes.ts';
import type { Passage } from '../quotes/quote.ts';
import { statedAuthor } from '../quotes/reading.ts';
import { postAddress } from './addresses.ts';
import { bodyWords } from './figure-words.ts';
import { postPictures } from './digest-media.ts';
import type { DigestRecord } from './digest-records.ts';
import { digestQuoteId, digestVoices, personOf, utterancesIn } from './digest-speakers.ts';
import type { Library } from './library.ts';
import { platformName } from './platforms.ts';
import { figureOfQuote, nameOf, quotesInSentences, wayOf } from './quote-figures.ts';
import { onwardLinks, type Stop } from './onward.ts';
import { speakerOf } from './speakers.ts';
import { withTextFragment } from './text-fragment.ts';
import { timesQuoted } from './times-quoted.ts';
import type { Words } from './words/index.ts';

export interface DigestSetting {
  readonly base: string;
  readonly words: Words;
  readonly library: Library;
  /** The digest's language. */
  readonly lang?: string;
  /** What is known of the passages that it quotes, by the anchor of the quote. */
  readonly sources?: ReadonlyMap<string, DigestRecord['sources'][number]>;
}

/** What a digest's page needs to print its quotes and posts. Hues are given in the order of speaking. */
export async function compositionOf(
  root: Root,
  { quotes, embeds }: DigestReading,
  evidence: Evidence,
  setting: DigestSetting,
): Promise<Composition> {
  const { words, library } = setting;
  const embedded = new Set(embeds.map(({ post }) => post.thread));
  const mayBeShown = evidence.posts.filter(({ thread }) => embedded.has(thread));
  const highlight = await highlightFor([root, ...mayBeShown.map(({ reading }) => reading.root)]);
  const utterances = utterancesIn({ quotes, embeds }, evidence);
  const voice = digestVoices(utterances);
  const numbers = new Map(quotes.map((quote, index) => [quote, index + 1]));
  const hrefOfPost = (post: EvidencePost) => addressOf(post, setting);
  const onward = onwardLinks(stopsIn(quotes, embeds), words);
  const goingOn = (anchor: string) => {
    const links = onward.get(anchor);
    return links ? { onward: links } : {};
  };
  const figureOfPost = (post: EvidencePost): QuoteFigure => ({
    ...sourceFigure(post, null, setting, voice),
    fidelity: 'verbatim',
    ...goingOn(post.reading.post.id),
  });
  const quotesOfPost = (post: EvidencePost): QuotesOfPost => {
    const inPost = library.thread(post.thread).quotesOf.get(post.reading.post.id) ?? [];
    const inline = quotesInSentences(inPost);
    const inSetting = inThread(post, setting, voice);
    return {
      inline: inline.quotes.map((quote) => figureOfQuote(quote, inSetting)),
      ranges: inline.ranges,
      figureOf: (node) => {
        const index = post.reading.quotes.findIndex((quote) => quote.node === node);
        const quote = inPost.find((one) => one.index === index);
        const name = node.data?.quote?.name;
        return quote && figureOfQuote(quote, { ...inSetting, name });
      },
    };
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
      const { also, timesElsewhere } = setting.sources?.get(id) ?? {};
      return {
        id,
        ...figureOfDigestQuote(quote, timesElsewhere ?? 0, setting, voice),
        ...(also ? { also } : {}),
        ...goingOn(id),
      };
    },
    quotesOfPost,
    picturesOfPost: ({ thread, reading }) => postPictures(reading.post, thread, setting.base, words),
    bodyOfPost: (post) => {
      const { inline, ranges, figureOf } = quotesOfPost(post);
      return bodyElements(markPassages(post.reading.root, ranges), {
        words: bodyWords(words, post.reading.post.lang ?? setting.lang),
        highlight,
        passages: [],
        inlineQuotes: inline,
        prefix: `post-${post.reading.post.id}`,
        figureOf,
      });
    },
  };
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
  timesElsewhere: number,
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
    ...quotedOften(post, source, timesElsewhere, setting),
    ...(source.via && source.via.length > 0
      ? wayOf(quote, source, source.via, inThread(post, setting, voice))
      : {}),
    ...(edits ? { edits, context: sentenceContext(post.reading.own.text, source) } : {}),
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
  const { thread } = setting.library.thread(post.thread);
  const postHref = addressOf(post, setting);
  const text = passage ? own.text.slice(passage.start, passage.end) : '';
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
  };
}

/** How many posts quote the passage; they stand in a list of their own. */
function quotedOften(
  post: EvidencePost,
  passage: Passage,
  timesElsewhere: number,
  setting: DigestSetting,
): Pick<QuoteFigure, 'quoted'> {
  const count = timesQuoted(passage, setting.library.thread(post.thread).graph) + timesElsewhere;
  return count > 0 ? { quoted: { count, href: `${addressOf(post, setting)}-quotes` } } : {};
}

/** For what is said of a thread's quotes: every link leads to the thread's pages. */
function inThread(
  post: EvidencePost,
  { words, library, base }: DigestSetting,
  voice: (person: string) => number,
) {
  return {
    words,
    loaded: library.thread(post.thread),
    page: NO_PAGE,
    base,
    voice: (person: string) => voice(`${post.thread} ${person}`),
  };
}
const NO_PAGE = 0;

/** The block quotes and whole posts, in the order of the page. */
function stopsIn(quotes: readonly DigestQuote[], embeds: DigestReading['embeds']): readonly Stop[] {
  const nameIn = (post: EvidencePost | null) => {
    const author = post && statedAuthor(post.reading);
    return author ? nameOf(author) : null;
  };
  const stops = [
    ...quotes.flatMap(({ node, depth, line, post, attribution }, index) =>
      node && depth === 1
        ? [{ line, anchor: digestQuoteId(index + 1), name: nameIn(post) ?? attribution?.text ?? null }]
        : [],
    ),
    ...embeds.map(({ line, post }) => ({ line, anchor: post.reading.post.id, name: nameIn(post) })),
  ];
  return stops.toSorted((one, other) => one.line - other.line);
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
