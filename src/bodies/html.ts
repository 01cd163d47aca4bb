import type { Root } from 'mdast';
import { flowOf } from './html/flow.ts';
import { parseNodes } from './html/parse.ts';

/**
 * An HTML body as mdast: no `html` nodes, http, https and mailto addresses only, quotes marked by `data.quote`, what
 * may run or load gone. Attributions stand in their quote's data, not in the text. Time and memory are linear in the
 * input. Never throws.
 */
export function parseHtml(html: string): Root {
  return { type: 'root', children: flowOf(parseNodes(html)) };
}
