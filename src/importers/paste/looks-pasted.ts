import { vote } from './vote.ts';

const SAMPLE = 256 * 1024;

/**
 * Whether a file looks like the copied text of a thread: called `.txt`, `.text`, `.md`, `.log` or without an extension,
 * neither a mailbox, JSON, mark-up nor binary, and with lines that a grammar understands, or two of them equally well.
 * Looks at the first 256 KiB.
 */
export async function looksPasted(path: string, blob: Blob): Promise<boolean> {
  if (!TEXT_NAME.test(path)) return false;
  const text = (await blob.slice(0, SAMPLE).text()).replace(/^\uFEFF/, '');
  const lines = text.split(/\r\n?|\n/);
  if (blob.size > SAMPLE) lines.pop();
  const first = lines.find((line) => line.trim() !== '') ?? '';
  if (text.includes('\0') || OTHER.some((form) => form.test(first))) return false;
  const { winner, tied } = vote(lines);
  return winner !== null || tied.length > 0;
}

// `thread.txt`, `copies/thread`, `.text`, `#quay.2026-03-03.log`
const TEXT_NAME = /(?:^|\/)(?:[^./]*|[^/]*\.(?:txt|text|md|log|weechatlog))$/i;
const OTHER = [
  // `{"posts":`, `[{`, `["`, `[1,`; but not `[10:32] <ines>`
  /^\s*(?:\{|\[\s*(?:[[{"\]]|\d+\s*(?:[,\]]|$)|$))/,
  // `<!doctype html>`, `<?xml`, `<rss`; but not `<ines> words`
  /^\s*<(?:[!?]|[a-z][a-z0-9:-]*(?: [a-z:-]+=|\s*\/?>\s*(?:<|$)))/i,
  // `From ines@quay.example Tue Mar  3 08:12:00 2026`, as an mbox begins
  /^From \S{1,320} .{0,40}\d\d:\d\d:\d\d.{0,40} \d{4}/,
];
