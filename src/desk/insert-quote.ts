import { isMap, isSeq, parseDocument } from 'yaml';
import { parseDigest } from '../markdown/digest-syntax.ts';
import type { ParsedDigest } from '../site/digest-files.ts';

/** The digest's text with a block quote after its last one, or at its end; its frontmatter names the thread then. */
export function insertQuote(
  text: string,
  { body, data, linesBefore }: ParsedDigest,
  { markdown, thread, place }: { markdown: string; thread: string; place: 'end' | 'after last quote' },
): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const head = text.slice(0, text.length - body.length);
  const lines = body.split(/\r?\n/);
  const last = parseDigest(body).children.findLast(({ type }) => type === 'blockquote')?.position?.end.line;
  const at = place === 'end' ? undefined : last;
  const before = lines.slice(0, at).join(lineEnd).trimEnd();
  const after = at === undefined ? '' : lines.slice(at).join(lineEnd).trim();
  const parts = [before, markdown.replaceAll('\n', lineEnd), after].filter(Boolean);
  const named = data.threads.includes(thread) ? head : withThread(head, linesBefore, thread, lineEnd);
  return `${named}${lineEnd}${parts.join(lineEnd + lineEnd)}${lineEnd}`.replace(
    /(\r?\n){3,}/,
    lineEnd + lineEnd,
  );
}

/** The frontmatter, with its two rules, naming one thread more. */
function withThread(head: string, linesBefore: number, thread: string, lineEnd: string): string {
  const lines = head.split(/\r?\n/);
  const document = parseDocument(lines.slice(1, linesBefore - 1).join('\n'));
  const threads = document.get('threads');
  if (isSeq(threads)) threads.add(document.createNode(thread));
  else if (isMap(document.contents)) document.set('threads', document.createNode([thread], { flow: true }));
  const yaml = document.toString({ lineWidth: 0 }).trimEnd().replaceAll('\n', lineEnd);
  return [lines[0], yaml, ...lines.slice(linesBefore - 1)].join(lineEnd);
}
