import type { Element, ElementContent, Properties } from 'hast';

type Child = ElementContent | string | false | null | undefined;

/** An element; strings become text, and what is absent is left out. */
export function element(
  tagName: string,
  properties: Properties = {},
  ...children: readonly Child[]
): Element {
  return { type: 'element', tagName, properties, children: children.flatMap(toNode) };
}

/** Text for the ear only. */
export function unseen(text: string): Element {
  return element('span', { className: ['visually-hidden'] }, text);
}

function toNode(child: Child): ElementContent[] {
  if (!child) return [];
  return [typeof child === 'string' ? { type: 'text', value: child } : child];
}
