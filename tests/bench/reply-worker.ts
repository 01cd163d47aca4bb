import { parentPort, workerData } from 'node:worker_threads';
import type { TrimOptions } from '../../src/bodies/trim.ts';
import type { Body } from '../../src/thread/schema.ts';
import { READERS } from './reply-readers.ts';

// Reads bodies with the reader that `workerData` names, so that one that never ends can be ended from outside.
const reader = READERS.find(({ name }) => name === workerData);
parentPort?.on('message', ({ body, options }: { body: Body; options: TrimOptions }) => {
  parentPort?.postMessage(reader?.read(body, options) ?? null);
});
