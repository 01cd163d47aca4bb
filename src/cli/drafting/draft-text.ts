import { stringify } from 'yaml';
import { parseDigest } from '../../markdown/digest-syntax.ts';
import { readDigest } from '../../markdown/read-digest.ts';
import { type Evidence, gatherEvidence } from '../../quotes/evidence.ts';
import { quoteGraph } from '../../quotes/graph.ts';
import { readThread } from '../../quotes/reading.ts';
import type { EditedThread } from '../../thread/overlay.ts';
import { representation } from '../checking/representation.ts';
import { counted } from '../counted.ts';
import { type DraftPassage, draftPassages } from './passages.ts';
import { quoteBlock } from './quote-block.ts';
import { threadNotes } from './thread-notes.ts';

/** More than an editor keeps, fewer than tire. */
const MOST_PASSAGES = 12;

/** A digest to begin from. */
export interface Draft {
  readonly text: string;
  readonly quotes: number;
}

/**
 * A digest on these threads: its frontmatter, what is known of the threads in a comment that no page prints, and
 * passages as block quotes, each of which the quote engine finds verbatim and rightly attributed.
 */
export function draftOf(threads: readonly EditedThread[], title: string, date: string): Draft {
  const readings = threads.map(({ thread }) => readThread(thread));
  const evidence = gatherEvidence(readings);
  const each = Math.max(2, Math.ceil(MOST_PASSAGES / readings.length));
  const sections = readings.map((reading) => {
    const { thread } = reading;
    const said = evidence.posts.filter((post) => post.thread === thread.id);
    const notes = threadNotes(reading, representation(said, [], [], new Map([[thread.id, thread]])));
    const passages = draftPassages(reading, quoteGraph(reading), each);
    return { notes, blocks: passages.flatMap((passage) => blockOf(passage, thread.id, evidence)) };
  });
  const head = frontmatter(threads, title, date);
  const body = sections.map(({ notes, blocks }) => [comment(notes), ...blocks].join('\n\n')).join('\n\n');
  const withheld = threads.flatMap(({ redactions }) => redactions);
  mustStand(`${body}\n`, evidence, withheld);
  return { text: `${head}\n${body}\n`, quotes: sections.reduce((sum, { blocks }) => sum + blocks.length, 0) };
}

function frontmatter(threads: readonly EditedThread[], title: string, date: string): string {
  const ids = threads.map(({ thread }) => thread.id);
  const data = stringify({ title, date, threads: ids, tags: [], draft: true }, { lineWidth: 0 });
  return `---\n${data}# summary: One or two sentences that say why this was worth hearing.\n---\n`;
}

function blockOf(passage: DraftPassage, thread: string, evidence: Evidence): readonly string[] {
  const post = evidence.find(thread, passage.post);
  const block = post && quoteBlock(post, passage, evidence);
  if (!block) return [];
  const why = [
    ...(passage.quoted > 0 ? [`quoted ${times(passage.quoted)}`] : []),
    ...(passage.answered > 0 ? [`answered by ${counted(passage.answered, 'post')}`] : []),
  ];
  return [`${comment([`${thread}#${passage.post}: ${why.join(', ')}`])}\n\n${block}`];
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

/** `-->` and `--!>` end a comment; nobody's words may. */
function comment(lines: readonly string[]): string {
  const safe = lines.map((line) => line.replaceAll('--', '–'));
  return safe.length === 1 ? `<!-- ${safe[0]} -->` : `<!--\n${safe.join('\n')}\n-->`;
}

/** A draft that `check` finds fault with is a defect, and is not written. */
function mustStand(body: string, evidence: Evidence, withheld: readonly string[]): void {
  const { quotes, problems } = readDigest(parseDigest(body), evidence, withheld);
  const wrong = quotes.find(({ fidelity, misattributed }) => fidelity !== 'verbatim' || misattributed);
  if (wrong || problems[0])
    throw new Error(`A draft would be found fault with: ${problems[0]?.message ?? wrong?.text}`);
}
