import type {
  Blockquote,
  Link,
  List,
  ListItem,
  Nodes,
  PhrasingContent,
  RootContent,
  Table,
  Text,
} from 'mdast';
import stringWidth from 'string-width';
import type { QuoteFigure } from '../../markdown/quote-figure.ts';
import type { Words } from '../words/index.ts';
import type { Edition } from './edition.ts';
import { addressOfWords, speakerIn, verdictsOn } from './quote-facts.ts';
import { wrap } from './wrap.ts';

/** Wide enough to read, narrow enough to be quoted twice in a mail. */
const COLUMNS = 72;
/** However deep quotes are, so many columns are left for words. */
const FEWEST_COLUMNS = 24;

/**
 * An edition as plain text for a mail: lines of 72 columns, quotes behind `>` with a line above that says who wrote
 * them when, links as numbers that are resolved at the end, code as it stands. The words of a quote are exactly the
 * quote's: what else is to be said of it stands below it.
 */
export function plainText(edition: Edition): string {
  const { title, summary, address, tree, threads, site, words } = edition;
  const notes = noteBook();
  const printer: Printer = { words, notes, width: COLUMNS, quoted: null };
  const body = blocksOf(tree.children, printer);
  const drawnOn = threads.map((thread) => `- ${thread.title} ${notes.number(thread.address)}`);
  const by = edition.editors.length > 0 ? [words.digest.by(edition.editors)] : [];
  const sections = [
    underlined(title, '='),
    ...(summary === '' ? [] : [wrap(summary, COLUMNS)]),
    [...wrap([words.dates.day(edition.date), ...by].join(', '), COLUMNS), address],
    body,
    ...(drawnOn.length > 0
      ? [
          [
            ...underlined(words.digest.threads, '-'),
            ...drawnOn.flatMap((line) => hanging(line, '  ', COLUMNS)),
          ],
        ]
      : []),
    [RULE, ...wrap(site.title, COLUMNS), site.address],
    ...(notes.lines().length > 0 ? [notes.lines()] : []),
  ];
  return `${joined(sections).map(endless).join('\n')}\n`;
}

const RULE = '* * *';

/** What is printed, and where. */
interface Printer {
  readonly words: Words;
  readonly notes: NoteBook;
  readonly width: number;
  /** In a quote: the numbers of the links in it, which would not be its words. */
  readonly quoted: string[] | null;
}

interface NoteBook {
  /** `[3]` for an address, the same for the same; what `says` is noted beside it the first time. */
  number(address: string, says?: string): string;
  lines(): readonly string[];
}

function noteBook(): NoteBook {
  const known = new Map<string, string>();
  return {
    number: (address, says) => {
      const note = says === undefined ? address : `${says}: ${address}`;
      if (!known.has(address)) known.set(address, note);
      return `[${[...known.keys()].indexOf(address) + 1}]`;
    },
    lines: () => [...known.values()].map((note, index) => `[${index + 1}] ${note}`),
  };
}

function blocksOf(nodes: readonly RootContent[], printer: Printer): readonly string[] {
  return joined(nodes.map((node) => block(node, printer)).filter((lines) => lines.length > 0));
}

function block(node: RootContent, printer: Printer): readonly string[] {
  switch (node.type) {
    case 'heading': {
      const text = phrase(node.children, printer);
      return printer.quoted ? wrap(text, printer.width) : underlined(text, '-');
    }
    case 'paragraph':
      return wrap(phrase(node.children, printer), printer.width);
    case 'code':
      return node.value.split('\n').map((line) => (line === '' ? '' : `    ${line}`));
    case 'blockquote':
      return quote(node, printer);
    case 'list':
      return list(node, printer);
    case 'table':
      return table(node, printer);
    case 'thematicBreak':
      return [RULE];
    case 'footnoteDefinition':
      return hanging(
        `[^${node.identifier}] ${blocksOf(node.children, printer).join('\n')}`,
        '  ',
        printer.width,
      );
    default:
      return wrap(phrase([node as PhrasingContent], printer), printer.width);
  }
}

function quote(node: Blockquote, { words, notes, width, quoted: outer }: Printer): readonly string[] {
  const figure = node.data?.figure;
  const quoted: string[] = [];
  const inner = Math.max(FEWEST_COLUMNS, width - 2);
  const said = blocksOf(node.children, { words, notes, width: inner, quoted });
  const name = figure && speakerIn(figure);
  return [
    ...(figure && name !== null ? wrap(wroteLine(figure, name ?? words.quote.unknown, words), width) : []),
    ...said.map((line) => (line.startsWith('>') ? `> ${line}` : line === '' ? '>' : `> ${line}`)),
    ...(outer ? handOver(quoted, outer) : below(figure, quoted, { words, notes, width })),
  ];
}

function wroteLine(figure: QuoteFigure, name: string, words: Words): string {
  const isPerson = figure.speaker !== null;
  if (!isPerson) return `${name}${words.colon}`;
  return words.edition.wrote(name, figure.published ? words.dates.day(figure.published) : null);
}

/** Links of a quote in a quote are named below the outer one: between the two nothing but words may stand. */
function handOver(links: readonly string[], outer: string[]): readonly string[] {
  outer.push(...links);
  return [];
}

