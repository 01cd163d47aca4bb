import { Worker } from 'node:worker_threads';
import type { TrimOptions } from '../../src/bodies/trim.ts';
import type { Body } from '../../src/thread/schema.ts';

/** A reader in a thread of its own: what takes longer than the limit gives `null`. */
export function timedReader(name: string, limit: number) {
  let worker: Worker | null = null;
  return {
    async read(body: Body, options: TrimOptions): Promise<string | null> {
      worker ??= new Worker(new URL('./reply-worker.ts', import.meta.url), { workerData: name });
      const answer = await answerOf(worker, { body, options }, limit);
      if (answer === LATE) {
        await worker.terminate();
        worker = null;
        return null;
      }
      return answer;
    },
    close: async () => {
      await worker?.terminate();
    },
  };
}

const LATE = Symbol('late');

function answerOf(worker: Worker, question: unknown, limit: number): Promise<string | null | typeof LATE> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(LATE), limit);
    worker.once('message', (answer: string | null) => {
      clearTimeout(timer);
      worker.off('error', reject);
      resolve(answer);
    });
    worker.once('error', reject);
    worker.postMessage(question);
  });
}
