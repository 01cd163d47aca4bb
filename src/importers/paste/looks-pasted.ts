import { leadingMentions } from './mentions.ts';

const SAMPLE = 256 * 1024;

/**
 * Whether a file looks like the copied text of a thread: called `.txt`, `.text`, `.md` or without an extension,
 * neither mail, JSON, mark-up, a table nor binary, and with two lines that begin with a mention and go on in words.
 * Looks at the first 256 KiB.
 */
export async function looksPasted(path: string, blob: Blob): Promise<boolean> {
  if (!TEXT_NAME.test(path)) return false;
  const text = (await blob.slice(0, SAMPLE).text()).replace(/^\uFEFF/, '');
  const lines = text.split(/\r\n?|\n/);
  const first = lines.find((line) => line.trim() !== '') ?? '';
  if (text.includes('\0') || OTHER.some((form) => form.test(first)) || isMail(lines) || isTable(lines))
    return false;
  return lines.filter(isReply).length >= 2;
}

// `thread.txt`, `copies/thread`, `.text`
const TEXT_NAME = /(?:^|\/)(?:[^./]*|[^/]*\.(?:txt|text|md))$/i;
const OTHER = [
  // `{"posts":`, `[{`, `["`, `[1`
  /^\s*(?:\{|\[\s*(?:[[{"\d\]]|$))/,
  // `<!doctype html>`, `<rss`
  /^\s*<[!?a-z]/i,
  // `From ines@quay.example Tue Mar  3 08:12:00 2026`, as an mbox begins
  /^From \S{1,320} .{0,40}\d\d:\d\d:\d\d.{0,40} \d{4}/,
];
// `Subject: Boats`
const MAIL_FIELD =
  /^(?:From|To|Cc|Subject|Date|Message-ID|Received|Return-Path|MIME-Version|Content-Type):\s/i;

function isMail(lines: readonly string[]): boolean {
  return lines.slice(0, 30).filter((line) => MAIL_FIELD.test(line)).length >= 3;
}

/** Three columns or more, and as many in each of the first lines. */
function isTable(lines: readonly string[]): boolean {
  const first = lines.slice(0, 5).filter((line) => line !== '');
  return [',', ';', '\t', '|'].some((separator) => {
    const columns = first.map((line) => line.split(separator).length);
    return first.length > 1 && columns.every((count) => count > 2 && count === columns[0]);
  });
}

function isReply(line: string): boolean {
  return leadingMentions(line)?.text === true;
}
