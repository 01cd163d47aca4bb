import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { builtFiles } from './built-page.ts';
import { build } from './project.ts';

const project = inject('exampleProject');
const dist = join(project, 'dist');
const first = hashes(inject('example'));

test('building again with nothing changed gives the same bytes', async () => {
  const { code, output } = await build(project);
  expect(code, output).toBe(0);
  expect(output).toContain('(restored)');
  expect(hashes(dist)).toEqual(first);
});

test('a change of one thread changes the pages that show it, and no others', async () => {
  const file = join(project, 'content/threads/quiet-weir.json');
  const before = readFileSync(file, 'utf8');
  const after = before.replace('"name": "Gerald"', '"name": "Geraldine"');
  expect(after).not.toBe(before);
  writeFileSync(file, after);
  const { code, output } = await build(project);
  expect(code, output).toBe(0);
  const changed = [...hashes(dist)].filter(([name, hash]) => first.get(name) !== hash).map(([name]) => name);
  // Files of the search index are named by what is in them.
  const pages = (names: Iterable<string>) => [...names].filter((name) => !name.startsWith('pagefind/'));
  expect(pages(hashes(dist).keys())).toEqual(pages(first.keys()));
  expect(changed).toContain('threads/quiet-weir/index.html');
  expect(changed).toContain('threads/quiet-weir.json');
  const others =
    /^(?:threads\/(?:nineteen-readings|mistaken-for-a-flood)|digests\/2026-11-03|tags\/review|threads\/index|404|_astro)/;
  expect(changed.filter((name) => others.test(name))).toEqual([]);
});

test('a digest that quotes what another has quoted changes the other: each says so and leads there', async () => {
  const other = 'digests/2026-11-03-a-bird-leaves/index.html';
  const before = readFileSync(join(dist, other), 'utf8');
  const [quote = ''] =
    /^> Nothing that looks at .*$/m.exec(
      readFileSync(join(project, 'content/digests/2026-11-03-a-bird-leaves.md'), 'utf8'),
    ) ?? [];
  writeFileSync(
    join(project, 'content/digests/2026-11-20-mottoes.md'),
    `---\ntitle: Mottoes\ndate: 2026-11-20\nthreads: [nineteen-readings]\n---\n\n${quote}\n`,
  );
  const { code, output } = await build(project);
  expect(code, output).toBe(0);
  expect(before).not.toContain('also quoted in');
  expect(readFileSync(join(dist, other), 'utf8')).toMatch(
    /also quoted in <a href="\/digests\/2026-11-20-mottoes\/#quote-1">Mottoes<\/a>/,
  );
  expect(readFileSync(join(dist, 'digests/2026-11-20-mottoes/index.html'), 'utf8')).toMatch(
    /also quoted in <a href="\/digests\/2026-11-03-a-bird-leaves\/#quote-\d+">A bird leaves/,
  );
  expect(readFileSync(join(dist, 'threads/nineteen-readings/index.html'), 'utf8')).toMatch(
    /<a href="\/digests\/2026-11-20-mottoes\/#quote-1">Mottoes<\/a>/,
  );
});

function hashes(folder: string): ReadonlyMap<string, string> {
  return new Map(
    builtFiles(folder).map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}
