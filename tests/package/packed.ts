import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  /** Standard output and standard error, in the order of their coming. */
  readonly all: string;
}

/** What npm must know of the machine; nothing of what the test runner and `npm test` set. */
const NEEDED =
  /^(?:PATH|HOME|TMPDIR|LANG|NPM_CONFIG_(?:CACHE|REGISTRY|USERCONFIG)|HTTPS?_PROXY|NO_PROXY|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE)$/i;
export const ENVIRONMENT = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => NEEDED.test(name))),
  NO_COLOR: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  ASTRO_DEV_BACKGROUND: '0',
};

/** A command, run in a folder as somebody at a shell runs it. */
export function run(folder: string, program: string, ...words: readonly string[]): Promise<Ran> {
  const child = spawn(program, words, { cwd: folder, env: ENVIRONMENT, timeout: 300_000 });
  let out = '';
  let all = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString('utf8');
    all += chunk.toString('utf8');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    all += chunk.toString('utf8');
  });
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ code, out, all }));
  });
}

/** The same, which must end well. */
export async function runWell(folder: string, program: string, ...words: readonly string[]): Promise<Ran> {
  const ran = await run(folder, program, ...words);
  if (ran.code !== 0) throw new Error(`${program} ${words.join(' ')} ended with ${ran.code}:\n${ran.all}`);
  return ran;
}

/** `npm install`, from the cache where that holds what is wanted. The folder is named, lest npm take one above it. */
export function install(folder: string, ...packages: readonly string[]): Promise<Ran> {
  return runWell(
    folder,
    'npm',
    'install',
    '--prefix',
    '.',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    ...packages,
  );
}

/** A folder of its own that holds a package of the sources as they are. The caller removes it. */
export async function pack(): Promise<{ readonly folder: string; readonly tarball: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'quotidian-package-'));
  const sources = join(folder, 'sources');
  await mkdir(sources);
  for (const name of await readdir(ROOT)) {
    if (!LEFT_OUT.has(name)) await cp(join(ROOT, name), join(sources, name), { recursive: true });
  }
  await symlink(join(ROOT, 'node_modules'), join(sources, 'node_modules'));
  const { out } = await runWell(sources, 'npm', 'pack', '--pack-destination', folder);
  await rm(sources, { recursive: true });
  return { folder, tarball: join(folder, basename(out.trim().split('\n').at(-1) ?? '')) };
}

/** What is made, and what is large; whether `files` keeps the rest out is for the tests to see. */
const LEFT_OUT = new Set(['.git', 'node_modules', 'dist', 'lib', '.astro', '.cache']);
