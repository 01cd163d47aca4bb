import { parentPort, workerData } from 'node:worker_threads';
import { QuotidianError } from '../thread/error.ts';
import type { PrepareOptions } from './prepare-options.ts';
import { prepareThread } from './thread-record.ts';
import type { Answer, Job } from './thread-workers.ts';

const options = workerData as PrepareOptions;

parentPort?.on('message', ({ id, links }: Job) => {
  prepareThread(id, links, options)
    .then((record): Answer => ({ record }))
    .catch((error: unknown): Answer => ({ failure: portable(error) }))
    .then((answer) => parentPort?.postMessage(answer));
});

/** An error loses its class on the way to another thread. */
function portable(error: unknown): NonNullable<Answer['failure']> {
  if (!(error instanceof QuotidianError)) return { error };
  const { message, code, place, hint } = error;
  return { message, details: { code, place, ...(hint === undefined ? {} : { hint }) } };
}
