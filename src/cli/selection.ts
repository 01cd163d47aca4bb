import { usageError } from './command.ts';
import type { Selection } from './read-threads.ts';

/** The options by which part of a many-thread export is taken. */
export const SELECTION_OPTIONS = {
  as: { type: 'string', value: 'FORMAT', help: 'Read as this format, whatever the files look like' },
  select: {
    type: 'string',
    multiple: true,
    value: 'WORDS',
    help: 'Take the threads with this id, or these words in the subject; may be repeated',
  },
  'min-posts': { type: 'string', value: 'N', help: 'Take the threads of at least N posts' },
} as const;

interface SelectionValues {
  readonly select?: readonly string[];
  readonly 'min-posts'?: string;
}

/** The selection that the options ask for, of no more than `most` threads. */
export function selectionFrom(values: SelectionValues, most: number, command: string): Selection {
  return { words: values.select ?? [], minPosts: minPosts(values['min-posts'], command), most };
}

function minPosts(text: string | undefined, command: string): number {
  if (text === undefined) return 0;
  if (!/^\d{1,9}$/.test(text)) throw usageError(`--min-posts wants a whole number, not “${text}”.`, command);
  return Number(text);
}
