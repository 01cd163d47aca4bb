import type { Root } from 'mdast';
import { bodyText, type Leaf } from '../../bodies/text.ts';
import type { DigestQuote } from '../../markdown/read-digest.ts';
import type { FixableFinding } from './finding.ts';
import { sourceOffsets } from './source-offsets.ts';
import type { TextEdit } from './text-edits.ts';
import { mayMark, typographicEdits } from './typography.ts';

/**
 * The quotes of a digest that write marks otherwise than their source. `root` is the tree from which the quotes were
 * read, and `body` the Markdown of that tree.
 */
export function typographyFindings(
  root: Root,
  quotes: readonly DigestQuote[],
  body: string,
  severity: 'error' | 'warning' | 'ignore',
): readonly FixableFinding[] {
  if (severity === 'ignore') return [];
  const prose = bodyText(root);
  return quotes.flatMap((quote): FixableFinding[] => {
    const { post, source, fidelity, text, line } = quote;
    if (!post || !source || (fidelity !== 'verbatim' && fidelity !== 'abridged')) return [];
    const passage = post.reading.own.text.slice(source.start, source.end);
    const edits = typographicEdits({ text, fidelity, passage });
    const [first] = edits;
    if (!first) return [];
    const leaves = quote.node
      ? bodyText({ type: 'root', children: quote.node.children }).leaves
      : shifted(prose.leaves, quote.range?.start ?? 0);
    const fix = edits.flatMap((edit) => inMarkdown(edit, leaves, body) ?? []);
    const more = edits.length > 1 ? `, and ${edits.length - 1} more` : '';
    return [
      {
        line,
        severity,
        code: 'typography',
        message: `The source writes ${first.text} where the quote writes ${text.slice(first.start, first.end)}${more}.`,
        hint: 'Take over the source’s form; check --fix does.',
        ...(fix.length > 0 ? { fix } : {}),
      },
    ];
  });
}

function shifted(leaves: readonly Leaf[], by: number): readonly Leaf[] {
  return leaves.map(({ node, start, end }) => ({ node, start: start - by, end: end - by }));
}

/** The edit in the digest's Markdown; `null` where the marks do not stand there by themselves. */
function inMarkdown({ start, end, text }: TextEdit, leaves: readonly Leaf[], body: string): TextEdit | null {
  const leaf = leaves.find((one) => one.start <= start && end <= one.end);
  const from = leaf?.node.position?.start.offset;
  if (leaf?.node.type !== 'text' || from === undefined) return null;
  const offsets = sourceOffsets(leaf.node.value, body.slice(from, leaf.node.position?.end.offset));
  const [first, last] = [offsets?.starts[start - leaf.start], offsets?.ends[end - leaf.start - 1]];
  if (first === undefined || last === undefined) return null;
  const edit = { start: from + first, end: from + last, text };
  const line = body.lastIndexOf('\n', edit.start - 1) + 1;
  return mayMark(edit, body.slice(line, edit.start)) ? null : edit;
}
