import type { BlockContent, List, ListItem, PhrasingContent, Table, TableRow } from 'mdast';
import { angleBracketQuotes } from '../conventions/html/angle-bracket.ts';
import type { Claim } from '../conventions/html/convention.ts';
import { HTML_CONVENTIONS } from '../conventions/html/index.ts';
import { blockHolders, isSpoiler } from './block-holders.ts';
import {
  attribute,
  type HtmlElement,
  type HtmlNode,
  hasClass,
  isBlock,
  isElement,
  textOf,
  vanishes,
} from './nodes.ts';
import { addPhrasing } from './phrasing.ts';
import { preformatted } from './preformatted.ts';
import { isSentFrom } from '../plain/sent-from.ts';
import { Run } from './whitespace.ts';

/** The nodes as blocks of mdast: what is unknown leaves its text, what may run or load leaves nothing. */
export function flowOf(nodes: readonly HtmlNode[]): BlockContent[] {
  return flow(nodes, { holders: blockHolders(nodes), skipped: new Set(), quotes: 0 });
}

interface Context {
  readonly holders: ReadonlySet<HtmlNode>;
  /** Attributions, which stand in their quote's data. */
  readonly skipped: Set<HtmlNode>;
  /** How many quotes there are around. */
  readonly quotes: number;
}

/** Quotes nested deeper are read as part of the one that holds them. */
const DEEPEST_QUOTE = 50;

function flow(nodes: readonly HtmlNode[], context: Context): BlockContent[] {
  const blocks: BlockContent[] = [];
  const run = new Run();
  let line: PhrasingContent[] = [];
  const endLine = () => {
    run.end();
    blocks.push(...paragraphsOf(line));
    line = [];
  };
  const claims = claimsIn(nodes, context);
  for (let n = 0; n < nodes.length; n += 1) {
    const node = nodes[n];
    const claim = claims.get(n);
    if (claim) {
      endLine();
      blocks.push(...claimed(claim, context));
      n = claim.to - 1;
    } else if (node && isSeparate(node, context)) {
      endLine();
      blocks.push(...blockOf(node, context));
    } else if (node) {
      addPhrasing(node, line, run, context.skipped);
    }
  }
  endLine();
  return blocks;
}

/** Whether the node is no part of a line of text. */
function isSeparate(node: HtmlNode, { holders, skipped }: Context): node is HtmlElement {
  if (!isElement(node) || skipped.has(node) || vanishes(node)) return false;
  return isBlock(node) || isSpoiler(node) || holders.has(node);
}

function claimsIn(nodes: readonly HtmlNode[], context: Context): ReadonlyMap<number, Claim> {
  const claims = new Map<number, Claim>();
  if (context.quotes >= DEEPEST_QUOTE) return claims;
  for (let n = 0; n < nodes.length; n += 1) {
    const node = nodes[n];
    if (!isElement(node) || context.skipped.has(node)) continue;
    const claim = firstClaim(nodes, n);
    if (!claim) continue;
    claims.set(claim.from, claim);
    for (const spoken of claim.spoken ?? []) context.skipped.add(spoken);
    n = claim.to - 1;
  }
  return claims;
}

function firstClaim(nodes: readonly HtmlNode[], index: number): Claim | null {
  for (const convention of HTML_CONVENTIONS) {
    const claim = convention.claim(nodes, index);
    if (claim) return claim;
  }
  return null;
}

function claimed({ content, mark }: Claim, context: Context): BlockContent[] {
  if (content === null) return [];
  const children = flow(content, { ...context, quotes: context.quotes + 1 });
  if (children.length === 0 && !mark?.reference) return [];
  return [{ type: 'blockquote', ...(mark ? { data: { quote: mark } } : {}), children }];
}

function blockOf(node: HtmlElement, context: Context): BlockContent[] {
  if (isSignature(node)) return part(node, context);
  if (hasClass(node, 'spoiler-block')) return disclosure(node, isSpoilerHeader, context);
  if (isSpoiler(node))
    return spoiler(node.childNodes, attribute(node, 'data-mx-spoiler') || undefined, context);
  const handler = Object.hasOwn(HANDLERS, node.tagName) ? HANDLERS[node.tagName] : undefined;
  return handler ? handler(node, context) : flow(node.childNodes, context);
}

function isSignature(node: HtmlElement): boolean {
  if (SIGNATURE_CLASSES.some((name) => hasClass(node, name))) return true;
  if (SIGNATURE_IDS.has(attribute(node, 'id') ?? '')) return true;
  if (node.tagName !== 'div' && node.tagName !== 'p') return false;
  const text = textOf([node], LONGEST_SENT_FROM).trim();
  return text !== '' && text.length < LONGEST_SENT_FROM && !text.includes('\n') && isSentFrom(text);
}

const SIGNATURE_CLASSES = ['gmail_signature', 'moz-signature', 'protonmail_signature_block'];
const SIGNATURE_IDS: ReadonlySet<string> = new Set(['ms-outlook-mobile-signature', 'composer_signature']);
const LONGEST_SENT_FROM = 160;

function part(node: HtmlElement, context: Context): BlockContent[] {
  const children = flow(node.childNodes, context);
  const within = children.length === 1 && children[0]?.type === 'part';
  return within || children.length === 0 ? children : [{ type: 'part', kind: 'signature', children }];
}

function spoiler(nodes: readonly HtmlNode[], summary: string | undefined, context: Context): BlockContent[] {
  const children = flow(nodes, context);
  return children.length > 0 ? [{ type: 'spoiler', ...(summary ? { summary } : {}), children }] : [];
}

