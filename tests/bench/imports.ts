import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { importers } from '../../src/importers/index.ts';
import type { Measurement } from './measure.ts';
import type { Imported } from './imports-worker.ts';

const BYTES = 50_000_000;
/** Bytes, where fewer are measured: nobody copies 50 MB by hand. */
const SMALLER: Readonly<Record<string, number>> = { paste: 5_000_000 };

/** How fast an export of 50 MB becomes threads by each importer, and in how much memory, beside reading it as JSON. */
export async function measureImports(): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (const { name, label } of importers) {
    const { exportOf } = (await import(`./exports/${name}.ts`)) as {
      exportOf: (bytes: number) => ReadonlyMap<string, Blob>;
    };
    const folder = mkdtempSync(join(tmpdir(), 'quotidian-bench-'));
    const size = await write(folder, exportOf(SMALLER[name] ?? BYTES));
    const read = run(folder, name);
    const floor = run(folder, 'floor');
    rmSync(folder, { recursive: true });
    measurements.push({
      what: `import ${label}`,
      amount: `${megabytes(size)} MB, ${read.posts} posts`,
      result: `${rate(size, read)}, ${megabytes(read.peak)} MB; JSON.parse ${floor.posts > 0 ? `${rate(size, floor)}, ${megabytes(floor.peak)} MB, ${(read.seconds / floor.seconds).toFixed(0)} times as fast` : '–'}`,
    });
  }
  return measurements;
}

async function write(folder: string, files: ReadonlyMap<string, Blob>): Promise<number> {
  let size = 0;
  for (const [name, blob] of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, new Uint8Array(await blob.arrayBuffer()));
    size += blob.size;
  }
  return size;
}

/** In a process of its own, so that its greatest memory is its own. */
function run(folder: string, name: string): Imported {
  const worker = resolve(import.meta.dirname, 'imports-worker.ts');
  const output = execFileSync(process.execPath, ['--max-old-space-size=8192', worker, folder, name], {
    encoding: 'utf8',
  });
  return JSON.parse(output) as Imported;
}

function rate(size: number, { seconds }: Imported): string {
  return `${(size / 1e6 / seconds).toFixed(1)} MB/s`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}
