import { element, wordsAsHtml } from './html.ts';
import { MARKDOWN } from './markdown.ts';
import { PLAIN } from './plain.ts';
import { setOff, wordsAsText } from './words-as-text.ts';

/** Words of somebody, with all that makes them a quote. */
export interface Quotation {
  readonly words: Node;
  readonly lang: string;
  /** As the page says it: a name, or that it is not known. */
  readonly name: string;
  /** In words, and for machines. */
  readonly when: string;
  readonly datetime: string;
  /** What must be said of it: that it is abridged, that it was attributed to another. */
  readonly remarks: readonly string[];
  /** The passage on this site; empty where it has none. */
  readonly address: string;
  /** Where it was said, and how the page calls that place. */
  readonly original: { readonly href: string; readonly label: string } | undefined;
}

export const FORMATS = ['markdown', 'plain', 'html'] as const;
export type Format = (typeof FORMATS)[number];

/** The quotation as it is to be pasted. */
export function written(quotation: Quotation, format: Format, site: string): string {
  return WRITERS[format](quotation, site);
}

const WRITERS: Readonly<Record<Format, (quotation: Quotation, site: string) => string>> = {
  markdown: ({ words, address, original, ...said }, site) => {
    const facts = factsOf(said).map(MARKDOWN.text);
    if (address) facts.push(MARKDOWN.link(address, MARKDOWN.text(site)));
    if (original) facts.push(MARKDOWN.link(original.href, MARKDOWN.text(original.label)));
    return setOff(`${wordsAsText(words, MARKDOWN)}\n\n— ${facts.join(', ')}`);
  },
  plain: ({ words, address, original, ...said }) => {
    const addresses = [address, original?.href ?? ''].filter(Boolean);
    return [`${wordsAsText(words, PLAIN)}\n\n— ${factsOf(said).join(', ')}`, ...addresses].join('\n');
  },
  html: ({ words, lang, name, when, datetime, remarks, address, original }, site) => {
    const date = when && element('time', { datetime }, when);
    const facts: (Node | string)[] = [name, date, ...remarks];
    if (address) facts.push(element('a', { href: address }, site));
    if (original) facts.push(element('a', { href: original.href }, original.label));
    const listed = facts.filter(Boolean).flatMap((fact, n) => (n > 0 ? [', ', fact] : ['— ', fact]));
    const quote = element('blockquote', { cite: original?.href ?? address, lang }, wordsAsHtml(words));
    return element('figure', {}, quote, element('figcaption', {}, ...listed)).outerHTML;
  },
};

function factsOf({ name, when, remarks }: Pick<Quotation, 'name' | 'when' | 'remarks'>): string[] {
  return [name, when, ...remarks].filter(Boolean);
}
