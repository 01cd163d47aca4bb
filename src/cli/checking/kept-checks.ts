import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readKept } from '../../site/cache-files.ts';
import { hashOf } from '../../site/content-files.ts';

/** Results by what they were made from: those of the last run, and those of this one. */
export interface KeptChecks {
  /** The kept result of a check of this kind on these texts, or, where there is none, a new one. */
  of<Result>(kind: string, texts: readonly string[], check: () => Result): Result;
  /** Keeps what this run asked for, and nothing else. */
  save(): void;
}

/** Where results lie, in a folder that may be deleted at any time. */
const FILE = '.cache/quotidian/checks.json';

/**
 * Opens what is kept in the project in the folder `root`. Results are plain data and never older than `everything`
 * that all of them are made from.
 */
export function openKeptChecks(root: string, everything: readonly string[]): KeptChecks {
  const path = join(root, FILE);
  const before = new Map(Object.entries(readKept<Record<string, unknown>>(path) ?? {}));
  const asked = new Map<string, unknown>();
  return {
    of<Result>(kind: string, texts: readonly string[], check: () => Result): Result {
      const key = hashOf(kind, ...everything, ...texts);
      const result = before.has(key) ? (before.get(key) as Result) : check();
      asked.set(key, result);
      return result;
    },
    save() {
      const isSame = asked.size === before.size && [...asked.keys()].every((key) => before.has(key));
      if (!isSame) write(path, JSON.stringify(Object.fromEntries(asked)));
    },
  };
}

/** In one step. A folder that cannot be written costs time, and nothing else. */
function write(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.${process.pid}.tmp`, text);
    renameSync(`${path}.${process.pid}.tmp`, path);
  } catch {
    return;
  }
}
