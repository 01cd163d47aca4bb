import type { Root } from 'mdast';
export function parseHtml(html: string): Root {
  return { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: html }] }] };
}
