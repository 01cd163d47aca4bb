import { displayName } from '../../thread/display-name.ts';
import type { Person } from '../../thread/schema.ts';
import { nameOf } from '../quote-figures.ts';

/**
 * How a person is told from others of the same name, across threads: `Ines Kovar (@ines@quay.example)`, or the name
 * alone where the platform knows no other.
 */
export function personLabel(person: Person): string {
  const name = nameOf(person);
  const handle = displayName(person.handle);
  return handle === name || handle === '' ? name : `${name} (${handle})`;
}
