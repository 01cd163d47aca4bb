import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/** How issues are spoken of, and where they stand. */
export interface IssueLinks {
  /** What says that an issue should be looked up, in the text's language: `see issue 12` of `12`. */
  readonly see: (issue: string) => string;
  /** `undefined` where there is no such issue. */
  readonly hrefOf: (issue: number) => string | undefined;
}

/** Turns “see issue 12” in the editor's own prose into a link, where there is that issue. The tree is changed. */
export function linkIssues(root: Root, { see, hrefOf }: IssueLinks): void {
  const mention = mentionPattern(see);
  visitProse(root, (node, index, parent) => {
    const pieces = linked(node.value, mention, hrefOf);
    if (pieces.length === 1) return undefined;
    (parent as Parents & { children: Nodes[] }).children.splice(index, 1, ...pieces);
    return index + pieces.length;
  });
}

/** The issues that the editor's own prose speaks of, whether there are such issues or not. */
export function issueMentions(root: Root, see: IssueLinks['see']): readonly number[] {
  const mention = mentionPattern(see);
  const found = new Set<number>();
  visitProse(root, ({ value }) => {
    for (const [, , , number] of value.matchAll(mention)) found.add(Number(number));
    return undefined;
  });
  return [...found];
}

/** Others' words, code, headings and what is a link already are left alone. */
const NOT_PROSE = new Set(['blockquote', 'heading', 'link', 'linkReference', 'passage']);

function visitProse(
  root: Root,
  each: (node: { readonly value: string }, index: number, parent: Parents) => number | undefined,
): void {
  visit(root, (node, index, parent) => {
    if (NOT_PROSE.has(node.type)) return SKIP;
    if (node.type !== 'text' || !parent || index === undefined) return undefined;
    const next = each(node, index, parent);
    return next === undefined ? undefined : [SKIP, next];
  });
}

/** `See issue 12` and not `issue #12`, `see issue 12.3`, `see issue 1200000`: groups are the lead, the link, the number. */
function mentionPattern(see: IssueLinks['see']): RegExp {
  const [first = '', ...rest] = see('0').split(' ');
  const words = rest.map((word) => (word === '0' ? '([1-9]\\d{0,4})' : word));
  const lead = `[${first.charAt(0).toLowerCase()}${first.charAt(0).toUpperCase()}]${first.slice(1)}`;
  return new RegExp(
    `(?<![\\p{L}\\p{N}_])(${lead}\\s)(${words.join('\\s')})(?![\\p{L}\\p{N}_]|[.,:/-]\\d)`,
    'gu',
  );
}

function linked(text: string, mention: RegExp, hrefOf: IssueLinks['hrefOf']): readonly PhrasingContent[] {
  const pieces: PhrasingContent[] = [];
  let at = 0;
  for (const { index, 1: lead = '', 2: shown = '', 3: number } of text.matchAll(mention)) {
    const url = hrefOf(Number(number));
    if (url === undefined) continue;
    pieces.push({ type: 'text', value: text.slice(at, index + lead.length) });
    pieces.push({ type: 'link', url, children: [{ type: 'text', value: shown }] });
    at = index + lead.length + shown.length;
  }
  if (at < text.length || pieces.length === 0) pieces.push({ type: 'text', value: text.slice(at) });
  return pieces;
}
