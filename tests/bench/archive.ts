import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, openAsBlob, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importers } from '../../src/importers/index.ts';
import { quoteGraph } from '../../src/quotes/graph.ts';
import { readThread } from '../../src/quotes/reading.ts';
import { generateMbox } from './generate.ts';
import type { Measurement } from './measure.ts';

const MESSAGES_PER_THREAD = 40;
const SIZES = [25_000, 50_000, 100_000] as const;
/** MHonArc is measured on the smallest archive: it takes a page for every message. */
const PEER_SIZE = SIZES[0];

/**
 * A mailing list's archive from mailbox to traced quotes, and beside it, where it is installed, the Debian package
 * mhonarc, which turns the same mailbox into HTML without tracing a quote.
 */
export async function measureArchive(): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'quotidian-archive-'));
  try {
    const measurements: Measurement[] = [];
    let before: number | undefined;
    for (const size of SIZES) {
      const mailbox = join(folder, `${size}.mbox`);
      writeFileSync(mailbox, generateMbox(1, size / MESSAGES_PER_THREAD, MESSAGES_PER_THREAD));
      const { seconds, quotes, traced } = await traceMailbox(mailbox);
      const growth =
        before === undefined ? '' : `, ${(seconds / before).toFixed(2)} × the time of half as many`;
      const peer = size === PEER_SIZE ? beside(seconds, mailbox, join(folder, 'pages')) : '';
      measurements.push({
        what: 'archive of mail, traced',
        amount: `${size} messages, ${quotes} quotes, ${traced} traced`,
        result: `${seconds.toFixed(1)} s, ${Math.round(size / seconds)} messages/s${growth}${peer}`,
      });
      before = seconds;
    }
    return measurements;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function traceMailbox(mailbox: string) {
  const mail = importers.find(({ name }) => name === 'mail');
  if (!mail) throw new Error('There is no importer of mail.');
  const started = performance.now();
  let [quotes, traced] = [0, 0];
  for await (const thread of mail.parse(new Map([['list.mbox', await openAsBlob(mailbox)]]), {
    warn: () => {},
  })) {
    const graph = quoteGraph(readThread(thread));
    quotes += graph.quotes.length;
    traced += graph.quotes.filter(({ source }) => source !== null).length;
  }
  return { seconds: (performance.now() - started) / 1000, quotes, traced };
}

function beside(seconds: number, mailbox: string, pages: string): string {
  mkdirSync(pages);
  const started = performance.now();
  const { error, status } = spawnSync('mhonarc', ['-quiet', '-outdir', pages, mailbox], { stdio: 'ignore' });
  if (error || status !== 0) return '; mhonarc is not installed, or failed';
  const theirs = (performance.now() - started) / 1000;
  return `; mhonarc ${theirs.toFixed(1)} s, ${(theirs / seconds).toFixed(1)} × ours`;
}
