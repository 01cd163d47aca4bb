import type { PhrasingContent } from 'mdast';
import { safeAddress } from '../../thread/address.ts';
import { attribute, isElement, vanishes } from '../html/nodes.ts';
import { parseNodes } from '../html/parse.ts';
import { addPhrasing } from '../html/phrasing.ts';
import { Run } from '../html/whitespace.ts';

/** Nodes of a line, of which `html` ones are single tags. */
export type Inline = PhrasingContent | { readonly type: 'tag'; readonly value: string };

interface Frame {
  readonly name: string;
  readonly tag: string;
  readonly children: PhrasingContent[];
}

/** Builds what the tags of a line say and GitHub allows; other tags go and their text stays, scripts go whole. */
export function withoutTags(nodes: readonly Inline[]): PhrasingContent[] {
  const bottom: PhrasingContent[] = [];
  const frames: Frame[] = [];
  const into = () => frames.at(-1)?.children ?? bottom;
  const close = (frame: Frame | undefined) => {
    if (frame) into().push(...built(frame));
  };
  for (const node of nodes) {
    if (node.type !== 'tag') {
      into().push(node);
      continue;
    }
    const [, slash, name] = TAG.exec(node.value) ?? [];
    const known = name?.toLowerCase() ?? '';
    if (slash) {
      if (!frames.some((frame) => frame.name === known)) continue;
      while (frames.at(-1)?.name !== known) close({ ...popped(frames), name: '' });
      close(popped(frames));
    } else if (PAIRED.has(known) && frames.length < DEEPEST && !node.value.endsWith('/>')) {
      frames.push({ name: known, tag: node.value, children: [] });
    } else {
      for (const made of parseNodes(node.value)) addPhrasing(made, into(), new Run(), new Set());
    }
  }
  while (frames.length > 0) close({ ...popped(frames), name: '' });
  return bottom;
}

const DEEPEST = 30;
/** `<kbd>`, `</kbd>` */
const TAG = /^<(\/?)([A-Za-z][A-Za-z0-9-]*)/;
const PAIRED: ReadonlySet<string> = new Set(
  'a b code del em i iframe kbd s samp script strike strong style textarea title tt'.split(' '),
);
const EMPTY: Frame = { name: '', tag: '', children: [] };

function popped(frames: Frame[]): Frame {
  return frames.pop() ?? EMPTY;
}

function built({ name, tag, children }: Frame): PhrasingContent[] {
  const element = name === '' ? undefined : parseNodes(tag)[0];
  if (!element || !isElement(element)) return children;
  if (vanishes(element)) return [];
  if (name === 'a') {
    const url = safeAddress(attribute(element, 'href'));
    return url && children.length > 0 ? [{ type: 'link', url, children }] : children;
  }
  if (CODE.has(name)) {
    const value = children.map((child) => ('value' in child ? child.value : '')).join('');
    return value && children.every((child) => 'value' in child) ? [{ type: 'inlineCode', value }] : children;
  }
  const type = STYLES[name];
  return type && children.length > 0 ? [{ type, children }] : children;
}

const CODE: ReadonlySet<string> = new Set(['code', 'kbd', 'samp', 'tt']);
const STYLES: Readonly<Record<string, 'strong' | 'emphasis' | 'delete'>> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  s: 'delete',
  del: 'delete',
  strike: 'delete',
};
