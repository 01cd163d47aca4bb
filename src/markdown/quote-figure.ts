import type { Element, ElementContent } from 'hast';
import type { Edit, Fidelity } from '../quotes/quote.ts';
import { element, unseen } from './hast.ts';

/** Somebody as a quote shows them. */
export interface Speaker {
  readonly name: string;
  /** One or two letters. */
  readonly monogram: string;
  /** 0 to 23: the class is `voice-<n>`. */
  readonly voice: number;
}

/** What a quote's figure says about the words in it. */
export interface QuoteFigure {
  readonly id?: string;
  readonly fidelity: Fidelity;
  /** `<thread id>#<post id>` */
  readonly source?: string;
  readonly speaker: Speaker | null;
  /** The attribution as it was written, for a speaker who is not known. */
  readonly attribution?: string;
  /** The post on this site. */
  readonly postHref?: string;
  /** The passage in it. */
  readonly passageHref?: string;
  /** ISO 8601 UTC. */
  readonly published?: string;
  /** Where the words stand outside this site. */
  readonly original?: { readonly href: string; readonly label: string };
  /** Who handed the words on, nearest first. */
  readonly via?: readonly string[];
  readonly misattributed?: string;
  readonly edits?: readonly Edit[];
  /** How often this passage is quoted on the site, and where the list stands. */
  readonly quoted?: { readonly count: number; readonly href: string };
  /** Other digests in which the same words are quoted. */
  readonly also?: readonly { readonly title: string; readonly href: string }[];
  readonly lang?: string;
  /** Set where the reader has just seen these words: the summary of the fold. */
  readonly fold?: string;
}

/** The interface's texts around a quote. */
export interface QuoteWords {
  /** The language of these texts, where what stands around the quote is in another. */
  readonly language?: { readonly lang?: string; readonly dir?: string };
  /** What stands before the speaker's name. */
  readonly from: (name: string) => string;
  readonly unknown: string;
  readonly end: string;
  readonly verdict: Readonly<Record<Exclude<Fidelity, 'verbatim'>, string>>;
  readonly misattributed: (name: string) => string;
  readonly via: (names: readonly string[]) => string;
  readonly difference: string;
  readonly removed: string;
  readonly added: string;
  readonly quoted: (count: number) => string;
  /** Stands before the titles of other digests, which are links. */
  readonly also: string;
  readonly moment: (iso: string) => string;
  /** For the link to a passage whose date is not known. */
  readonly undated: string;
}

/** A quote: who speaks, the words, where they come from; its beginning and end are said in words too. */
export function quoteFigure(
  quote: QuoteFigure,
  words: QuoteWords,
  content: readonly ElementContent[],
): Element {
  const figure = element(
    'figure',
    {
      className: ['quote', 'h-cite', ...(quote.speaker ? [`voice-${quote.speaker.voice}`] : [])],
      ...(quote.id ? { id: quote.id } : {}),
      dataFidelity: quote.fidelity,
      ...(quote.source ? { dataSource: quote.source } : {}),
    },
    caption(quote, words),
    element('blockquote', blockProperties(quote), ...content),
    note(quote, words),
    element('p', { className: ['visually-hidden'], ...words.language }, words.end),
  );
  return quote.fold
    ? element(
        'details',
        { className: ['fold'] },
        element('summary', { ...words.language }, quote.fold),
        figure,
      )
    : figure;
}

function blockProperties({ original, passageHref, postHref, lang }: QuoteFigure) {
  const cite = original?.href ?? passageHref ?? postHref;
  return { ...(cite ? { cite } : {}), ...(lang ? { lang } : {}), dir: 'auto' };
}

function caption(quote: QuoteFigure, words: QuoteWords): Element {
  return element(
    'figcaption',
    { ...words.language },
    unseen(words.from(nameOf(quote, words))),
    speaker(quote, words),
    ...when(quote, words),
    quote.fidelity !== 'verbatim' && unseen(', '),
    quote.fidelity !== 'verbatim' &&
      element('span', { className: ['verdict', quote.fidelity] }, words.verdict[quote.fidelity]),
    quote.misattributed !== undefined &&
      element('span', { className: ['verdict', 'misattributed'] }, words.misattributed(quote.misattributed)),
  );
}

function speaker(quote: QuoteFigure, words: QuoteWords): Element {
  const { speaker: person, postHref } = quote;
  if (!person) return element('span', { className: ['p-author', 'unknown'] }, nameOf(quote, words));
  const name = [
    element('span', { className: ['monogram'], ariaHidden: 'true' }, person.monogram),
    ' ',
    element('span', { className: ['p-name'] }, person.name),
  ];
  const className = ['p-author', 'h-card'];
  return postHref
    ? element('a', { className, href: postHref }, ...name)
    : element('span', { className }, ...name);
}

function nameOf({ speaker: person, attribution }: QuoteFigure, words: QuoteWords): string {
  return person?.name ?? attribution ?? words.unknown;
}

function when({ published, passageHref }: QuoteFigure, words: QuoteWords): readonly Element[] {
  const time =
    published &&
    element('time', { className: ['dt-published'], dateTime: published }, words.moment(published));
  if (passageHref)
    return [unseen(', '), element('a', { className: ['u-url'], href: passageHref }, time || words.undated)];
  return time ? [unseen(', '), time] : [];
}

function note(quote: QuoteFigure, words: QuoteWords): Element | null {
  const lines = [
    quote.quoted && element('a', { href: quote.quoted.href }, words.quoted(quote.quoted.count)),
    quote.also && alsoQuoted(quote.also, words),
    quote.via && quote.via.length > 0 && element('span', { className: ['via'] }, words.via(quote.via)),
    quote.original &&
      element(
        'a',
        { className: ['original'], href: quote.original.href, rel: ['noopener', 'nofollow', 'ugc'] },
        quote.original.label,
      ),
    quote.edits && difference(quote.edits, words),
  ].filter((line) => typeof line === 'object');
  const spaced = lines.flatMap((line, n) => (n > 0 ? [' ', line] : [line]));
  return lines.length > 0 ? element('div', { className: ['note'], ...words.language }, ...spaced) : null;
}

function alsoQuoted(also: NonNullable<QuoteFigure['also']>, words: QuoteWords): Element {
  const links = also.flatMap(({ title, href }, n) => [n > 0 ? ', ' : ' ', element('a', { href }, title)]);
  return element('span', { className: ['also'] }, words.also, ...links);
}

/** Deleted: the source's words; inserted: the quote's. */
function difference(edits: readonly Edit[], words: QuoteWords): Element {
  const changed = edits.map(({ kind, text }) => {
    if (kind === 'same') return text;
    const [tagName, label] = kind === 'removed' ? ['del', words.removed] : ['ins', words.added];
    return element(tagName, {}, unseen(` ${label} `), text);
  });
  return element(
    'details',
    { className: ['difference'] },
    element('summary', {}, words.difference),
    element('p', {}, ...changed),
  );
}
