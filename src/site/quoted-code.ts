import type { Blockquote, Code } from 'mdast';
import type { Quote } from '../quotes/quote.ts';
import type { ThreadReading } from '../quotes/reading.ts';

/** What may stand before the first quoted word of a line of code: its indentation, and the mark of a patch. */
const LINE_START = /^[+-]?\s*$/;

/**
 * The lines of a code block that a quote repeats word for word, as the source has them: mail programs take the
 * indentation off, and a single line of a patch looks like prose. `undefined` where the source is no code, where the
 * quote takes only a part of a line, and where it shows code already.
 */
export function quotedCode(
  { source, fidelity }: Quote,
  node: Blockquote,
  { byId }: ThreadReading,
): Code | undefined {
  if (!source || fidelity !== 'verbatim' || node.children.some(({ type }) => type !== 'paragraph'))
    return undefined;
  const leaf = byId
    .get(source.post)
    ?.own.leaves.find(({ start, end }) => start <= source.start && source.end <= end);
  if (leaf?.node.type !== 'code') return undefined;
  const { value, lang, meta } = leaf.node;
  const [start, end] = [source.start - leaf.start, source.end - leaf.start];
  const from = value.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = value.indexOf('\n', end);
  const to = lineEnd < 0 ? value.length : lineEnd;
  if (!LINE_START.test(value.slice(from, start)) || value.slice(end, to).trim() !== '') return undefined;
  return { type: 'code', value: value.slice(from, to), ...(lang ? { lang } : {}), ...(meta ? { meta } : {}) };
}
