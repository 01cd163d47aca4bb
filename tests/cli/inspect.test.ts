import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { generateMastodonContext } from '../bench/generate.ts';
import { account, context, FERRY, status } from './exports-made.ts';
import { project } from './run.ts';

test('an export is shown as a tree with each quote, its source and its fidelity', () => {
  const { code, out } = project({ 'export.json': FERRY }).run(['inspect', 'export.json']);
  expect(code).toBe(0);
  expect(out.split('\n').slice(2)).toEqual([
    '  11  Ines Kovar  3 Mar 08:11  "The timetable says half past seven. The ferry says otherwise."',
    '  └─ 12  Bo Lindqvist  3 Mar 08:12  "It was cancelled in January."',
    '     │  ❝ The ferry says otherwise. → 11  verbatim',
    '     └─ 13  Ines Kovar  3 Mar 08:13  "Then nobody told the timetable."',
    '',
    '',
  ]);
});

test('--json prints the contract, of an export and of the thread file alike', () => {
  const { run, files } = project({ 'export.json': FERRY });
  const document: unknown = JSON.parse(run(['inspect', 'export.json', '--json']).out);
  expect(document).toEqual({
    format: 'mastodon',
    threads: [
      {
        id: expect.stringMatching(/^[a-z0-9-]+$/),
        title: expect.any(String),
        origin: { platform: 'mastodon', url: 'https://quay.example/@ines/11' },
        people: {
          1: { handle: '@ines@quay.example', name: 'Ines Kovar' },
          2: { handle: '@bo@quay.example', name: 'Bo Lindqvist' },
        },
        posts: [
          {
            id: '11',
            author: '1',
            parent: null,
            published: '2026-03-03T08:11:00.000Z',
            url: 'https://quay.example/@ines/11',
            text: 'The timetable says half past seven. The ferry says otherwise.',
            quotes: [],
          },
          {
            id: '12',
            author: '2',
            parent: '11',
            published: '2026-03-03T08:12:00.000Z',
            url: 'https://quay.example/@ines/12',
            text: 'It was cancelled in January.',
            quotes: [
              {
                text: 'The ferry says otherwise.',
                depth: 1,
                fidelity: 'verbatim',
                source: { thread: expect.any(String), post: '11', start: 36, end: 61 },
              },
            ],
          },
          expect.objectContaining({ id: '13', parent: '12', quotes: [] }),
        ],
      },
    ],
    warnings: [],
  });
  run(['import', 'export.json', '--id', 'ferry']);
  const again = JSON.parse(run(['inspect', 'content/threads/ferry.json', '--json']).out) as {
    threads: object[];
  };
  expect(JSON.stringify(again).replaceAll('"ferry"', '"x"')).toBe(
    JSON.stringify(document).replaceAll((document as { threads: [{ id: string }] }).threads[0].id, 'x'),
  );
  expect(Object.keys(files())).toEqual(['content/threads/ferry.json', 'export.json']);
});

test('nothing in names or posts reaches the terminal as a command', () => {
  const hostile = account('3', 'eve', '\u001b]0;owned\u0007Eve\u009b31m\u202e');
  const export_ = context(
    status('11', null, '<p>red \u001b[31m alert \u001b[2J \u009b2J</p>', { account: hostile }),
  );
  const { run } = project({ 'export.json': export_ });
  expect(run(['inspect', 'export.json']).out).toContain('Eve');
  for (const words of [['inspect'], ['inspect', '--json'], ['import', '--dry-run']]) {
    const { out } = run([...words, 'export.json']);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  }
});

test('what was inferred is marked in words', () => {
  const paste = [
    'The lighthouse keeper has resigned and nobody knows who lights the lamp tonight.',
    '@ada I lit it myself, for what it is worth, and I will do so tomorrow as well.',
    '@bo @ada Thank you, both of you; the harbour office will send somebody on Monday.',
    '@ada @bo Monday is late, the storm is announced for Sunday evening.',
  ].join('\n\n');
  const { out } = project({ 'copy.txt': paste }).run(['inspect', 'copy.txt']);
  expect(out).toContain('author not known, perhaps @bo');
  expect(out).toContain('inferred');
});

test('a reader that goes away early is no error', () => {
  const { folder, write } = project();
  write('export.json', generateMastodonContext(1, 2_000));
  const main = resolve(import.meta.dirname, '../../src/cli/main.ts');
  const line = `"${process.execPath}" "${main}" inspect export.json | head -1; exit "\${PIPESTATUS[0]}"`;
  const { status: code, stderr } = spawnSync('bash', ['-c', line], { cwd: folder, encoding: 'utf8' });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});