function below(
  figure: QuoteFigure | undefined,
  links: readonly string[],
  { words, notes, width }: Pick<Printer, 'words' | 'notes' | 'width'>,
): readonly string[] {
  const address = figure && addressOfWords(figure);
  const source = address ? [`${words.edition.source}${words.colon} ${notes.number(address)}`] : [];
  const remarks = [
    [...source, ...(figure ? verdictsOn(figure, words) : [])].join(', '),
    ...(links.length > 0
      ? [`${words.edition.linksInQuote}${words.colon} ${[...new Set(links)].join(', ')}`]
      : []),
  ].filter((remark) => remark !== '');
  return remarks.length > 0 ? ['', ...wrap(`(${remarks.join('. ')})`, width)] : [];
}

function list({ children, ordered, start, spread }: List, printer: Printer): readonly string[] {
  const items = children.map((item, n) => {
    const mark = ordered ? `${(start ?? 1) + n}. ` : '- ';
    const width = Math.max(FEWEST_COLUMNS, printer.width - mark.length);
    const [first = '', ...rest] = blocksOf(item.children, { ...printer, width });
    const indent = ' '.repeat(mark.length);
    return [
      `${mark}${checkBox(item)}${first}`,
      ...rest.map((line) => (line === '' ? '' : `${indent}${line}`)),
    ];
  });
  return spread ? joined(items) : items.flat();
}

function checkBox({ checked }: ListItem): string {
  if (typeof checked !== 'boolean') return '';
  return checked ? '[x] ' : '[ ] ';
}

/** As wide as it must be: a table that is wrapped cannot be read. */
function table({ children }: Table, printer: Printer): readonly string[] {
  const rows = children.map((row) =>
    row.children.map((cell) => phrase(cell.children, printer).replaceAll('\n', ' ')),
  );
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, n) =>
    Math.max(...rows.map((row) => stringWidth(row[n] ?? ''))),
  );
  const printed = rows.map((row) => row.map((cell, n) => padded(cell, widths[n] ?? 0)).join('  '));
  const [head = '', ...rest] = printed;
  return [head, widths.map((width) => '-'.repeat(Math.max(3, width))).join('  '), ...rest];
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

function phrase(nodes: readonly PhrasingContent[], printer: Printer): string {
  return behindClosingMarks(nodes)
    .map((node) => inline(node, printer))
    .join('');
}

/** The mark that ends a quotation. */
const CLOSING_MARK = /^[”“"»’]/;

/** Takes the mark that ends a quotation into the link that the quotation is, so that its number stands behind it. */
function behindClosingMarks(nodes: readonly PhrasingContent[]): readonly PhrasingContent[] {
  return nodes.map((node, n) => {
    const before = nodes[n - 1];
    const next = nodes[n + 1];
    const own = isQuotation(before) && node.type === 'text' ? withoutMark(node) : node;
    if (!isQuotation(own) || next?.type !== 'text') return own;
    const mark = CLOSING_MARK.exec(next.value)?.[0] ?? '';
    return { ...own, children: [...own.children, { type: 'text', value: mark }] };
  });
}

function isQuotation(node: PhrasingContent | undefined): node is Link {
  return node?.type === 'link' && node.data?.figure !== undefined;
}

function withoutMark(text: Text): Text {
  return { ...text, value: text.value.replace(CLOSING_MARK, '') };
}

function inline(node: Nodes, printer: Printer): string {
  switch (node.type) {
    case 'text':
      return node.value.replaceAll(/\s+/g, (space) => (space.includes('\n') ? ' ' : space));
    case 'inlineCode':
      return node.value;
    case 'break':
      return '\n';
    case 'delete':
      return `~~${phrase(node.children, printer)}~~`;
    case 'image':
      return image(node.url, node.alt ?? '', printer);
    case 'link':
      return link(node.url, phrase(node.children, printer), node.data?.figure, printer);
    case 'footnoteReference':
      return printer.quoted ? '' : `[^${node.identifier}]`;
    default:
      return 'children' in node ? phrase(node.children as PhrasingContent[], printer) : '';
  }
}

function image(url: string, alt: string, { words, notes, quoted }: Printer): string {
  const text = alt === '' ? words.body.imageWithoutDescription : words.body.image(alt);
  if (!quoted) return `[${text}] ${notes.number(url)}`;
  quoted.push(`${notes.number(url)} (${text})`);
  return '';
}

function link(url: string, text: string, figure: QuoteFigure | undefined, printer: Printer): string {
  const { notes, quoted, words } = printer;
  if (isAddress(text, url)) return text;
  const says = figure && [speakerIn(figure) ?? words.quote.unknown, ...verdictsOn(figure, words)].join(', ');
  const number = notes.number(url, says);
  if (!quoted) return `${text} ${number}`;
  quoted.push(number);
  return text;
}

/** Whether what is linked is the address itself, in full. */
function isAddress(text: string, url: string): boolean {
  return /^(?:https?:\/\/|mailto:)/i.test(text) && URL.parse(text)?.href === URL.parse(url)?.href;
}

function underlined(text: string, line: string): readonly string[] {
  const lines = wrap(text, COLUMNS);
  return [...lines, line.repeat(Math.max(3, ...lines.map((one) => stringWidth(one))))];
}

function hanging(text: string, indent: string, width: number): readonly string[] {
  const [first = '', ...rest] = wrap(text, width - indent.length);
  return [first, ...rest.map((line) => `${indent}${line}`)];
}

/** A blank line between neighbours. */
function joined(sections: readonly (readonly string[])[]): readonly string[] {
  return sections.flatMap((lines, n) => (n > 0 ? ['', ...lines] : lines));
}

/** Without spaces at its end, which a mail program would take for a line that flows on. */
function endless(line: string): string {
  return line.replace(/(?<! ) +$/, '');
}
