import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished, vi } from 'vitest';

// Each run starts Node anew, and other tests run beside.
vi.setConfig({ testTimeout: 60_000 });

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts');

interface Project {
  /** The folder that the command runs in. */
  readonly folder: string;
  run(
    words: readonly string[],
    input?: string | Uint8Array,
    environment?: Readonly<Record<string, string>>,
  ): Result;
  write(path: string, content: string | Uint8Array): void;
  read(path: string): string;
  /** Every file of the project, path → content; what may be deleted at any time is left out. */
  files(): Record<string, string>;
}

interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** A folder for one test, gone afterwards, in which the command line is run as its users run it. */
export function project(files: Readonly<Record<string, string | Uint8Array>> = {}): Project {
  const folder = mkdtempSync(join(tmpdir(), 'quotidian-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const [path, content] of Object.entries(files)) write(path, content);
  return {
    folder,
    write,
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    files: () => filesOf(folder),
    run(words, input, given) {
      const { NO_COLOR: _, FORCE_COLOR: __, ...environment } = process.env;
      const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], {
        cwd: folder,
        env: { ...environment, ...given },
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
        ...(input === undefined ? {} : { input }),
      });
      return { code: status, out: stdout, error: stderr };
    },
  };
}

function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.parentPath.includes('/.cache/'),
  );
  const paths = names.map(({ parentPath, name }) => join(parentPath, name)).toSorted();
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]),
  );
}
