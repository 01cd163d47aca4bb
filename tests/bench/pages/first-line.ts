import type { Readable } from 'node:stream';
import { createInterface } from 'node:readline';

/** What a server says first, which is where it listens; empty where it ends without a word. */
export async function firstLine(stream: Readable): Promise<string> {
  for await (const line of createInterface({ input: stream })) {
    // The rest is let go, so that the server never waits for somebody to read it.
    stream.resume();
    return line;
  }
  return '';
}
