import type { TextRange } from '../bodies/mark-passages.ts';
import type { QuoteFigure, Speaker } from '../markdown/quote-figure.ts';
import type { Edit, Fidelity, Quote, Source } from '../quotes/quote.ts';
import type { Person, PostId } from '../thread/schema.ts';
import { postAddress } from './addresses.ts';
import type { LoadedThread } from './loaded-thread.ts';
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
  readonly misattributed?: string;
  /** Who handed the words on, nearest first; without a name where that is not known. */
  readonly via?: readonly { readonly name?: string; readonly fidelity: Fidelity }[];
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
    ...(source.via ? { via: source.via.map((post) => wayStation(post, source, setting)) } : {}),
    ...(quote.misattributed ? { misattributed: quote.misattributed } : {}),
    ...(quote.edits ? { edits: quote.edits } : {}),
    ...(fold ? { fold: words.quote.fold(quote.text.split('\n').length, name, fold.rightAbove) } : {}),
  };
}

/** Who handed the words on, and whether they were changed on the way. */
function wayStation(post: PostId, source: Source, setting: QuoteSetting): string {
  const { words } = setting;
  const name = authorOf(post, setting).speaker?.name ?? words.post.authorUnknown;
  const handedOn = setting.loaded.quotesOf
    .get(post)
    ?.find(
      (quote) =>
        quote.source?.post === source.post &&
        quote.source.start < source.end &&
        source.start < quote.source.end,
    );
  return handedOn ? withDrift(name, handedOn.fidelity, words) : name;
}

function withDrift(name: string, fidelity: Fidelity, words: Words): string {
  const isSame = fidelity === 'verbatim' || fidelity === 'external';
  return isSame ? name : `${name} (${words.fidelity[fidelity]})`;
}

function foreignFigure(source: ForeignSource, { voice, words }: QuoteSetting): QuoteFigure {
  const { fidelity, thread, post, name, postHref, passageHref, published, platform, url } = source;
  const { edits, misattributed, via } = source;
  return {
    fidelity,
    source: `${thread}#${post}`,
    speaker: name ? speakerOf({ handle: name, name }, voice(`${thread} ${name}`)) : null,
    postHref,
    passageHref,
    ...(published ? { published } : {}),
    ...(url ? { original: { href: url, label: words.post.original(platform) } } : {}),
    ...(edits ? { edits } : {}),
    ...(misattributed === undefined ? {} : { misattributed }),
    ...(via
      ? {
          via: via.map((one) => withDrift(one.name ?? words.post.authorUnknown, one.fidelity, words)),
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
  { loaded, voice, words }: QuoteSetting,
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
