import { generateMastodonContext } from '../generate.ts';

/** Bytes of a generated status, mark-up and account included. */
const STATUS = 1_270;

/** The context of a status, of about so many bytes. */
export function exportOf(bytes: number): ReadonlyMap<string, Blob> {
  return new Map([['context.json', new Blob([generateMastodonContext(1, Math.ceil(bytes / STATUS))])]]);
}
