import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalForm } from '../../quotes/normal.ts';
import type { TracedQuote } from '../digest-quotes.ts';
import { stageFile } from '../staged-file.ts';
import type { ContentFinding } from './finding.ts';
import { applyEdits, inOrder } from './text-edits.ts';

/** A file as it is and as the fixes of its findings would have it. */
export interface FixedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  /** What is changed, in order; the line is that of the file before. */
  readonly changes: readonly {
    readonly line: number;
    readonly code: string;
    readonly from: string;
    readonly to: string;
  }[];
}

/** What the fixes of these findings make of their files, in the folder `root`. Nothing is written. */
export function fixedFiles(root: string, findings: readonly ContentFinding[]): readonly FixedFile[] {
  const byFile = Map.groupBy(
    findings.filter(({ fix }) => fix),
    ({ file }) => file,
  );
  return [...byFile].flatMap(([file, some]): FixedFile[] => {
    const before = textIfWhole(join(root, file));
    if (before === null) return [];
    const edits = inOrder(some.flatMap(({ code, fix = [] }) => fix.map((edit) => ({ ...edit, code }))));
    const changes = edits.map(({ start, end, text, code }) => ({
      line: before.slice(0, start).split('\n').length,
      code,
      from: before.slice(start, end),
      to: text,
    }));
    return [{ file, before, after: applyEdits(before, edits), changes }];
  });
}

/** Writes the files in their place, each in one step. */
export async function writeFixed(root: string, files: readonly FixedFile[]): Promise<void> {
  for (const { file, after } of files) await (await stageFile(join(root, file), after)).commit();
}

/** The files in which a quote says other words, or comes from elsewhere, than before: their fixes must not stand. */
export function spoiled(
  files: readonly FixedFile[],
  before: readonly TracedQuote[],
  after: readonly TracedQuote[],
): readonly FixedFile[] {
  const said = (quotes: readonly TracedQuote[], file: string) =>
    JSON.stringify(
      quotes
        .filter((quote) => quote.file === file)
        .map(({ line, text, fidelity, source }) => [line, normalForm(text).text, fidelity, source]),
    );
  return files.filter(({ file }) => said(before, file) !== said(after, file));
}

/** `null` where the bytes are no UTF-8 throughout, so that writing the text would change more than was asked for. */
function textIfWhole(path: string): string | null {
  const bytes = readFileSync(path);
  const text = bytes.toString('utf8');
  return Buffer.from(text).equals(bytes) ? text : null;
}
