import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { Export } from '../../src/cli/exports.ts';
import { recognise } from '../../src/cli/recognise.ts';
import { saveExport } from '../../src/cli/save-export.ts';
import { importers } from '../../src/importers/index.ts';
import type { Importer, Warning } from '../../src/importers/importer.ts';
import { fetchExport } from '../../src/cli/fetching/fetch-export.ts';
import type { Thread } from '../../src/thread/schema.ts';
import { type Served, testClock } from '../cli/fetching/servers.ts';

export interface Fetched {
  readonly threads: readonly Thread[];
  readonly warnings: readonly Warning[];
  /** What was told on the way. */
  readonly said: readonly string[];
}

/** Fetches a thread from servers on this machine that stand for those of the web, and reads it as `import` does; so it reads what `--save` keeps. */
export async function fetched(
  address: string,
  instead: Readonly<Record<string, Pick<Served, 'origin'>>>,
): Promise<Fetched> {
  const warnings: Warning[] = [];
  const said: string[] = [];
  const warn = (warning: Warning) => warnings.push(warning);
  const folder = scratch();
  const { from, importer } = await fetchExport(address, {
    say: (text) => said.push(text),
    warn,
    clock: testClock(),
    folder,
    instead: new Map(Object.entries(instead).map(([origin, served]) => [origin, served.origin])),
  });
  const claims = await Promise.all(
    importers.map(async (one) => ((await one.detect(from.files)) ? one.name : [])),
  );
  if (claims.flat().join() !== importer.name)
    throw new Error(`Claimed by ${claims.flat().join(', ') || 'nobody'}.`);
  const threads = await Array.fromAsync(importer.parse(from.files, { warn }));
  expect(await savedAndRead(from, importer)).toEqual(threads);
  return { threads, warnings, said };
}

/** The threads of what was fetched, saved to a folder and imported from there. */
async function savedAndRead(from: Export, importer: Importer): Promise<readonly Thread[]> {
  const folder = scratch();
  await saveExport(from, folder, false);
  const { exports } = await recognise(folder, undefined, { say: () => {}, warn: () => {} });
  expect(exports.map((one) => one.importer.name)).toEqual([importer.name]);
  const [saved] = exports;
  return saved ? Array.fromAsync(importer.parse(saved.from.files, { warn: () => {} })) : [];
}

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'quotidian-fetched-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
