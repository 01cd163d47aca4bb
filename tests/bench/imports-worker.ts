import { readFileSync } from 'node:fs';
import { importers } from '../../src/importers/index.ts';
import { openExport } from '../../src/cli/exports.ts';

/** What one import took. For the floor, `posts` is the number of JSON texts read. */
export interface Imported {
  readonly posts: number;
  readonly seconds: number;
  /** The greatest resident memory of the process, in bytes. */
  readonly peak: number;
}

const [folder = '', name = ''] = process.argv.slice(2);
const start = performance.now();
const posts = name === 'floor' ? await readAsJson() : await readAsThreads();
const result: Imported = {
  posts,
  seconds: (performance.now() - start) / 1000,
  peak: process.resourceUsage().maxRSS * 1024,
};
console.log(JSON.stringify(result));

async function readAsThreads(): Promise<number> {
  const importer = importers.find((one) => one.name === name);
  const { files } = await openExport(folder);
  if (!(await importer?.detect(files))) throw new Error(`${name} does not claim its own export.`);
  const options = { warn: () => undefined, consent: 'They were made up.' };
  let count = 0;
  for await (const thread of importer?.parse(files, options) ?? []) count += thread.posts.length;
  return count;
}

/** Every file as one JSON text, or, where it is none, every line. */
async function readAsJson(): Promise<number> {
  const { files } = await openExport(folder);
  let count = 0;
  for (const path of files.keys()) count += textsIn(readFileSync(`${folder}/${path}`, 'utf8'));
  return count;
}

function textsIn(text: string): number {
  if (isJson(text)) return 1;
  return text.split('\n').filter((line) => line.startsWith('{') && isJson(line)).length;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
