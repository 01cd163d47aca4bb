import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedRuns } from '../../quotes/shared-runs.ts';
import { normalForm } from '../../quotes/normal.ts';
import type { Disguise } from '../../thread/pseudonym.ts';

/** A line of content that still holds words or a name. */
export interface StillThere {
  readonly file: string;
  readonly line: number;
  readonly words: string;
}

/** Fewer words in a row stand in many texts. */
const LEAST = 5;

/** The lines of digests, issues, overlays and threads that still hold five words in a row, or a name. */
export function stillThere(
  root: string,
  texts: ReadonlyMap<string, string>,
  said: readonly string[],
  {
    text: disguised,
    doubtful,
  }: Disguise | { text: (text: string) => string; doubtful: (text: string) => undefined },
): readonly StillThere[] {
  return contentFiles(root).flatMap((file) => {
    const text = texts.get(file) ?? readFileSync(join(root, file), 'utf8');
    const isThread = file.endsWith('.json');
    const read = isThread ? text.replace(/\\n|<[^<>]{0,2000}>/g, (mark) => ' '.repeat(mark.length)) : text;
    const runs = sharedRuns(read, said, LEAST).map(({ start, text: words }): StillThere => {
      return { file, line: lineAt(text, start), words: normalForm(words).text };
    });
    const named = isThread
      ? []
      : text.split('\n').flatMap((line, n): StillThere[] => {
          const words = disguised(line) === line ? doubtful(line) : line.trim();
          return words === undefined ? [] : [{ file, line: n + 1, words }];
        });
    return [...runs, ...named];
  });
}

function contentFiles(root: string): readonly string[] {
  const folder = join(root, 'content');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join('content', name))
    .filter((name) => /\.(?:md|ya?ml|json)$/.test(name) && !/forgotten\.json$/.test(name))
    .toSorted();
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
