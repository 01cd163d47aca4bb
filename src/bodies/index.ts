import type { Root } from 'mdast';
import type { Body } from '../thread/schema.ts';
import { parseHtml } from './html.ts';
import { parseMarkdown } from './markdown.ts';
import { parsePlain } from './plain.ts';

/** A post's body as mdast: no `html` nodes, only safe addresses, quotes marked by `data.quote`. Never throws. */
export function parseBody(body: Body): Root {
  if ('html' in body) return parseHtml(body.html);
  if ('markdown' in body) return parseMarkdown(body.markdown, body.flavour);
  return parsePlain(body.plain, body.flowed);
}