/** What one of the children heads and the others are. */
function disclosure(
  node: HtmlElement,
  heads: (child: HtmlElement) => boolean,
  context: Context,
): BlockContent[] {
  const summary = node.childNodes.find((child) => isElement(child) && heads(child));
  const text = summary ? textOf([summary], Number.POSITIVE_INFINITY).replace(/\s+/g, ' ').trim() : undefined;
  const hidden = spoiler(
    node.childNodes.filter((child) => child !== summary),
    text,
    context,
  );
  return hidden.length === 0 && summary ? flow([summary], context) : hidden;
}

function isSummary({ tagName }: HtmlElement): boolean {
  return tagName === 'summary';
}

/** Zulip: `<div class="spoiler-block"><div class="spoiler-header">…</div><div class="spoiler-content">…</div></div>` */
function isSpoilerHeader(child: HtmlElement): boolean {
  return hasClass(child, 'spoiler-header');
}

const HANDLERS: Readonly<Record<string, (node: HtmlElement, context: Context) => BlockContent[]>> = {
  details: (node, context) => disclosure(node, isSummary, context),
  h1: (node, context) => heading(node, 1, context),
  h2: (node, context) => heading(node, 2, context),
  h3: (node, context) => heading(node, 3, context),
  h4: (node, context) => heading(node, 4, context),
  h5: (node, context) => heading(node, 5, context),
  h6: (node, context) => heading(node, 6, context),
  hr: () => [{ type: 'thematicBreak' }],
  listing: (node) => [...preformatted(node)],
  ol: (node, context) => list(node, true, context),
  pre: (node) => [...preformatted(node)],
  table: (node, context) => table(node, context),
  ul: (node, context) => list(node, false, context),
  xmp: (node) => [...preformatted(node)],
};

function heading(node: HtmlElement, depth: 1 | 2 | 3 | 4 | 5 | 6, context: Context): BlockContent[] {
  if (context.holders.has(node)) return flow(node.childNodes, context);
  const children = phrasingOf(node, context);
  return children.length > 0 ? [{ type: 'heading', depth, children }] : [];
}

function phrasingOf(node: HtmlElement, context: Context): PhrasingContent[] {
  const children: PhrasingContent[] = [];
  const run = new Run();
  for (const child of node.childNodes) addPhrasing(child, children, run, context.skipped);
  run.end();
  return withoutEmptyEnds(children);
}

/** A paragraph, or none; where its lines begin with `>`, quotes. */
function paragraphsOf(line: PhrasingContent[]): BlockContent[] {
  const children = withoutEmptyEnds(line);
  if (children.length === 0) return [];
  return angleBracketQuotes({ type: 'paragraph', children });
}

function withoutEmptyEnds(line: readonly PhrasingContent[]): PhrasingContent[] {
  let from = 0;
  let to = line.length;
  while (from < to && isEmpty(line[from])) from += 1;
  while (to > from && isEmpty(line[to - 1])) to -= 1;
  // "&nbsp;" alone is how mail programs write an empty line.
  return line.slice(from, to).filter((node) => node.type !== 'text' || node.value !== '');
}

function isEmpty(node: PhrasingContent | undefined): boolean {
  return node?.type === 'break' || (node?.type === 'text' && node.value.trim() === '');
}

function list(node: HtmlElement, ordered: boolean, context: Context): BlockContent[] {
  const items: ListItem[] = [];
  for (const child of node.childNodes) {
    const item = isElement(child) && child.tagName === 'li' ? child : null;
    const checked = item ? checkedIn(item) : undefined;
    const children = flow(item ? item.childNodes : [child], context);
    const before = items.at(-1);
    if (children.length === 0) continue;
    if (!item && before) before.children.push(...children);
    else
      items.push({
        type: 'listItem',
        spread: false,
        ...(checked === undefined ? {} : { checked }),
        children,
      });
  }
  if (items.length === 0) return [];
  const start = Number(attribute(node, 'start') ?? 1);
  const made: List = { type: 'list', ordered, spread: false, children: items };
  return [ordered && Number.isSafeInteger(start) && start !== 1 ? { ...made, start } : made];
}

/** GitHub: `<li class="task-list-item"><input type="checkbox" checked> Oars`. */
function checkedIn(item: HtmlElement): boolean | undefined {
  if (!hasClass(item, 'task-list-item')) return undefined;
  const box = item.childNodes.find((child) => isElement(child) && child.tagName === 'input');
  return box && isElement(box) ? attribute(box, 'checked') !== undefined : undefined;
}

/** A table of words; one that lays out blocks, or has one column, is read as what it holds. */
function table(node: HtmlElement, context: Context): BlockContent[] {
  const rows = rowsOf(node);
  const cells = rows.map((row) =>
    row.childNodes.filter((child) => isElement(child) && (child.tagName === 'td' || child.tagName === 'th')),
  );
  const layout =
    cells.flat().some((cell) => context.holders.has(cell)) || !cells.some((row) => row.length > 1);
  if (layout) return flow(node.childNodes, context);
  const caption = node.childNodes.filter((child) => isElement(child) && child.tagName === 'caption');
  const made: Table = {
    type: 'table',
    children: cells
      .filter((row) => row.length > 0)
      .map((row): TableRow => ({
        type: 'tableRow',
        children: row.map((cell) => ({
          type: 'tableCell',
          children: isElement(cell) ? phrasingOf(cell, context) : [],
        })),
      })),
  };
  return [...flow(caption, context), made];
}

function rowsOf(node: HtmlElement): HtmlElement[] {
  return node.childNodes
    .filter((child) => isElement(child))
    .flatMap((child) =>
      child.tagName === 'tr' ? [child] : ROW_GROUPS.has(child.tagName) ? rowsOf(child) : [],
    );
}
const ROW_GROUPS: ReadonlySet<string> = new Set(['tbody', 'thead', 'tfoot']);
