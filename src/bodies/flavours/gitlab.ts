import type { Flavour } from './flavour.ts';
import { github } from './github.ts';

/** GitLab Flavored Markdown: GitHub's, and quotes of several lines between two lines of `>>>`. */
export const gitlab: Flavour = {
  read: (body) => github.read(withLineMarks(body)),
  conventions: github.conventions,
};

/** `>>>` */
const QUOTE_FENCE = /^(>{3,}) *$/;
/** ```` ```sh ````, `~~~` */
const CODE_FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** The body with a mark before each line of its fenced quotes. A fence that nothing closes is none. */
function withLineMarks(body: string): string {
  if (!body.includes('>>>')) return body;
  const lines = body.split(/\r\n|\n|\r/);
  const lastOf = new Map(lines.flatMap((line, n) => [[QUOTE_FENCE.exec(line)?.[1], n] as const]));
  const marked: string[] = [];
  let quote: string | undefined;
  let code: string | undefined;
  for (const [n, line] of lines.entries()) {
    const fence = code === undefined ? QUOTE_FENCE.exec(line)?.[1] : undefined;
    const opens = quote === undefined && fence !== undefined && (lastOf.get(fence) ?? 0) > n;
    if (opens || (fence !== undefined && fence === quote)) {
      quote = opens ? fence : undefined;
      marked.push('');
      continue;
    }
    const run = CODE_FENCE.exec(line)?.[1];
    if (code === undefined) code = run;
    else if (run?.startsWith(code) && line.trim() === run) code = undefined;
    marked.push(quote === undefined ? line : `> ${line}`);
  }
  return marked.join('\n');
}
