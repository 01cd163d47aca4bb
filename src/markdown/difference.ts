import type { Element } from 'hast';
import {
  type Change,
  changedSentences,
  type ChangedSentence,
  changesIn,
  type SentenceContext,
} from '../quotes/changes.ts';
import type { Edit } from '../quotes/quote.ts';
import { element } from './hast.ts';

/** The texts of what a quote changed. */
export interface DifferenceWords {
  readonly difference: string;
  /** Stand before the sentence as it was said, and as it is quoted. */
  readonly removed: string;
  readonly added: string;
  readonly replaced: (said: string, quoted: string) => string;
  readonly leftOut: (said: string) => string;
  readonly putIn: (quoted: string) => string;
}

/** More changes than these are shown by their sentences alone. */
const MOST_LISTED = 12;
const NO_CONTEXT: SentenceContext = { before: '', after: '' };

/** What a quote changed: each change in words, then each changed sentence as it was said and as it is quoted. */
export function difference(
  edits: readonly Edit[],
  context: SentenceContext = NO_CONTEXT,
  words: DifferenceWords,
): Element {
  const changes = changesIn(edits);
  const sentences = changedSentences(edits, context);
  const listed = changes.length > MOST_LISTED ? [] : changes;
  return element(
    'details',
    { className: ['difference'] },
    element('summary', {}, words.difference),
    listed.length > 0 &&
      element('ul', {}, ...listed.map((change) => element('li', {}, inWords(change, words)))),
    ...sentences.map((sentence) => compared(sentence, words)),
  );
}

function inWords({ said, quoted }: Change, words: DifferenceWords): string {
  if (quoted === '') return words.leftOut(said);
  return said === '' ? words.putIn(quoted) : words.replaced(said, quoted);
}

function compared({ said, quoted, before, after }: ChangedSentence, words: DifferenceWords): Element {
  return element(
    'dl',
    {},
    element('dt', {}, words.removed),
    element('dd', { dir: 'auto' }, around(before), ...said.map(printed), around(after)),
    element('dt', {}, words.added),
    element('dd', { dir: 'auto' }, ...quoted.map(printed)),
  );
}

/** Words beside those quoted. */
function around(text: string): Element | null {
  return text === '' ? null : element('span', { className: ['context'] }, text);
}

function printed({ kind, text }: Edit): Element | string {
  if (kind === 'same') return text;
  return element(kind === 'removed' ? 'del' : 'ins', {}, text);
}
