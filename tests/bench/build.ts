import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { linkPackages } from '../pages/project.ts';
import { generateThread } from './generate.ts';
import type { Measurement } from './measure.ts';

const THREADS = 1000;
export const POSTS = 30;
const ROOT = resolve(import.meta.dirname, '../..');
/** In memory where there is such a place, so that the disk is not what is measured. */
export const FAST = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** How long a site takes to build, and to build again when nothing changed. */
export async function measureBuild(): Promise<Measurement[]> {
  const project = await mkdtemp(join(FAST, 'quotidian-bench-'));
  try {
    await writeProject(project, THREADS);
    const first = await build(project);
    const second = await build(project);
    const amount = `${THREADS} threads × ${POSTS} posts`;
    return [
      { what: 'build', amount, result: inWords(first) },
      { what: 'build, nothing changed', amount, result: inWords(second) },
    ];
  } finally {
    await rm(project, { recursive: true, force: true });
  }
}

/** The generator as it is here, with so many threads. */
export async function writeProject(project: string, count: number): Promise<void> {
  for (const name of ['src', 'astro.config.mjs', 'package.json', 'tsconfig.json', 'public'])
    if (existsSync(join(ROOT, name))) await cp(join(ROOT, name), join(project, name), { recursive: true });
  await linkPackages(project);
  const threads = join(project, 'content/threads');
  await mkdir(threads, { recursive: true });
  await mkdir(join(project, 'content/digests'));
  await writeFile(join(project, 'content/site.yaml'), 'title: Bench\nurl: https://quay.example\n');
  for (let seed = 1; seed <= count; seed += 1) {
    const thread = generateThread(seed, POSTS);
    await writeFile(join(threads, `${thread.id}.json`), `${JSON.stringify(thread, null, 2)}\n`);
  }
}

interface Built {
  readonly seconds: number;
  /** The most memory that the largest of the processes held. */
  readonly megabytes: number;
}

export async function build(project: string): Promise<Built> {
  const astro = join(project, 'node_modules/astro/bin/astro.mjs');
  const script = `
    process.on('exit', () => process.send({ kilobytes: process.resourceUsage().maxRSS }));
    process.argv = [process.argv[0], ${JSON.stringify(astro)}, 'build', '--silent'];
    await import(${JSON.stringify(astro)});
  `;
  const start = performance.now();
  const child = spawn(process.execPath, ['--preserve-symlinks', '--input-type=module', '-e', script], {
    cwd: project,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let kilobytes = 0;
  child.on('message', (message: { kilobytes: number }) => {
    kilobytes = message.kilobytes;
  });
  const code = await new Promise((done) => child.on('close', done));
  if (code !== 0) throw new Error(`The build ended with ${code}.`);
  return { seconds: (performance.now() - start) / 1000, megabytes: kilobytes / 1024 };
}

function inWords({ seconds, megabytes }: Built): string {
  return `${seconds.toFixed(1)} s, at most ${Math.round(megabytes)} MB`;
}
