import { quoteGraph } from '../../src/quotes/graph.ts';
import { readThread } from '../../src/quotes/reading.ts';
import { generateThread } from './generate.ts';
import { type Measurement, median } from './measure.ts';

const SIZES = [5_000, 10_000, 20_000] as const;

/** How fast quotes find their sources, and whether a thread of twice the length takes about twice the time. */
export async function measureAnchoring(): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  let before: number | undefined;
  for (const size of SIZES) {
    const thread = generateThread(1, size);
    const reading = readThread(thread);
    const read = await median(() => readThread(thread));
    const anchored = await median(() => quoteGraph(reading));
    const { quotes } = quoteGraph(reading);
    const traced = quotes.filter(({ source }) => source).length;
    const ratio =
      before === undefined ? '' : `, ${(anchored / before).toFixed(2)} × the time of half as many`;
    measurements.push({
      what: 'anchor quotes',
      amount: `${size} posts, ${quotes.length} quotes, ${traced} traced`,
      result: `${Math.round(anchored)} ms, ${Math.round(size / (anchored / 1000))} posts/s${ratio}; parsing ${Math.round(read)} ms`,
    });
    before = anchored;
  }
  return measurements;
}
