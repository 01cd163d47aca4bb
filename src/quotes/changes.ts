import type { Edit } from './quote.ts';
import type { Stretch } from './stretches.ts';
import { countWords } from './words.ts';

/** Words that a quote says instead of others; either may be empty. */
export interface Change {
  readonly said: string;
  readonly quoted: string;
}

/** What of a passage's first and last sentence stands outside the passage. */
export interface SentenceContext {
  readonly before: string;
  readonly after: string;
}

/** A sentence in which a quote changed something: as it was said, with what the quote has not of it, and as it is quoted. */
export interface ChangedSentence extends SentenceContext {
  readonly said: readonly Edit[];
  readonly quoted: readonly Edit[];
}

/** What a word diff changes, in order; changes with nothing but white space between them are one. */
export function changesIn(edits: readonly Edit[]): readonly Change[] {
  return changes(edits, (text) => text.trim() === '');
}

/** How many words a quote changed that the quote it was taken from, given by its own word diff, had not changed. */
export function wordsChanged(edits: readonly Edit[], before: readonly Edit[] = []): number {
  const single = (all: readonly Edit[]) => changes(all, () => false);
  const known = new Set(single(before).map(({ said, quoted }) => `${said}\n${quoted}`));
  return single(edits)
    .filter(({ said, quoted }) => !known.has(`${said}\n${quoted}`))
    .reduce((sum, { said, quoted }) => sum + Math.max(countWords(said), countWords(quoted)), 0);
}

/** `bridges` tells of unchanged text whether what stands on either side of it is one change. */
function changes(edits: readonly Edit[], bridges: (text: string) => boolean): readonly Change[] {
  const found: { said: string; quoted: string }[] = [];
  let open: { said: string; quoted: string } | undefined;
  let gap = '';
  for (const { kind, text } of edits) {
    if (kind === 'same') {
      if (!bridges(text)) open = undefined;
      gap = open ? gap + text : '';
      continue;
    }
    if (!open) {
      open = { said: '', quoted: '' };
      found.push(open);
    }
    open.said += gap + (kind === 'removed' ? text : '');
    open.quoted += gap + (kind === 'added' ? text : '');
    gap = '';
  }
  return found
    .map(({ said, quoted }) => ({ said: said.trim(), quoted: quoted.trim() }))
    .filter(({ said, quoted }) => said !== quoted);
}

/** `. `, `?” `, `…) ` */
const SENTENCE_ENDS = /(?<=[.!?…。！？]["'”’»)\]]{0,4})\s+|\n/;

/** The sentences of a word diff that differ, each whole on either side; `context` belongs to the first and the last. */
export function changedSentences(
  edits: readonly Edit[],
  context: SentenceContext,
): readonly ChangedSentence[] {
  const sentences: Edit[][] = [[]];
  for (const { kind, text } of edits) {
    const pieces = kind === 'same' ? text.split(SENTENCE_ENDS) : [text];
    for (const [n, piece] of pieces.entries()) {
      if (n > 0) sentences.push([]);
      if (piece !== '') sentences.at(-1)?.push({ kind, text: piece });
    }
  }
  return sentences.flatMap((sentence, n): ChangedSentence[] => {
    if (!sentence.some(({ kind, text }) => kind !== 'same' && text.trim() !== '')) return [];
    return [
      {
        said: sentence.filter(({ kind }) => kind !== 'added'),
        quoted: sentence.filter(({ kind }) => kind !== 'removed'),
        before: n === 0 ? context.before : '',
        after: n === sentences.length - 1 ? context.after : '',
      },
    ];
  });
}

/** A sentence that runs on and on is cut. */
const LONGEST_CONTEXT = 240;

/** What stands around a passage in the sentences that it begins and ends in. */
export function sentenceContext(text: string, { start, end }: Stretch): SentenceContext {
  const from = Math.max(0, start - LONGEST_CONTEXT);
  const before = text.slice(from, start).split(SENTENCE_ENDS);
  const lead = before.at(-1) ?? '';
  const isCutBefore = before.length === 1 && from > 0;
  // Whether the passage ends its sentence is told by its last characters.
  const tail = text.slice(Math.max(start, end - CLOSING), end);
  const following = `${tail}${text.slice(end, end + LONGEST_CONTEXT)}`;
  const stop = [...following.matchAll(EVERY_SENTENCE_END)].find(
    (match) => match.index + match[0].length > tail.length,
  );
  const after = following.slice(tail.length, stop?.index);
  const isCutAfter = !stop && end + LONGEST_CONTEXT < text.length;
  return {
    before: isCutBefore ? `… ${lead.slice(lead.indexOf(' ') + 1)}` : lead,
    after: isCutAfter ? `${after.slice(0, after.lastIndexOf(' '))} …` : after,
  };
}

/** A sentence's last mark and what may close behind it. */
const CLOSING = 5;
const EVERY_SENTENCE_END = new RegExp(SENTENCE_ENDS, 'g');
