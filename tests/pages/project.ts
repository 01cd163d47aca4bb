import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const GENERATOR = ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

/** A folder of its own that holds the generator as it is here, and the given content; nothing touches the repository. */
export interface Project {
  readonly root: string;
  readonly dist: string;
  /** Writes or replaces a file, by its path in the project. */
  write(path: string, content: string | Uint8Array): Promise<void>;
  /** `astro build` as a user runs it. */
  build(...options: readonly string[]): Promise<Built>;
  remove(): Promise<void>;
}

export interface Built {
  readonly code: number | null;
  /** Standard output and standard error, colours taken away. */
  readonly output: string;
}

/** A project with the example's content, or with none. The caller removes it. */
export async function makeProject(content: 'example' | 'empty'): Promise<Project> {
  const root = await mkdtemp(join(tmpdir(), 'quotidian-pages-'));
  const copied = content === 'example' ? [...GENERATOR, 'content'] : GENERATOR;
  for (const name of copied) await cp(join(ROOT, name), join(root, name), { recursive: true });
  await linkPackages(root);
  return {
    root,
    dist: join(root, 'dist'),
    write: async (path, content) => {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), content);
    },
    build: (...options) => build(root, options),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

/** Each package by itself: Astro's caches lie beside them and must be the project's own. */
export async function linkPackages(root: string): Promise<void> {
  const lock = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: object };
  const names = Object.keys(lock.packages)
    .map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path)?.[1])
    .filter((name) => name !== undefined && existsSync(join(ROOT, 'node_modules', name)));
  for (const name of names) {
    const link = join(root, 'node_modules', String(name));
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(ROOT, 'node_modules', String(name)), link);
  }
}

/** Without what the test runner adds: Astro takes some of its names for its own, and would not restore a page. */
const ENVIRONMENT = Object.fromEntries(
  ['PATH', 'HOME', 'TMPDIR', 'LANG'].map((name) => [name, process.env[name]]),
);

/** A build that hangs must not take the whole run with it. */
const PATIENCE = 300_000;
// biome-ignore lint/suspicious/noControlCharactersInRegex: an ANSI escape begins with one.
const COLOUR = /\u001b\[[0-9;]*m/g;

/** `astro build` in that folder, as a user runs it. */
export function build(root: string, options: readonly string[] = []): Promise<Built> {
  const astro = join(root, 'node_modules/astro/bin/astro.mjs');
  // Links are kept, so that the generator finds its own packages in the project and not in the repository.
  const child = spawn(
    process.execPath,
    ['--preserve-symlinks', '--preserve-symlinks-main', astro, 'build', ...options],
    {
      cwd: root,
      timeout: PATIENCE,
      env: ENVIRONMENT,
    },
  );
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString('utf8');
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return new Promise((done) => {
    child.on('close', (code) => done({ code, output: output.replaceAll(COLOUR, '') }));
  });
}
