import type { Blockquote, Paragraph } from 'mdast';
import { EXIT, visit } from 'unist-util-visit';
import { bodyText } from '../bodies/text.ts';
import type { DigestQuote } from '../markdown/read-digest.ts';
import type { EvidencePost } from '../quotes/evidence.ts';
import { statedAuthor } from '../quotes/reading.ts';
import { isOpenToMachines } from './open-to-machines.ts';
import type { PersonView } from './views.ts';

/** A quote as it leaves the digest's page: on its card, in what machines are told, embedded elsewhere. */
export interface Quotation {
  /** The quote's id on the digest's page. */
  readonly anchor: string;
  /** The words, each paragraph one line. */
  readonly paragraphs: readonly string[];
  readonly author: Pick<PersonView, 'name' | 'monogram' | 'voice' | 'url'>;
  /** ISO 8601 UTC. */
  readonly published?: string;
  /** BCP 47, of the post. */
  readonly lang?: string;
  /** The passage on this site. */
  readonly href: string;
  /** Where the words stand outside this site. */
  readonly original?: string;
}

interface QuotationSetting {
  readonly anchorOf: (index: number) => string;
  readonly authorOf: (post: EvidencePost) => PersonView | undefined;
  readonly hrefOf: (post: EvidencePost) => string;
}

/**
 * Those of a digest's quotes that can stand without the page: somebody's own words, in paragraphs, faithful to a post
 * that is open to machines. A quote that holds another, code, a list or a table says less without its layout, and is
 * left out, as is one whose words the editor struck.
 */
export function quotationsIn(
  quotes: readonly DigestQuote[],
  { anchorOf, authorOf, hrefOf }: QuotationSetting,
): readonly Quotation[] {
  return quotes.flatMap((quote, index): Quotation[] => {
    const { node, post, source, depth } = quote;
    if (!node || !post || !source || depth > 1 || !isFaithful(quote)) return [];
    if (!statedAuthor(post.reading) || !isOpenToMachines(post.reading) || !isPlainText(node)) return [];
    const author = authorOf(post);
    if (!author) return [];
    const { name, monogram, voice, url } = author;
    const { published, inferred, lang, url: original } = post.reading.post;
    return [
      {
        anchor: anchorOf(index),
        paragraphs: node.children.flatMap((child) => (child.type === 'paragraph' ? lineOf(child) : [])),
        author: { name, monogram, voice, ...(url ? { url } : {}) },
        ...(published && !inferred?.includes('published') ? { published } : {}),
        ...(lang ? { lang } : {}),
        href: `${hrefOf(post)}--${source.start}-${source.end}`,
        ...(original ? { original } : {}),
      },
    ];
  });
}

/** A quote of up to so many characters is read at a glance. */
const MODERATE = 280;

/** The one that speaks for the digest: the first that is not long, or else the first. */
export function leadQuotation(quotations: readonly Quotation[]): Quotation | undefined {
  return quotations.find(({ paragraphs }) => paragraphs.join(' ').length <= MODERATE) ?? quotations[0];
}

function isFaithful({ fidelity, misattributed }: DigestQuote): boolean {
  return misattributed === undefined && (fidelity === 'verbatim' || fidelity === 'abridged');
}

const PLAIN = new Set([
  'paragraph',
  'text',
  'emphasis',
  'strong',
  'inlineCode',
  'link',
  'linkReference',
  'break',
]);

function isPlainText(quote: Blockquote): boolean {
  let isPlain = quote.children.length > 0;
  visit(quote, (node) => {
    if (node === quote || PLAIN.has(node.type)) return undefined;
    isPlain = false;
    return EXIT;
  });
  return isPlain;
}

function lineOf(paragraph: Paragraph): string {
  const { text } = bodyText({ type: 'root', children: [paragraph] });
  return text.replace(/\s+/g, ' ').trim();
}
