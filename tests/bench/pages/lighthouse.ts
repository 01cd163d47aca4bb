import { createServer } from 'node:net';
import type { Browser } from 'playwright-core';
import { pageFunctions } from 'lighthouse/core/lib/page-functions.js';
import lighthouse, { desktopConfig, type Flags, type Result } from 'lighthouse';
import { openBrowser } from '../../site/browser.ts';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export const DEVICES = ['mobile', 'desktop'] as const;
/** A slower run is the machine's doing, a faster one chance. */
const RUNS = 3;
/** On a busy machine it misses the start of a page now and then, and asks to be run again. */
const ATTEMPTS = 3;

export interface Audited {
  readonly device: (typeof DEVICES)[number];
  readonly path: string;
  /** 0 to 100 for each of the categories, the median of the runs. */
  readonly scores: readonly number[];
  /** Largest Contentful Paint in ms, Cumulative Layout Shift, Total Blocking Time in ms: medians too. */
  readonly paint: number;
  readonly shift: number;
  readonly blocking: number;
  /** How fast this machine was, by Lighthouse's own measure, and how many times slower the phone was taken to be. */
  readonly speed: number;
  readonly slowdown: number;
  /** `best-practices: errors-in-console (0.5)`: what took points in any run. */
  readonly wanting: readonly string[];
}

/** What Lighthouse says of pages of a served site, on a slow phone and on a desktop, as it throttles them itself. */
export async function audit(origin: string, paths: readonly string[]): Promise<readonly Audited[]> {
  const port = await freePort();
  const browser = await openBrowser([`--remote-debugging-port=${port}`]);
  try {
    const audited: Audited[] = [];
    for (const path of paths) {
      for (const device of DEVICES) {
        process.stderr.write(`Lighthouse: ${path}, ${device} …\n`);
        const results: Result[] = [];
        for (let run = 0; run < RUNS; run += 1) {
          const slowdown = device === 'mobile' ? slowdownToPhone(await speedOf(browser)) : 1;
          results.push(await resultOf(`${origin}${path}`, device, slowdown, port));
        }
        audited.push(summary(path, device, results));
      }
    }
    return audited;
  } finally {
    await browser.close();
  }
}

/** Lighthouse's benchmark index: about 1,000 on a laptop of 2020, 3,000 on a new one. */
async function speedOf(browser: Browser): Promise<number> {
  const page = await browser.newPage();
  const index = await page.evaluate(pageFunctions.computeBenchmarkIndex);
  await page.close();
  return index;
}

/**
 * What makes a machine of that index as slow as the phone that Lighthouse means, after the calculator that its
 * docs/throttling.md names: 2000 is divided by 6, 1300 by 3, 800 by 2, 150 is left as it is. The fixed 4 of its
 * preset holds for about 1500.
 */
function slowdownToPhone(index: number): number {
  if (index >= 1300) return 3 + (index - 1300) / 233;
  if (index >= 800) return 2 + (index - 800) / 500;
  return Math.max(1, 1 + (index - 150) / 650);
}

async function resultOf(
  address: string,
  device: Audited['device'],
  cpuSlowdownMultiplier: number,
  port: number,
): Promise<Result> {
  const flags: Flags = {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: [...CATEGORIES],
    // Scores need none, and a long thread's is more than a browser can draw.
    disableFullPageScreenshot: true,
    throttling: { cpuSlowdownMultiplier },
  };
  let said = 'no result';
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const run = await lighthouse(address, flags, device === 'desktop' ? desktopConfig : undefined);
    if (run && !run.lhr.runtimeError) return run.lhr;
    said = run?.lhr.runtimeError?.message ?? said;
  }
  throw new Error(`Lighthouse could not read ${address}: ${said}`);
}

function summary(path: string, device: Audited['device'], results: readonly Result[]): Audited {
  const middle = (value: (result: Result) => number) => {
    const sorted = results.map(value).toSorted((one, other) => one - other);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  };
  const measured = (id: string) => middle(({ audits }) => audits[id]?.numericValue ?? Number.NaN);
  return {
    path,
    device,
    scores: CATEGORIES.map((category) =>
      Math.round(100 * middle(({ categories }) => categories[category]?.score ?? 0)),
    ),
    paint: measured('largest-contentful-paint'),
    shift: measured('cumulative-layout-shift'),
    blocking: measured('total-blocking-time'),
    speed: middle(({ environment }) => environment.benchmarkIndex),
    slowdown: middle(({ configSettings }) => configSettings.throttling.cpuSlowdownMultiplier),
    wanting: [...new Set(results.flatMap(wantingIn))],
  };
}

function wantingIn({ audits, categories }: Result): readonly string[] {
  return CATEGORIES.flatMap((category) =>
    (categories[category]?.auditRefs ?? [])
      .filter(({ weight }) => weight > 0)
      .map(({ id }) => ({ id, score: audits[id]?.score ?? null }))
      // `null` where the audit does not apply, or is for a person to judge.
      .filter(({ score }) => score !== null && score < 1)
      .map(({ id, score }) => `${category}: ${id} (${score})`),
  );
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
