import { isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { QuotidianError } from '../thread/error.ts';

/** What is wrong with the value of a YAML text, with the line of the first fault. */
export function schemaError(
  error: z.ZodError,
  { text, file, code, hint }: { text: string; file: string; code: string; hint: string },
): QuotidianError {
  const [issue] = error.issues;
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const line = lineOf([...(issue?.path ?? []), ...unknown], text);
  return new QuotidianError(z.prettifyError(error), { code, place: { file, line }, hint });
}

/** The line of the innermost part of the path that the text holds; 1 where it holds none. */
export function lineOf(path: readonly PropertyKey[], text: string): number {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lineCounter.linePos(node.range[0]).line;
  }
  return 1;
}
