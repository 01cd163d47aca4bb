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
  'i-have-consent': {
    type: 'string',
    value: 'BASIS',
    help: 'Read what was said in a closed place; say on what basis, it is kept in the thread',
  },
} as const;

interface SelectionValues {
  readonly select?: readonly string[];
  readonly 'min-posts'?: string;
  readonly 'i-have-consent'?: string;
}

/** The selection that the options ask for, of no more than `most` threads. */
export function selectionFrom(values: SelectionValues, most: number, command: string): Selection {
  const consent = values['i-have-consent'];
  return {
    words: values.select ?? [],
    minPosts: minPosts(values['min-posts'], command),
    most,
    ...(consent === undefined ? {} : { consent: basis(consent, command) }),
  };
}

function basis(text: string, command: string): string {
  if (text.trim()) return text.trim();
  throw usageError('--i-have-consent wants the basis, as in "all ten were asked on 3 March".', command);
}

function minPosts(text: string | undefined, command: string): number {
  if (text === undefined) return 0;
  if (!/^\d{1,9}$/.test(text)) throw usageError(`--min-posts wants a whole number, not “${text}”.`, command);
  return Number(text);
}
