import type { BlockContent, Paragraph, PhrasingContent } from 'mdast';

/**
 * Hacker News, and people everywhere: a paragraph, or lines of one, that begin with `> ` are somebody's words.
 * `>:(`, `>=` and `-> ` are not. Unmarked lines between stay own words. A paragraph without such a line comes back
 * as it is; `>>` nests, no deeper than ten.
 */
export function angleBracketQuotes(paragraph: Paragraph): BlockContent[] {
  return quotesOf(paragraph, 0);
}

const DEEPEST = 10;

function quotesOf(paragraph: Paragraph, depth: number): BlockContent[] {
  if (depth >= DEEPEST || !mayHold(paragraph)) return [paragraph];
  const blocks: BlockContent[] = [];
  let group: { marked: boolean; lines: PhrasingContent[][] } | null = null;
  const endGroup = () => {
    if (group) blocks.push(...blocksOf(group.marked, group.lines, depth));
    group = null;
  };
  for (const line of linesOf(paragraph.children)) {
    const rest = withoutMark(line);
    const marked: boolean = rest !== null;
    if (group === null || (group as { marked: boolean }).marked !== marked) {
      endGroup();
      group = { marked, lines: [] };
    }
    group.lines.push(rest ?? line);
  }
  endGroup();
  return blocks;
}

function mayHold(paragraph: Paragraph): boolean {
  return paragraph.children.some((node) => node.type === 'text' && node.value.trimStart().startsWith('>'));
}

function linesOf(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'break') lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines;
}

/** The line after its mark; `null` where it has none. */
function withoutMark(line: readonly PhrasingContent[]): PhrasingContent[] | null {
  const [first, ...rest] = line;
  if (first?.type !== 'text') return null;
  const mark = MARK.exec(first.value);
  if (!mark) return null;
  const after = first.value.slice(mark[0].length);
  if (after === '' && rest[0]?.type === 'image') return null;
  return after === '' ? rest : [{ type: 'text', value: after }, ...rest];
}

/** `> said so`, `>said so`, `>> said so`, `>` before emphasis; not `>:(` nor `>= 3`. */
const MARK = /^\s*>(?:\s+|(?=[>\p{L}\p{N}"'“‘„«(])|$)/u;

function blocksOf(marked: boolean, lines: readonly PhrasingContent[][], depth: number): BlockContent[] {
  const blocks = paragraphs(lines);
  if (!marked) return blocks;
  const children = blocks.flatMap((block) => quotesOf(block, depth + 1));
  return children.length > 0 ? [{ type: 'blockquote', data: { quote: { kind: 'reply' } }, children }] : [];
}

/** Lines as paragraphs; an empty line divides two. */
function paragraphs(lines: readonly PhrasingContent[][]): Paragraph[] {
  const made: Paragraph[] = [];
  let open: Paragraph | null = null;
  for (const line of lines) {
    if (line.length === 0) {
      open = null;
    } else if (open === null) {
      open = { type: 'paragraph', children: [...line] };
      made.push(open);
    } else {
      open.children.push({ type: 'break' }, ...line);
    }
  }
  return made;
}
