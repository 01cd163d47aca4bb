import { importers } from './index.ts';
import type { ExportFiles, Importer } from './importer.ts';
import { glance } from './reading/glance.ts';

/** The format that files which nobody claims come nearest to. */
export interface NearestFormat {
  readonly importer: Importer;
  /** Which of its signs the files hold, and which they lack. */
  readonly found: readonly string[];
  readonly missing: readonly string[];
}

const FEWEST_SIGNS = 2;
const MOST_FILES = 20;

/** The format of which these files hold the largest share of signs, two at least; `undefined` where there is none. */
export async function nearestFormat(files: ExportFiles): Promise<NearestFormat | undefined> {
  const beginnings = await Promise.all([...files.values()].slice(0, MOST_FILES).map(glance));
  const text = beginnings.map((beginning) => beginning.text).join('\n');
  return importers
    .map((importer) => {
      const { true: found = [], false: missing = [] } = Object.groupBy(importer.signs, (sign) =>
        holds(text, sign) ? 'true' : 'false',
      );
      return { importer, found, missing, share: found.length / Math.max(1, importer.signs.length) };
    })
    .filter(({ found }) => found.length >= FEWEST_SIGNS)
    .toSorted((a, b) => b.share - a.share || b.found.length - a.found.length)
    .map(({ importer, found, missing }) => ({ importer, found, missing }))
    .at(0);
}

/** A key of JSON, or the beginning of a line. */
function holds(text: string, sign: string): boolean {
  return text.includes(`"${sign}"`) || text.startsWith(sign) || text.includes(`\n${sign}`);
}
