import { hashedId } from '../../thread/ids.ts';
import { maskMailAddresses } from '../../thread/mail-address.ts';
import type { Attachment, Person, Post } from '../../thread/schema.ts';
import type { Warning } from '../importer.ts';
import type { Copied, Mark, Speaker } from './grammars/grammar.ts';
import { titleFrom } from './title.ts';

/**
 * The posts of a copy whose lines are marked: one for each header, with the words below it. Authors are as the copy
 * states them. A post's id is made of who says what, so a longer copy keeps it. A time without day and zone is no
 * instant: the order of the copy is kept, and a warning says so. Mail addresses are masked.
 */
export function copiedPosts(lines: readonly string[], marks: readonly Mark[]): Copied {
  const entries = entriesOf(lines, marks);
  const ids = entryIds(entries);
  const idAt = new Map(entries.map(({ line }, n) => [line, ids[n] ?? '']));
  const posts = entries.map((entry, n) => toPost(entry, ids[n] ?? '', idAt));
  return {
    title: posts.find(({ subject }) => subject)?.subject ?? titleFrom(entries[0]?.text ?? ''),
    people: peopleOf(entries),
    posts,
    warnings: [...warningsOf(lines, marks, entries, posts)],
  };
}

interface Entry {
  /** Of its header, from 0. */
  readonly line: number;
  readonly header: Mark;
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

function entriesOf(lines: readonly string[], marks: readonly Mark[]): readonly Entry[] {
  const starts = marks.flatMap(({ letter }, n) => (letter === 'h' ? [n] : []));
  return starts.map((start, n) => {
    const header = marks[start] ?? { letter: 'h' };
    const words: string[] = [header.text ?? ''];
    const attachments: Attachment[] = header.attachment ? [header.attachment] : [];
    for (let at = start + 1; at < (starts[n + 1] ?? lines.length); at += 1) {
      const mark = marks[at];
      if (mark?.attachment) attachments.push(mark.attachment);
      if (mark?.letter === '.') words.push('');
      if (mark?.letter === 't') words.push(mark.text ?? lines[at] ?? '');
    }
    const text = words.join('\n').replace(BLANK_START, '').trimEnd();
    return { line: start, header, text: maskMailAddresses(text), attachments };
  });
}

// Blank lines, but not the indentation of the first line that is none.
const BLANK_START = /^(?:[^\S\n]*\n)+/;

function entryIds(entries: readonly Entry[]): readonly string[] {
  const met = new Map<string, number>();
  return entries.map(({ header, text, attachments }) => {
    const said = [
      header.speaker?.key ?? '',
      text.replace(/\s+/g, ' '),
      ...attachments.map(({ type }) => type),
    ];
    const words = said.join('\n');
    const ordinal = (met.get(words) ?? 0) + 1;
    met.set(words, ordinal);
    return hashedId(ordinal === 1 ? words : `${words}\n${ordinal}`);
  });
}

function toPost({ header, text, attachments }: Entry, id: string, idAt: ReadonlyMap<number, string>): Post {
  const { speaker, published, subject, state, answers } = header;
  return {
    id,
    author: speaker ? hashedId(speaker.key) : null,
    parent: answers === undefined ? null : (idAt.get(answers) ?? null),
    ...(state && { state }),
    ...(published !== undefined && { published }),
    ...(subject && { subject }),
    body: { plain: text },
    ...(attachments.length > 0 && { attachments }),
  };
}

/** A handle may be any word, `__proto__` too: the keys are hashes. */
function peopleOf(entries: readonly Entry[]): Readonly<Record<string, Person>> {
  const speakers = new Map<string, Speaker>();
  for (const { header } of entries)
    if (header.speaker && !speakers.has(header.speaker.key)) speakers.set(header.speaker.key, header.speaker);
  return Object.fromEntries([...speakers].map(([key, speaker]) => [hashedId(key), toPerson(speaker)]));
}

function toPerson({ handle, name, bot }: Speaker): Person {
  return { handle, ...(name !== undefined && { name }), ...(bot && { bot }) };
}

function* warningsOf(
  lines: readonly string[],
  marks: readonly Mark[],
  entries: readonly Entry[],
  posts: readonly Post[],
): Generator<Warning> {
  const undated = entries.filter(({ header }) => header.published === undefined);
  if (undated.length > 0) yield { code: 'no-date', message: undatedInWords(undated, entries.length) };
  const nameless = posts.filter(({ author, state }) => author === null && state === undefined);
  if (nameless.length > 0)
    yield {
      code: 'unknown-author',
      message: `${nameless.length} of ${posts.length} posts ${nameless.length === 1 ? 'has' : 'have'} no known author: ${listed(nameless.map(({ id }) => id))}.`,
    };
  const answers = numbersOf(marks, 'r');
  const lost = answersLost(marks);
  if (lost.length > 0)
    yield {
      code: 'unknown-parent',
      message: `The copy names what is answered in ${inLines(lost)}, but no one post of it is that. ${lost.length === 1 ? 'That post has' : 'Those posts have'} no known parent.`,
    };
  if (answers.length > 0)
    yield {
      code: 'left-out',
      message: `What is answered stands before the answer in ${inLines(answers)} and is not kept twice.`,
    };
  const page = numbersOf(marks, 'n');
  if (page.length > 0)
    yield { code: 'left-out', message: `Words of the page itself were left out: ${inLines(page)}.` };
  const unread = numbersOf(marks, '?');
  if (unread.length > 0)
    yield {
      code: 'not-understood',
      message: `Nobody can be told to have said ${inLines(unread)}, so ${unread.length === 1 ? 'it was' : 'they were'} left out${unread[0] === firstFilled(lines) ? ', what stands above the first post among it' : ''}.`,
    };
}

function undatedInWords(undated: readonly Entry[], all: number): string {
  const times = undated.flatMap(({ header }) => (header.time === undefined ? [] : [header.time]));
  const [first] = times;
  const some = `${undated.length} of ${all} posts ${undated.length === 1 ? 'has' : 'have'}`;
  const last = times.at(-1);
  if (first === undefined || last === undefined)
    return `${some} no date in the copy. They stand in its order.`;
  const span = times.length === 1 ? `“${first}”` : `from “${first}” to “${last}”`;
  return `The copy writes times (${span}) that lack the day or the zone, so ${some} no date. They stand in its order.`;
}

function numbersOf(marks: readonly Mark[], letter: Mark['letter']): readonly number[] {
  return marks.flatMap((mark, n) => (mark.letter === letter ? [n] : []));
}

/** The first lines of what is answered where the header below names no post. */
function answersLost(marks: readonly Mark[]): readonly number[] {
  const lost: number[] = [];
  let pending: number | null = null;
  for (const [n, { letter, answers }] of marks.entries()) {
    if (letter === 'r') pending ??= n;
    if (letter !== 'h') continue;
    if (pending !== null && answers === undefined) lost.push(pending);
    pending = null;
  }
  return lost;
}

function firstFilled(lines: readonly string[]): number {
  return lines.findIndex((line) => line.trim() !== '');
}

const MOST_LISTED = 100;

function listed(items: readonly (string | number)[]): string {
  const rest = items.length - MOST_LISTED;
  return items.slice(0, MOST_LISTED).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

/** Line numbers from 1: `line 4`, `lines 4, 7, 9`. */
function inLines(numbers: readonly number[]): string {
  return `${numbers.length === 1 ? 'line' : 'lines'} ${listed(numbers.map((n) => n + 1))}`;
}
