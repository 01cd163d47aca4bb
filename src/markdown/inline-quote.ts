import type { Element, ElementContent, Properties } from 'hast';
import { element } from './hast.ts';
import type { QuoteFigure, QuoteWords, WayStep } from './quote-figure.ts';

/** A quotation that holds markup is printed in pieces. */
export interface Piece {
  readonly begins: boolean;
  readonly ends: boolean;
  /** Whether the words are a link already: no link may stand in another. */
  readonly linked: boolean;
}

/**
 * A quotation within somebody's sentence, whose quotation marks are the writer's own; where it comes from, and its
 * beginning and end, are said for the ear.
 */
export function inlineQuote(
  quote: QuoteFigure,
  words: QuoteWords,
  { begins, ends, linked }: Piece,
  content: readonly ElementContent[],
): Element {
  const { tagName, properties } = inlineQuoteTag(quote, begins, linked);
  return element(
    tagName,
    properties,
    begins && spoken(`${beginning(quote, words)}, `, words),
    ...content,
    ends && spoken(` ${words.end}`, words),
  );
}

function spoken(text: string, { language }: QuoteWords): Element {
  return element('span', { className: ['visually-hidden'], ...language }, text);
}

/** The element around a piece of a quotation; the first carries the id. */
export function inlineQuoteTag(
  { id, fidelity, source, passageHref }: QuoteFigure,
  first: boolean,
  linked: boolean,
): { readonly tagName: string; readonly properties: Properties } {
  const leads = passageHref !== undefined && !linked;
  return {
    tagName: leads ? 'a' : 'span',
    properties: {
      className: ['inline-quote'],
      ...(id && first ? { id } : {}),
      dataFidelity: fidelity,
      ...(source ? { dataSource: source } : {}),
      ...(leads ? { href: passageHref } : {}),
    },
  };
}

function beginning({ speaker, attribution, fidelity, via = [] }: QuoteFigure, words: QuoteWords): string {
  const name = speaker?.name ?? attribution ?? words.unknown;
  const remarks = [
    ...(via.length > 0 ? [words.via(via.map((step) => stepName(step, words)))] : []),
    ...(fidelity === 'verbatim' ? [] : [words.verdict[fidelity]]),
  ];
  return [`${words.from(name)}${name}`, ...remarks].join(', ');
}

function stepName({ speaker, drift }: WayStep, words: QuoteWords): string {
  const name = speaker?.name ?? words.unknown;
  return drift === undefined ? name : `${name} (${drift})`;
}
