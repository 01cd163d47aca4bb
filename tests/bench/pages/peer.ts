import type { ThreadMail } from './thread-mail.ts';

/** A page of a thread as other software shows it. */
export interface Peer {
  readonly name: string;
  /** Where the thread is opened. */
  readonly address: string;
  /** The link that a reader without script follows from there towards the last post, until it is on the page. */
  readonly onward: string;
  close(): void;
}

/** Serves that thread from within a folder of its own; `null` where the software is not installed. */
export type PeerServer = (mail: ThreadMail, folder: string) => Promise<Peer | null>;
