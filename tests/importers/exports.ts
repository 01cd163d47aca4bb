import { existsSync, openAsBlob, readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Thread } from '../../src/thread/schema.ts';
import type { ExportFiles, Importer, Warning } from '../../src/importers/importer.ts';

/*
 * A case of an importer is a folder tests/fixtures/importers/<importer>/<case>/ with the export as `input.*` or in
 * a folder `input/`, and `expected.json`, which `npx vitest run -u tests/importers` writes and you read.
 * Its content is invented, its form exactly the platform's. Words that must not get out say NOT-FOR-PUBLICATION.
 */

export const FIXTURES = resolve(import.meta.dirname, '../fixtures/importers');

/** What stands in fixtures wherever a post is not public; no output may hold it. */
export const NOT_FOR_PUBLICATION = 'NOT-FOR-PUBLICATION';

export interface Case {
  readonly importer: string;
  readonly name: string;
  readonly folder: string;
}

export function cases(): readonly Case[] {
  return folders(FIXTURES).flatMap((importer) =>
    folders(join(FIXTURES, importer)).map((name) => ({
      importer,
      name,
      folder: join(FIXTURES, importer, name),
    })),
  );
}

export function folders(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}

/** The export in a case's folder, as the command line would hand it over. */
export async function exportIn(folder: string): Promise<ExportFiles> {
  const inner = join(folder, 'input');
  if (existsSync(inner)) return exportOf(inner, readdirSync(inner, { recursive: true, encoding: 'utf8' }));
  return exportOf(
    folder,
    readdirSync(folder).filter((name) => name.startsWith('input.')),
  );
}

async function exportOf(base: string, names: readonly string[]): Promise<ExportFiles> {
  const files = readdirSync(base, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(base, join(entry.parentPath, entry.name)))
    .filter((name) => names.includes(name))
    .toSorted();
  return new Map(
    await Promise.all(
      files.map(async (name) => [name.split(sep).join('/'), await openAsBlob(join(base, name))] as const),
    ),
  );
}

/** A single file that is written in the test itself. */
export function exportFrom(content: BlobPart, name = 'input.json'): ExportFiles {
  return new Map([[name, new Blob([content])]]);
}

export interface Imported {
  readonly threads: readonly Thread[];
  readonly warnings: readonly Warning[];
}

export async function importAll(importer: Importer, files: ExportFiles): Promise<Imported> {
  const warnings: Warning[] = [];
  const threads = await Array.fromAsync(importer.parse(files, { warn: (warning) => warnings.push(warning) }));
  return { threads, warnings };
}
