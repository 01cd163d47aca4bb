import type { TextRange } from '../bodies/mark-passages.ts';
import type { QuoteFigure, Speaker, WayStep } from '../markdown/quote-figure.ts';
import { type SentenceContext, sentenceContext, wordsChanged } from '../quotes/changes.ts';
import type { Edit, Fidelity, Judgement, Quote, Source } from '../quotes/quote.ts';
import type { Person, PostId } from '../thread/schema.ts';
import { postAddress } from './addresses.ts';
import type { LoadedThread } from './loaded-thread.ts';
import { meets } from '../quotes/stretches.ts';
import { speakerOf } from './speakers.ts';
import type { Words } from './words/index.ts';

/** A source that another thread holds, with what a quote shows of it. */
export interface ForeignSource {
  readonly fidelity: Extract<Fidelity, 'verbatim' | 'abridged' | 'altered'>;
  readonly thread: string;
  readonly post: PostId;
  readonly postHref: string;
  readonly passageHref: string;
  readonly name?: string;
  readonly published?: string;
  readonly platform: string;
  readonly url?: string;
  readonly edits?: readonly Edit[];
  readonly context?: SentenceContext;
  readonly misattributed?: string;
  /** Who handed the words on, nearest first; without a name where that is not known. */
  readonly via?: readonly { readonly name?: string; readonly fidelity: Fidelity; readonly href?: string }[];
}

interface QuoteSetting {
  readonly words: Words;
  readonly loaded: LoadedThread;
  /** The page that the quote stands on. */
  readonly page: number;
  readonly base: string;
  readonly voice: (person: string) => number;
  readonly name?: string | undefined;
  readonly foreign?: ForeignSource | undefined;
  readonly fold?: { readonly rightAbove: boolean } | undefined;
}

/** Those of a post's quotes that stand within its sentences, and where in its own text, in the same order. */
export function quotesInSentences(quotes: readonly Quote[]): {
  readonly quotes: readonly Quote[];
  readonly ranges: readonly TextRange[];
} {
  const inline = quotes.flatMap((quote) => (quote.inline ? [{ quote, range: quote.inline }] : []));
  return { quotes: inline.map(({ quote }) => quote), ranges: inline.map(({ range }) => range) };
}

/** What the page says around a quote of a thread. */
export function figureOfQuote(quote: Quote, setting: QuoteSetting): QuoteFigure {
  const id = `${quote.post}${quoteAnchor(quote.index)}`;
  if (setting.foreign) return { id, ...foreignFigure(setting.foreign, setting) };
  const { source, fidelity } = quote;
  if (!source) return { id, fidelity, speaker: null, ...attributionOf(quote, setting.name) };
  const { words, loaded, page, base, fold } = setting;
  const reading = loaded.reading.byId.get(source.post);
  const author = authorOf(source.post, setting);
  const here = loaded.pageOf.get(source.post) === page;
  const postHref = here
    ? `#${source.post}`
    : postAddress(base, source.thread, source.post, loaded.pageOf.get(source.post));
  const name = author.speaker?.name ?? author.attribution ?? words.post.authorUnknown;
  return {
    id,
    fidelity,
    source: `${source.thread}#${source.post}`,
    ...author,
    postHref,
    passageHref: `${postHref}--${source.start}-${source.end}`,
    ...(reading?.post.published ? { published: reading.post.published } : {}),
    ...(source.via && source.via.length > 0
      ? shownWay(quote, wayOf(quote, source, source.via, setting))
      : {}),
    ...(quote.misattributed ? { misattributed: quote.misattributed } : {}),
    ...(quote.edits ? { edits: quote.edits } : {}),
    ...(quote.edits && reading ? { context: sentenceContext(reading.own.text, source) } : {}),
    ...(fold ? { fold: words.quote.fold(quote.text.split('\n').length, name, fold.rightAbove) } : {}),
  };
}

/** Quotes within quotes draw the way of the words already; it is told in words where somebody on it changed them. */
function shownWay(
  { depth }: Quote,
  way: Pick<QuoteFigure, 'via' | 'drift'>,
): Pick<QuoteFigure, 'via' | 'drift'> {
  const changed = way.drift ?? way.via?.some(({ drift }) => drift);
  return depth > 1 && !changed ? {} : way;
}

