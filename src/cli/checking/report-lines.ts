import type { DigestPeople } from '../check-content.ts';
import { counted } from '../counted.ts';
import { oneLine, shortened } from '../printable.ts';

/** Those who said less are counted only, unless they are quoted. */
const MOST_PEOPLE = 12;
const LONGEST_NAME = 32;

/** For each digest a table of who spoke in its threads and who is heard in it. */
export function reportLines(digests: readonly DigestPeople[]): readonly string[] {
  return digests.flatMap(({ file, people }) => {
    const shown = people.filter(({ quotes }, n) => n < MOST_PEOPLE || quotes > 0);
    const rows = shown.map(({ name, handle, posts, words, share, quotes, quotedShare }) => [
      shortened(name === handle ? name : `${name} (${handle})`, LONGEST_NAME),
      String(posts),
      String(words),
      percent(share),
      String(quotes),
      percent(quotedShare),
    ]);
    const rest = people.length - shown.length;
    return [
      '',
      `${oneLine(file)}: ${counted(people.length, 'person spoke', 'people spoke')}, ${people.filter(({ quotes }) => quotes > 0).length} heard`,
      ...aligned([HEAD, ...rows]),
      ...(rest > 0 ? [`  and ${counted(rest, 'person', 'people')} who said less and are not quoted`] : []),
    ];
  });
}

const HEAD = ['', 'posts', 'words', 'of all', 'quotes', 'of quoted'];

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map(
    (row) =>
      `  ${row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')}`,
  );
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
