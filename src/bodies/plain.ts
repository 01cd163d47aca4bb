import type { Root } from 'mdast';
import { segment } from './plain/segments.ts';
import { treeOf } from './plain/tree.ts';

/**
 * A plain-text body as mdast: mail, news, pasted text. Quotes become nested `blockquote` nodes with `data.quote`,
 * signatures and footers `part` nodes, patches and preformatted text `code` nodes. `flowed` is RFC 3676's
 * format=flowed, `delsp` the same with DelSp=yes. Never throws; linear in the length of the text.
 */
export function parsePlain(plain: string, flowed?: 'flowed' | 'delsp'): Root {
  return treeOf(segment(plain, { stuffed: flowed !== undefined }), flowed);
}
