import type { Blockquote, Paragraph, PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { withoutDirective } from './without-directive.ts';

/** Whom a digest's quote names, in its last line. */
export interface AttributionLine {
  /** The line without its dash. */
  readonly text: string;
  /** `@petra`, `Jane Doe` */
  readonly name?: string;
  /** `[](#r8t2vn)`, `[](ferry-rfc#r8t2vn)` */
  readonly post?: { readonly thread?: string; readonly post: string };
  /** `[LWN](https://…)` */
  readonly url?: string;
}

/** `— @petra` */
const OPENS = /^[ \t]*(?:—|―|–|--)[ \t]+/;

/**
 * Takes the attribution off a block quote: its last line, where that begins with a dash and a space. The quote
 * keeps the rest; the tree is changed.
 */
export function takeAttribution(quote: Blockquote): AttributionLine | null {
  const last = quote.children.at(-1);
  if (last?.type !== 'paragraph') return null;
  const line = splitLine(last);
  if (!line) return null;
  if (last.children.length === 0) quote.children.pop();
  return readLine(line);
}

function splitLine(paragraph: Paragraph): readonly PhrasingContent[] | null {
  for (let n = paragraph.children.length - 1; n >= 0; n -= 1) {
    const child = paragraph.children[n];
    if (child?.type === 'break') return null;
    if (child?.type !== 'text') continue;
    const lineStart = child.value.lastIndexOf('\n') + 1;
    const opening = OPENS.exec(child.value.slice(lineStart));
    const startsLine = opening && (lineStart > 0 || isLineStart(paragraph, n));
    if (!startsLine) {
      if (child.value.includes('\n')) return null;
      continue;
    }
    const before = child.value.slice(0, Math.max(0, lineStart - 1));
    const after = child.value.slice(lineStart + opening[0].length);
    const line: PhrasingContent[] = [{ ...child, value: after }, ...paragraph.children.slice(n + 1)];
    paragraph.children.splice(
      n,
      paragraph.children.length - n,
      ...(before ? [{ ...child, value: before }] : []),
    );
    if (paragraph.children.at(-1)?.type === 'break') paragraph.children.pop();
    return line;
  }
  return null;
}

function isLineStart(paragraph: Paragraph, n: number): boolean {
  return n === 0 || paragraph.children[n - 1]?.type === 'break';
}

function readLine(line: readonly PhrasingContent[]): AttributionLine {
  const link = line.find((node) => node.type === 'link');
  const text = line
    .map((node) => textOf(node))
    .join('')
    .trim();
  const beforeLink = line.slice(0, link ? line.indexOf(link) : line.length);
  const before = beforeLink
    .map((node) => textOf(node))
    .join('')
    .replace(/(?<![\s,:;(])[\s,:;(]+$/, '')
    .trim();
  const post = link && postOf(link.url);
  const linked = link && !/^https?:/i.test(link.url) ? textOf(link) : '';
  const name = nameIn(before) || nameIn(linked);
  return {
    text,
    ...(name ? { name } : {}),
    ...(post ? { post } : {}),
    ...(link && /^https?:/i.test(link.url) ? { url: link.url } : {}),
  };
}

/** `Jane Doe, editor` names Jane Doe. */
function nameIn(text: string): string {
  return (text.split(/[,(]/)[0] ?? '').trim();
}

/** `#r8t2vn`, `ferry-rfc#r8t2vn` */
const POST = /^([a-z0-9-]*)#([A-Za-z0-9_-]+)$/;
/** `https://notes.example/threads/ferry-rfc/2/#r8t2vn--17-90`: as a quote that is copied from this site says it. */
const POST_ON_SITE = /\/threads\/([a-z0-9-]+)\/(?:\d+\/)?#([A-Za-z0-9_-]+)$/;
/** `--17-90`: a passage of the post. */
const PASSAGE = /--\d+-\d+$/;

function postOf(url: string): AttributionLine['post'] {
  const [, thread, post] =
    POST.exec(url) ?? POST_ON_SITE.exec(withoutDirective(url).replace(PASSAGE, '')) ?? [];
  return post ? { ...(thread ? { thread } : {}), post } : undefined;
}
