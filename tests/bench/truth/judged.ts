import { heard, watchFor } from '../../../src/quotes/elsewhere.ts';
import { quoteGraph } from '../../../src/quotes/graph.ts';
import { normalForm } from '../../../src/quotes/normal.ts';
import { orphansOf } from '../../../src/quotes/orphans.ts';
import type { Quote } from '../../../src/quotes/quote.ts';
import { readThread, type ThreadReading } from '../../../src/quotes/reading.ts';
import { chanceOf } from './chance.ts';
import { KINDS } from './kinds.ts';
import { type Expected, openStage, type Said } from './stage.ts';

/** What the engine said of a quote, held against what is right. */
export interface Judged {
  readonly expected: Expected;
  readonly quote: Quote | undefined;
  /** Traced to the right post, and to a passage in it that meets the right one. */
  readonly isRight: boolean;
  /** Traced to a post or a passage that it was not taken from. */
  readonly isWrong: boolean;
  /** Called verbatim though the passage says something else. */
  readonly isFalselyVerbatim: boolean;
}

/** Each kind is played so often in each of the two threads. */
const ROUNDS = 16;

/** Judges every quote of two generated threads, of which the newer one quotes the older one too. */
export function judgeAll(seed: number): readonly Judged[] {
  const chance = chanceOf(seed);
  const expected: Expected[] = [];
  const older: Said[] = [];
  const readings = ['older', 'newer'].map((id) => {
    const { stage, said, close } = openStage(id, chance, id === 'older' ? [] : older);
    for (let round = 0; round < ROUNDS; round += 1)
      for (const kind of KINDS) expected.push(...kind.play(stage, kind.name));
    if (id === 'older') older.push(...said);
    return readThread(close());
  });
  const byPost = Map.groupBy(trace(readings), ({ thread, quote }) => `${thread}#${quote.post}`);
  const wordsOf = new Map(readings.map((reading) => [reading.thread.id, reading.byId]));
  const passage = ({ source }: Quote) => {
    const text = source && wordsOf.get(source.thread)?.get(source.post)?.own.text;
    return text?.slice(source?.start, source?.end) ?? '';
  };
  return expected.map((one) => {
    const quote = byPost.get(`${one.thread}#${one.post}`)?.[one.at]?.quote;
    const isRight = quote !== undefined && isFrom(quote, one, passage(quote));
    return {
      expected: one,
      quote,
      isRight,
      isWrong: quote?.source != null && !isRight,
      isFalselyVerbatim: quote?.fidelity === 'verbatim' && normal(passage(quote)) !== normal(quote.text),
    };
  });
}

function normal(text: string): string {
  return normalForm(text).text;
}

/** The passage and the words that were quoted overlap where one holds the beginning or the end of the other. */
function isFrom({ source }: Quote, { source: right }: Expected, passage: string): boolean {
  if (!source || !right || source.thread !== right.said.thread || source.post !== right.said.id) return false;
  const [own, found, taken] = [normal(right.said.own), normal(passage), normal(right.words)];
  const from = own.indexOf(taken);
  const at = own.indexOf(found);
  return found !== '' && at < from + taken.length && from < at + found.length;
}

interface Traced {
  readonly thread: string;
  readonly quote: Quote;
}

/** Every quote of the threads in document order; what its own thread does not hold is looked for in the others. */
function trace(readings: readonly ThreadReading[]): readonly Traced[] {
  const graphs = readings.map((reading) => ({ reading, graph: quoteGraph(reading) }));
  const orphans = graphs.flatMap(({ reading, graph }) => orphansOf(reading, graph));
  const watch = watchFor(orphans);
  for (const { reading, graph } of graphs) watch.look(heard(reading, graph));
  const found = watch.found();
  const elsewhere = new Map(orphans.map(({ quote }, number) => [quote, found.get(number)]));
  return graphs.flatMap(({ reading, graph }) =>
    graph.quotes.map((quote) => ({
      thread: reading.thread.id,
      quote: { ...quote, ...elsewhere.get(quote) },
    })),
  );
}
