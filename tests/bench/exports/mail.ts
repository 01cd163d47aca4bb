import { generateMbox } from '../generate.ts';

/** Bytes of a generated message and posts of a generated thread. */
const MESSAGE = 975;
const THREAD = 40;

/** A mailbox of many threads, of about so many bytes. */
export function exportOf(bytes: number): ReadonlyMap<string, Blob> {
  return new Map([['list.mbox', new Blob([generateMbox(1, Math.ceil(bytes / MESSAGE / THREAD), THREAD)])]]);
}