/** Who handed the words on, nearest first, and who changed them: each is held against those before. */
export function wayOf(
  quote: Pick<Judgement, 'fidelity' | 'edits'>,
  source: Source,
  via: readonly PostId[],
  setting: Pick<QuoteSetting, 'words' | 'loaded' | 'page' | 'base' | 'voice'>,
): Pick<QuoteFigure, 'via' | 'drift'> {
  const { words, loaded, page, base } = setting;
  const stations = via.map((post) => ({
    post,
    quote: loaded.quotesOf
      .get(post)
      ?.find((one) => one.source?.post === source.post && meets([one.source], source)),
  }));
  const steps = stations.map((station, n): WayStep => {
    const pageOfPost = loaded.pageOf.get(station.post);
    const postHref =
      pageOfPost === page
        ? `#${station.post}`
        : postAddress(base, loaded.thread.id, station.post, pageOfPost);
    const drift = station.quote && driftInWords(station.quote, stations[n + 1]?.quote, words);
    return {
      speaker: authorOf(station.post, setting).speaker,
      href: station.quote ? `${postHref}${quoteAnchor(station.quote.index)}` : postHref,
      ...(drift ? { drift } : {}),
    };
  });
  const drift = driftInWords(quote, stations[0]?.quote, words);
  return { via: steps, ...(drift ? { drift } : {}) };
}

/** What a quote changed that the one it was taken from had not. */
function driftInWords(
  { fidelity, edits }: Pick<Judgement, 'fidelity' | 'edits'>,
  before: Pick<Judgement, 'fidelity' | 'edits'> | undefined,
  { quote }: Words,
): string | undefined {
  if (edits) {
    const changed = wordsChanged(edits, before?.edits);
    return changed > 0 ? quote.wayChanged(changed) : undefined;
  }
  if (fidelity === before?.fidelity) return undefined;
  if (fidelity === 'altered') return quote.wayAltered;
  return fidelity === 'abridged' && !before?.edits ? quote.wayAbridged : undefined;
}

function foreignFigure(source: ForeignSource, { voice, words }: QuoteSetting): QuoteFigure {
  const { fidelity, thread, post, name, postHref, passageHref, published, platform, url } = source;
  const { edits, context, misattributed, via } = source;
  return {
    fidelity,
    source: `${thread}#${post}`,
    speaker: name ? speakerOf({ handle: name, name }, voice(`${thread} ${name}`)) : null,
    postHref,
    passageHref,
    ...(published ? { published } : {}),
    ...(url ? { original: { href: url, label: words.post.original(platform) } } : {}),
    ...(edits ? { edits } : {}),
    ...(context ? { context } : {}),
    ...(misattributed === undefined ? {} : { misattributed }),
    ...(via
      ? {
          via: via.map((one): WayStep => {
            const speaker = one.name
              ? speakerOf({ handle: one.name, name: one.name }, voice(`${thread} ${one.name}`))
              : null;
            const drift = driftInWords(one, undefined, words);
            return {
              speaker,
              ...(one.href ? { href: one.href } : {}),
              ...(drift ? { drift } : {}),
            };
          }),
        }
      : {}),
  };
}

function attributionOf({ attribution }: Quote, name: string | undefined): { readonly attribution?: string } {
  const text = name ?? attribution;
  return text === undefined ? {} : { attribution: text };
}

function authorOf(
  id: PostId,
  { loaded, voice, words }: Pick<QuoteSetting, 'loaded' | 'voice' | 'words'>,
): { speaker: Speaker | null; attribution?: string } {
  const reading = loaded.reading.byId.get(id);
  if (!reading?.author || reading.post.author === null) return { speaker: null };
  if (reading.post.inferred?.includes('author')) {
    return { speaker: null, attribution: words.post.authorGuessed(nameOf(reading.author)) };
  }
  return { speaker: speakerOf(reading.author, voice(reading.post.author)) };
}

/** What follows a post's id in the id of one of its quotes. */
export function quoteAnchor(index: number): string {
  return `-quote-${index + 1}`;
}

/** A person's name in running text. */
export function nameOf(person: Person): string {
  return speakerOf(person, 0).name;
}
