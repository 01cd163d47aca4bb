import { copiedPosts } from '../copied-posts.ts';
import type { Grammar, Mark } from './grammar.ts';
import { isBlank, markLines, withoutPageWords } from './mark-lines.ts';
import { PAGE } from './page-words.ts';
import { speakerNamed } from './speaker.ts';

/** The page of an issue on GitHub: `name commented on Mar 3, 2026`, the words below; `@name` and the role stand around. */
export const github: Grammar = {
  name: 'github',
  label: 'GitHub page',
  marks,
  read: (lines) => copiedPosts(lines, marks(lines)),
};

function marks(lines: readonly string[]): readonly Mark[] {
  const named = markLines(
    lines,
    (line, n) => headerIn(line) ?? belowHeader(lines, n) ?? aboveHeader(lines, n),
  );
  return withoutPageWords(lines, named, (line) => (PAGE_WORDS.test(line.trim()) ? PAGE : null));
}

// `ines-k commented on Mar 3, 2026 • `, `ines-k opened this issue on Mar 3, 2026`, `ines-k left a comment (quay/tide#3)`
const HEADER =
  /^\s{0,8}#{0,6} {0,2}@?([A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\[bot\])?) (?:commented|replied|left a comment)(?: \([^()]{1,80}\))?((?: on \p{L}{3,9} \d{1,2}, \d{4}| (?:\d{1,3}|an?) (?:minute|hour|day|week|month|year)s? ago| yesterday| last (?:week|month|year))?)(?:\s{0,4}[•·]\s{0,4}(?:edited)?(?: by \S{1,60})?)?\s{0,4}$/u;
// `• edited`, `Contributor`, `Author`, `More actions`, below a header; `Tip` is what a gist calls an author
const BELOW =
  /^(?:Contributor|Member|Author|Owner|Collaborator|Tip|More actions|Copy link|Last edited by \S{1,60}|[•·]?\s?edited|[•·]|Loading)$/;
const PAGE_WORDS =
  /^(?:@[A-Za-z0-9-]{1,39}|Author|Owner|Contributor|Member|Collaborator|Sorry, something went wrong\.|All reactions|Reply to this comment|(?:👍|👎|😄|🎉|😕|❤️|🚀|👀) {0,2}\d{1,5}|\d{1,5} replies?)$/u;
const LONGEST_HEADER = 240;
const MOST_BELOW = 4;

function headerIn(line: string): Mark | null {
  if (line.length > LONGEST_HEADER) return null;
  const match = HEADER.exec(line);
  if (!match) return null;
  const [, written = '', when = ''] = match;
  const speaker = speakerNamed(written);
  const bot = written.endsWith('[bot]');
  const time = when.trim();
  return (
    speaker && {
      letter: 'h',
      shape: 'name commented',
      speaker: { ...speaker, ...(bot && { bot }), key: written.toLowerCase() },
      text: '',
      ...(time !== '' && { time }),
    }
  );
}

/** `@ines-k`, the name of the picture above a header, and the role between the two. */
function aboveHeader(lines: readonly string[], n: number): Mark | null {
  const line = (lines[n] ?? '').trim().slice(0, LONGEST_HEADER);
  const at = BELOW.test(line) ? n - 1 : n;
  const name = (lines[at] ?? '').trim().slice(0, LONGEST_HEADER);
  if (!name.startsWith('@')) return null;
  const header = [n + 1, n + 2].map((below) => headerIn(lines[below] ?? '')).find((found) => found !== null);
  return header?.speaker?.key === name.slice(1).toLowerCase() ? { letter: 'p' } : null;
}

/** The role, the mark of an edit and the button right below a header. */
function belowHeader(lines: readonly string[], n: number): Mark | null {
  if (!BELOW.test((lines[n] ?? '').trim())) return null;
  for (let at = n - 1; at >= 0 && at >= n - MOST_BELOW; at -= 1) {
    const line = lines[at] ?? '';
    if (headerIn(line)) return { letter: 'p' };
    if (!isBlank(line) && !BELOW.test(line.trim())) return null;
  }
  return null;
}
