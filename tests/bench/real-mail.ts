import { existsSync, openAsBlob, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { importers } from '../../src/importers/index.ts';
import { heard, watchFor } from '../../src/quotes/elsewhere.ts';
import { quoteGraph } from '../../src/quotes/graph.ts';
import { orphansOf } from '../../src/quotes/orphans.ts';
import type { Quote } from '../../src/quotes/quote.ts';
import { readThread, type ThreadReading } from '../../src/quotes/reading.ts';

/** A quote in real mail. */
export interface RealQuote {
  readonly file: string;
  readonly quote: Quote;
  readonly reading: ThreadReading;
  /** Whether the mail that it answers is in the file, so that there was something to find. */
  readonly hasParent: boolean;
}

/** Every quote of the mailboxes below a folder; none where it is absent. */
export async function readRealMail(folder: string): Promise<readonly RealQuote[]> {
  const mail = importers.find(({ name }) => name === 'mail');
  if (!mail || !existsSync(folder)) return [];
  const found: RealQuote[] = [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /mbox/.test(file.replace(/^.*\//, '')),
  );
  for (const file of files.toSorted()) {
    const readings: ThreadReading[] = [];
    const blob = await openAsBlob(join(folder, file));
    for await (const thread of mail.parse(new Map([[file, blob]]), { warn: () => {} }))
      readings.push(readThread(thread));
    found.push(...quotesOf(file, readings));
  }
  return found;
}

function quotesOf(file: string, readings: readonly ThreadReading[]): readonly RealQuote[] {
  const graphs = readings.map((reading) => ({ reading, graph: quoteGraph(reading) }));
  const orphans = graphs.flatMap(({ reading, graph }) => orphansOf(reading, graph));
  const watch = watchFor(orphans);
  for (const { reading, graph } of graphs) watch.look(heard(reading, graph));
  const traced = watch.found();
  const elsewhere = new Map(orphans.map(({ quote }, number) => [quote, traced.get(number)]));
  return graphs.flatMap(({ reading, graph }) =>
    graph.quotes.map((quote): RealQuote => {
      const parent = reading.byId.get(reading.byId.get(quote.post)?.post.parent ?? '');
      const hasParent = parent !== undefined && parent.post.state === undefined;
      return { file, quote: { ...quote, ...elsewhere.get(quote) }, reading, hasParent };
    }),
  );
}

/** Prints how many quotes there are, by fidelity, and how many have no source though the mail they answer is there. */
export function printRealMail(quotes: readonly RealQuote[]): void {
  if (quotes.length === 0) return;
  const withParent = quotes.filter(({ hasParent }) => hasParent);
  const row = (what: string, those: readonly RealQuote[]) => {
    const counts = FIDELITIES.map(
      (fidelity) => those.filter(({ quote }) => quote.fidelity === fidelity).length,
    );
    console.log(`| ${[what, those.length, ...counts].join(' | ')} |`);
  };
  console.log('\n### Real mail\n');
  console.log(`| quotes | in all | ${FIDELITIES.join(' | ')} |`);
  console.log(`| --- |${' ---: |'.repeat(FIDELITIES.length + 1)}`);
  row('all', quotes);
  row('whose parent is in the file', withParent);
  const flagged = quotes.filter(({ quote }) => quote.misattributed !== undefined);
  console.log(`\nMisattributed: ${flagged.length}.`);
}

const FIDELITIES = ['verbatim', 'abridged', 'altered', 'unsourced', 'external'] as const;
