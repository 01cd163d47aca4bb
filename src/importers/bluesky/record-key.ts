import { hashedId } from '../../thread/ids.ts';
import type { PostRecord } from './post-view.ts';

/** What stands for the address of a record that comes without one: made from its words and its date. */
export function recordKey({ text, createdAt }: PostRecord): string {
  return hashedId(`${createdAt ?? ''} ${text}`);
}
