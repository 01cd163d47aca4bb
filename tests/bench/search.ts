import { spawn } from 'node:child_process';
import { cpSync, readdirSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openBrowser } from '../site/browser.ts';
import { serve } from '../pages/serve.ts';
import { build, FAST, POSTS, writeProject } from './build.ts';
import type { Measurement } from './measure.ts';
import type { Indexed } from './search-worker.ts';

/** Words that nearly every post holds, so that no query reads more of the index. */
const QUERY = 'ferry lantern';
const MEGABYTE = 1_000_000;

/** What the search index of so many threads costs to make, to make again after one edit, and to ask. */
export async function measureSearch(threads: number): Promise<Measurement[]> {
  const project = await mkdtemp(join(FAST, 'quotidian-bench-'));
  try {
    await writeProject(project, threads);
    const first = await index(project);
    const file = join(project, 'content/threads/generated-7.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace('ferry', 'dinghy'));
    const edited = await index(project);
    const asked = await ask(project);
    const amount = `${threads} threads × ${POSTS} posts`;
    return [
      { what: 'search index', amount, result: inWords(first) },
      { what: 'search index, size', amount, result: sizeOf(join(project, 'dist/pagefind')) },
      { what: 'search index, one thread edited', amount, result: inWords(edited) },
      ...asked.map(([what, result]) => ({ what, amount, result })),
    ];
  } finally {
    await rm(project, { recursive: true, force: true });
  }
}

/** In processes of its own: what the threads take to prepare is no part of it. */
async function index(project: string): Promise<Indexed> {
  await run(project, 'prepare');
  return run(project, 'index');
}

async function run(project: string, step: 'prepare' | 'index'): Promise<Indexed> {
  const worker = spawn(process.execPath, [join(import.meta.dirname, 'search-worker.ts'), project, step], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  worker.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const code = await new Promise((done) => worker.on('close', done));
  if (code !== 0) throw new Error(`The step ${step} ended with ${code}.`);
  return JSON.parse(output) as Indexed;
}

function inWords({ seconds, processorSeconds, made, shards, node, pagefind }: Indexed): string {
  const memory = `Node at most ${Math.round(node)} MB, Pagefind ${Math.round(pagefind)} MB`;
  return `${made} of ${shards} shards, ${seconds.toFixed(1)} s (processor ${processorSeconds.toFixed(1)} s), ${memory}`;
}

function sizeOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .filter((file) => file.isFile());
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return `${(bytes / MEGABYTE).toFixed(1)} MB in ${files.length} files`;
}

/** Asks in a browser, on the page of a site that has no thread of its own and this index. */
async function ask(indexed: string): Promise<[string, string][]> {
  const project = await mkdtemp(join(FAST, 'quotidian-bench-'));
  const browser = await openBrowser();
  try {
    await mkdir(project, { recursive: true });
    await writeProject(project, 0);
    await build(project);
    cpSync(join(indexed, 'dist/pagefind'), join(project, 'dist/pagefind'), { recursive: true });
    const served = await serve(join(project, 'dist'));
    const page = await browser.newPage();
    let requests = 0;
    let bytes = 0;
    page.on('requestfinished', async (request) => {
      requests += 1;
      bytes += (await request.sizes()).responseBodySize;
    });
    const spent = () => `${requests} requests, ${Math.round(bytes / 1000)} kB`;
    await page.goto(`${served.origin}/search/`, { waitUntil: 'networkidle' });
    const opened = spent();
    const start = performance.now();
    await page.locator('#search-words').fill(QUERY);
    await page.locator('.hit').first().waitFor();
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    await page.waitForLoadState('networkidle');
    const status = await page.locator('[role=status]').textContent();
    const first = `${spent()}, ${seconds} s: ${status}`;
    served.close();
    return [
      ['search page opened', opened],
      [`first query, “${QUERY}”, page included`, first],
    ];
  } finally {
    await browser.close();
    await rm(project, { recursive: true, force: true });
  }
}
