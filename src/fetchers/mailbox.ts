import type { ExportFiles } from '../importers/importer.ts';
import { strangeAnswer } from './faults.ts';
import type { Ask } from './fetcher.ts';

/** A packed mailbox. Throws `QuotidianError` where the server answers something else, such as a page that asks who one is. */
export async function mailboxFrom(url: string, ask: Ask): Promise<ExportFiles> {
  const answer = await ask(url, { accept: 'application/gzip, application/mbox;q=0.9, */*;q=0.1' });
  const start = new Uint8Array(await answer.content.slice(0, MBOX_START.length).arrayBuffer());
  if (start[0] === GZIP[0] && start[1] === GZIP[1]) return new Map([['thread.mbox.gz', answer.content]]);
  if (new TextDecoder().decode(start) === MBOX_START) return new Map([['thread.mbox', answer.content]]);
  throw strangeAnswer(answer.url, 'is no mailbox');
}

const GZIP = [0x1f, 0x8b];
const MBOX_START = 'From ';
