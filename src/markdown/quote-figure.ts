import type { Element, ElementContent } from 'hast';
import type { SentenceContext } from '../quotes/changes.ts';
import type { Edit, Fidelity } from '../quotes/quote.ts';
import { difference, type DifferenceWords } from './difference.ts';
import { element, unseen } from './hast.ts';

/** Somebody as a quote shows them. */
export interface Speaker {
  readonly name: string;
  /** One or two letters. */
  readonly monogram: string;
  /** 0 to 23: the class is `voice-<n>`. */
  readonly voice: number;
}

/** Somebody through whose quote words came. */
export interface WayStep {
  readonly speaker: Speaker | null;
  /** Where they quote the words. */
  readonly href?: string;
  /** What was changed there: `one word changed`. */
  readonly drift?: string;
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
  readonly via?: readonly WayStep[];
  /** What this quote changed that those before had not, where others handed the words on. */
  readonly drift?: string;
  readonly misattributed?: string;
  readonly edits?: readonly Edit[];
  /** Of the source's sentences that `edits` begins and ends in. */
  readonly context?: SentenceContext;
  /** How often this passage is quoted on the site, and where the list stands. */
  readonly quoted?: { readonly count: number; readonly href: string };
  /** Other digests in which the same words are quoted. */
  readonly also?: readonly { readonly title: string; readonly href: string }[];
  readonly lang?: string;
  /** Set where the reader has just seen these words: the summary of the fold. */
  readonly fold?: string;
  /** For those who go from quote to quote: where the next one stands, and the next of somebody else. */
  readonly onward?: readonly { readonly href: string; readonly label: string }[];
}

/** The interface's texts around a quote. */
export interface QuoteWords extends DifferenceWords {
  /** The language of these texts, where what stands around the quote is in another. */
  readonly language?: { readonly lang?: string; readonly dir?: string };
  /** What stands before the speaker's name. */
  readonly from: (name: string) => string;
  readonly unknown: string;
  readonly end: string;
  readonly verdict: Readonly<Record<Exclude<Fidelity, 'verbatim'>, string>>;
  readonly misattributed: (name: string) => string;
  readonly via: (names: readonly string[]) => string;
  /** The list of those through whom words came, and what each of them did. */
  readonly way: string;
  readonly waySaid: string;
  readonly wayQuoted: string;
  readonly wayHere: string;
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
    quote.via && quote.via.length > 0 && way(quote, quote.via, words),
    quote.original &&
      element(
        'a',
        { className: ['original'], href: quote.original.href, rel: ['noopener', 'nofollow', 'ugc'] },
        quote.original.label,
      ),
    quote.edits && difference(quote.edits, quote.context, words),
    ...(quote.onward ?? []).map(({ href, label }) => element('a', { className: ['onward'], href }, label)),
  ].filter((line) => typeof line === 'object');
  const spaced = lines.flatMap((line, n) => (n > 0 ? [' ', line] : [line]));
  return lines.length > 0 ? element('div', { className: ['note'], ...words.language }, ...spaced) : null;
}

function alsoQuoted(also: NonNullable<QuoteFigure['also']>, words: QuoteWords): Element {
  const links = also.flatMap(({ title, href }, n) => [n > 0 ? ', ' : ' ', element('a', { href }, title)]);
  return element('span', { className: ['also'] }, words.also, ...links);
}

/** The way of the words: who said them, who handed them on, and this quote. */
function way(quote: QuoteFigure, via: readonly WayStep[], words: QuoteWords): Element {
  const { speaker: person, passageHref } = quote;
  const first = { speaker: person, ...(passageHref ? { href: passageHref } : {}) };
  const steps = [
    step(first, words.waySaid, words),
    ...via.toReversed().map((one) => step(one, withDrift(words.wayQuoted, one.drift), words)),
    element('li', {}, withDrift(words.wayHere, quote.drift)),
  ];
  return element('ol', { className: ['way'], ariaLabel: words.way }, ...steps);
}

function step({ speaker: person, href }: WayStep, did: string, words: QuoteWords): Element {
  const name = [
    person && element('span', { className: ['monogram'], ariaHidden: 'true' }, person.monogram),
    person && ' ',
    element('span', { dir: 'auto' }, person?.name ?? words.unknown),
  ];
  return element(
    'li',
    person ? { className: [`voice-${person.voice}`] } : {},
    element(href ? 'a' : 'span', { className: ['voice'], ...(href ? { href } : {}) }, ...name),
    ` ${did}`,
  );
}

function withDrift(did: string, drift: string | undefined): string {
  return drift === undefined ? did : `${did}, ${drift}`;
}
