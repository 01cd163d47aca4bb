import type { Nodes } from 'mdast';

/** A tree as indented lines, for expectations that a person reads. */
export function outline(node: Nodes, indent = ''): string {
  const { type } = node;
  const facts = Object.entries(node)
    .filter(([key]) => !['type', 'children', 'position', 'data', 'spread'].includes(key))
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => (key === 'value' ? JSON.stringify(value) : `${key}=${JSON.stringify(value)}`));
  const data = 'data' in node && node.data ? [JSON.stringify(node.data)] : [];
  const line = `${indent}${[type, ...facts, ...data].join(' ')}\n`;
  return (
    line + ('children' in node ? node.children.map((child) => outline(child, `${indent}  `)).join('') : '')
  );
}
