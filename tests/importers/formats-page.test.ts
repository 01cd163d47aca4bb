import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { fetchers } from '../../src/fetchers/index.ts';
import { importers } from '../../src/importers/index.ts';

const PAGE = resolve(import.meta.dirname, '../../docs/formats.md');

/** The page of the documentation that says what is read of each format; `npx vitest run -u` writes it. */
function formatsPage(): string {
  return [
    '# Formats',
    '',
    'What `npx quotidian import` reads. The format is found out by looking at the file; `--as NAME` says it instead. Files may be gzipped, and exports of many files may be a folder, a ZIP or a tar.gz. Nothing that was not said in public is taken without a basis (`--i-have-consent`).',
    '',
    ...importers.flatMap(({ name, label, formats, keeps, drops }) => [
      `## ${label}`,
      '',
      `- **Name:** \`${name}\``,
      `- **Reads:** ${formats}`,
      ...fetchers
        .filter(({ importer }) => importer === name)
        .map(({ example }) => `- **From an address:** \`${example}\``),
      `- **Keeps:** ${keeps}`,
      `- **Leaves out:** ${drops}`,
      '',
    ]),
  ].join('\n');
}

test('the documentation says of each format what the registry says', async () => {
  await expect(formatsPage()).toMatchFileSnapshot(PAGE);
});

test('what is kept and left out of each format is said in words, without a full stop', () => {
  for (const { name, keeps, drops } of importers)
    for (const text of [keeps, drops]) expect(text, name).toMatch(/^\S[^\n]*[^.\s]$/);
});
