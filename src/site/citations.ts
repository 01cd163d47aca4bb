import type { DigestView } from './views.ts';
import type { Words } from './words/index.ts';

/** How to name a digest elsewhere. */
export interface Citations {
  /** In words, in the language of the site. */
  readonly text: string;
  /** An entry for BibTeX and biblatex, in UTF-8. */
  readonly bibtex: string;
  /** A list of one item of CSL-JSON 1.0.2, as reference managers import it. */
  readonly csl: string;
  readonly markdown: string;
}

type Cited = Pick<DigestView, 'slug' | 'title' | 'editors' | 'date' | 'lang'>;

/** `address` is the digest's own, whole; `undefined` where it is not known where the site stands. */
export function citations(digest: Cited, site: string, address: string | undefined, words: Words): Citations {
  const day = words.dates.day(digest.date);
  const { citation } = words.digest;
  const named = citation(digest.editors, digest.title, site, day);
  const title = inMarkdown(digest.title);
  const linked = address === undefined ? title : `[${title}](${address})`;
  return {
    text: address === undefined ? named : `${named} ${address}`,
    bibtex: bibtexOf(digest, site, address),
    csl: cslOf(digest, site, address),
    markdown: citation(digest.editors.map(inMarkdown), linked, inMarkdown(site), day),
  };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function bibtexOf(
  { slug, title, editors, date, lang }: Cited,
  site: string,
  address: string | undefined,
): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const fields: readonly (readonly [string, string])[] = [
    ...(editors.length > 0 ? [['author', `{${editors.map(authorInBibtex).join(' and ')}}`] as const] : []),
    // Two pairs of braces keep capitals as they are.
    ['title', `{{${inBibtex(title)}}}`],
    ['howpublished', `{${inBibtex(site)}}`],
    ['year', `{${year}}`],
    ['month', MONTHS[Number(month) - 1] ?? `{${month}}`],
    ['day', `{${Number(day)}}`],
    ...(address === undefined ? [] : [['url', `{${address}}`] as const]),
    ['langid', `{${lang}}`],
  ];
  const lines = fields.map(([name, value]) => `  ${name.padEnd(LONGEST_FIELD)} = ${value}`);
  return `@misc{${keyOf(slug, date)},\n${lines.join(',\n')}\n}`;
}

const LONGEST_FIELD = 'howpublished'.length;

/** Keys are plain ASCII: `2026-10-27-the-night`. */
function keyOf(slug: string, date: string): string {
  const plain = slug.normalize('NFKD').split(/[^A-Za-z0-9]+/);
  const key = plain.filter(Boolean).join('-');
  return key.startsWith(date) ? key : [date, key].filter(Boolean).join('-');
}

/** A name that BibTeX would take apart wrongly is kept whole: `Brack, Ltd.`, `Marrow and Daughters`. */
function authorInBibtex(name: string): string {
  const safe = inBibtex(name);
  return /,|\band\b/i.test(name) ? `{${safe}}` : safe;
}

const BIBTEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function inBibtex(text: string): string {
  return onOneLine(text).replace(/[\\{}~^$&%#_]/g, (character) => BIBTEX[character] ?? `\\${character}`);
}

function cslOf(
  { slug, title, editors, date, lang }: Cited,
  site: string,
  address: string | undefined,
): string {
  const item = {
    id: slug,
    type: 'post-weblog',
    title,
    ...(editors.length > 0 ? { author: editors.map((literal) => ({ literal })) } : {}),
    'container-title': site,
    issued: { 'date-parts': [date.split('-').map(Number)] },
    ...(address === undefined ? {} : { URL: address }),
    language: lang,
  };
  const lines = Object.entries(item).map(
    ([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return `[\n  {\n${lines.join(',\n')}\n  }\n]`;
}

function inMarkdown(text: string): string {
  return onOneLine(text).replace(/[\\`*_[\]<>~&]/g, '\\$&');
}

function onOneLine(text: string): string {
  return text.split(/\s+/).join(' ');
}
