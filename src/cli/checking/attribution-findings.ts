import type { DigestQuote } from '../../markdown/read-digest.ts';
import type { Evidence } from '../../quotes/evidence.ts';
import { statedAuthor } from '../../quotes/reading.ts';
import { nearest } from '../nearest.ts';
import type { FixableFinding } from './finding.ts';
import type { TextEdit } from './text-edits.ts';

/** `@petra`, `@petra@list.example` */
const HANDLE = /^@[^\s@]+(?:@[^\s@]+)?$/;

/**
 * The edit by which an attribution writes the handle of whoever said the words: where it differs in case only, or where
 * no participant bears it and it is nearest to the author's own. `null` where it is right, or only the editor can tell.
 */
export function correctedHandle(quote: DigestQuote, body: string, evidence: Evidence): TextEdit | null {
  const { attribution, post, node } = quote;
  const name = attribution?.name;
  const author = post && statedAuthor(post.reading);
  if (!name || !author || !node?.position || !HANDLE.test(name)) return null;
  const meant = handleMeant(name, author.handle, evidence);
  if (meant === null || meant === name) return null;
  const from = node.position.start.offset ?? 0;
  const written = body.slice(from, node.position.end.offset ?? 0);
  const line = written.lastIndexOf('\n') + 1;
  const at = written.indexOf(name, line);
  return at < 0 ? null : { start: from + at, end: from + at + name.length, text: meant };
}

/** What is told of a handle that is right but for its case; a wrong one is a misattribution. */
export function handleFinding(quote: DigestQuote, fix: TextEdit | null): readonly FixableFinding[] {
  if (!fix || quote.misattributed !== undefined) return [];
  return [
    {
      line: quote.line,
      severity: 'warning',
      code: 'handle',
      message: `The handle is written ${fix.text}.`,
      hint: 'Write it so; check --fix does.',
      fix: [fix],
    },
  ];
}

/** The author's handle in the form, short or full, that was written; `null` where somebody else may be meant. */
function handleMeant(written: string, handle: string, { posts }: Evidence): string | null {
  const forms = formsOf(handle);
  const same = forms.find((form) => form.toLowerCase() === written.toLowerCase());
  if (same) return same;
  const all = new Set(posts.flatMap(({ reading }) => (reading.author ? formsOf(reading.author.handle) : [])));
  const isSomebody = [...all].some((form) => form.toLowerCase() === written.toLowerCase());
  if (isSomebody) return null;
  const isFull = written.slice(1).includes('@');
  const near = nearest(
    written,
    [...all].filter((form) => form.slice(1).includes('@') === isFull),
  );
  return near !== undefined && forms.includes(near) && isOnly(near, handle, posts) ? near : null;
}

/** Whether nobody else may be called so: `@ines` is short for two people where two servers have one. */
function isOnly(form: string, handle: string, posts: Evidence['posts']): boolean {
  return posts.every(
    ({ reading }) =>
      !reading.author ||
      reading.author.handle === handle ||
      !formsOf(reading.author.handle).some((other) => other.toLowerCase() === form.toLowerCase()),
  );
}

/** `@ines@quay.example`: that and `@ines`. Handles without a sign stand behind one in attributions. */
function formsOf(handle: string): readonly string[] {
  const bare = handle.replace(/^@/, '');
  if (/\s/.test(bare) || bare === '') return [];
  const short = bare.split('@')[0] ?? bare;
  return short === bare ? [`@${bare}`] : [`@${bare}`, `@${short}`];
}
