import type { Root } from 'mdast';
export function parsePlain(plain: string, _flowed?: 'flowed' | 'delsp'): Root {
  return { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: plain }] }] };
}
