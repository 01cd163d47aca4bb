import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { QuotidianError } from '../thread/error.ts';
import { OWN_ENDING } from './own-ending.ts';
import type { PrepareOptions } from './prepare-options.ts';
import type { ThreadLinks } from './thread-folio.ts';
import { prepareThread, type ThreadRecord } from './thread-record.ts';

/** A thread to prepare, and what the rest of the site says of it. */
export interface Job {
  readonly id: string;
  readonly links: ThreadLinks;
  /** The size of its file. */
  readonly bytes: number;
}

/** What a worker says when it is done. */
export interface Answer {
  readonly record?: ThreadRecord;
  readonly failure?:
    | { readonly message: string; readonly details: ConstructorParameters<typeof QuotidianError>[1] }
    | { readonly error: unknown };
}

/** Less is done sooner than workers start: they take about as long as this many bytes of threads. */
const LEAST_BYTES = 3_000_000;
/** More would wait for the disk, and each holds memory of its own. */
const MOST_WORKERS = 8;
/** Room for what dies young: less than Node gives by itself, so that the peak is a third lower for a tenth of the time. */
const LIMITS = { maxYoungGenerationSizeMb: 8 };

/** Prepares threads, in worker threads where there is enough to do. Fails with the first one's error. */
export async function prepareThreads(
  jobs: readonly Job[],
  options: PrepareOptions,
): Promise<readonly ThreadRecord[]> {
  const bytes = jobs.reduce((sum, job) => sum + job.bytes, 0);
  const workers = Math.min(availableParallelism(), MOST_WORKERS, jobs.length);
  if (workers > 1 && bytes >= LEAST_BYTES) return prepareInWorkers(jobs, options, workers);
  const records: ThreadRecord[] = [];
  for (const { id, links } of jobs) records.push(await prepareThread(id, links, options));
  return records;
}

/** The same, whatever there is to do. */
export async function prepareInWorkers(
  jobs: readonly Job[],
  options: PrepareOptions,
  count: number,
): Promise<readonly ThreadRecord[]> {
  const answers: Answer[] = [];
  let next = 0;
  let failed = false;
  await Promise.all(
    Array.from({ length: count }, async () => {
      const worker = startWorker(options);
      try {
        while (next < jobs.length && !failed) {
          const number = next;
          next += 1;
          const job = jobs[number];
          if (job) answers[number] = await ask(worker, job);
          if (answers[number]?.failure) failed = true;
        }
      } finally {
        await worker.terminate();
      }
    }),
  );
  return answers.map(recordOf);
}

/** Run by Node as it stands, wherever the code that starts it was loaded from; nothing else of the command line counts. */
function startWorker(options: PrepareOptions): Worker {
  return new Worker(join(import.meta.dirname, `thread-worker${OWN_ENDING}`), {
    workerData: options,
    execArgv: [],
    resourceLimits: LIMITS,
  });
}

function ask(worker: Worker, job: Job): Promise<Answer> {
  return new Promise((done) => {
    const settle = (answer: Answer) => {
      worker.off('message', settle).off('error', fail).off('exit', stop);
      done(answer);
    };
    const fail = (error: unknown) => settle({ failure: { error } });
    const stop = (code: number) =>
      fail(new Error(`A worker stopped with ${code} while it prepared the thread "${job.id}".`));
    worker.on('message', settle).on('error', fail).on('exit', stop);
    worker.postMessage(job);
  });
}

function recordOf({ record, failure }: Answer): ThreadRecord {
  if (record) return record;
  if (failure && 'details' in failure) throw new QuotidianError(failure.message, failure.details);
  throw failure?.error;
}
