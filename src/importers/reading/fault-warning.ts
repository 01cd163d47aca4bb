import type { Warning } from '../importer.ts';

/** A warning without its post and file, which whoever warns adds. */
type Told = Pick<Warning, 'code' | 'message'>;

/** What is told of an entry that could not be read. `named` begins the sentence: `A message`; `fault` is of `faultText`. */
export function unreadableEntry(named: string, fault: string): Told {
  return { code: 'unreadable-post', message: `${named} could not be read and was left out. ${fault}.` };
}

/** What is told of an entry that was read but for a part of it. `whole` stands within the sentence: `the story`. */
export function unreadableField(fault: string, whole = 'the post'): Told {
  return { code: 'unreadable-field', message: `A part of ${whole} was left out. ${fault}.` };
}

/** `messages[3]: content: expected string; id: …`: the faults of an entry and where it stands, without a full stop. */
export function faultText(faults: readonly string[], place?: string): string {
  return `${place === undefined ? '' : `${place}: `}${faults.join('; ')}`;
}
