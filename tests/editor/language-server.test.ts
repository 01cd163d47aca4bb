import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDigestChecks } from '../../src/editor/digest-checks.ts';
import { applied, startClient } from './language-client.ts';
import { DIGEST, digest, editorProject, REPOSITORY, SAID } from './project.ts';

const SERVER = [process.execPath, join(REPOSITORY, 'src/cli/main.ts'), 'language-server', '--stdio'];
const MISQUOTE = digest(
  'Ines wrote, in the morning:',
  '',
  `> ${SAID.replace('seven', 'eight')}`,
  '>',
  '> — @ines',
);

test('a misquote is told under its words while it is written, and the suggestion makes it verbatim', async () => {
  const { folder } = editorProject();
  const client = await startClient(SERVER, folder);
  const first = client.told(DIGEST);
  client.open(DIGEST, 'markdown', MISQUOTE);
  const told = await first;
  expect(told).toMatchObject([
    {
      range: { start: { line: 8, character: 31 }, end: { line: 8, character: 36 } },
      severity: 1,
      code: 'altered',
      source: 'quotidian',
      codeDescription: { href: 'https://quay.example/a' },
      data: { expected: ['seven'] },
    },
  ]);
  expect(told[0]?.message).toContain('This is not what was said. Ines Kovar said “seven”.\n');
  expect(told[0]?.message).toContain(`The source: “${SAID}” (Ines Kovar, ferry#a)`);

  const actions = await client.actions(DIGEST, told);
  expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
    ['Replace `eight` with `seven`', true],
  ]);
  const [action] = actions;
  const corrected = action ? applied(MISQUOTE, action) : '';
  expect(corrected).toContain(`> ${SAID}\n`);

  const second = client.told(DIGEST);
  client.change(DIGEST, corrected);
  expect(await second).toEqual([]);

  const third = client.told(DIGEST);
  client.change(DIGEST, MISQUOTE.replace('[ferry]', '[fery]'));
  expect(await third).toMatchObject([
    {
      range: { start: { line: 3, character: 10 }, end: { line: 3, character: 14 } },
      code: 'unknown-thread',
      data: { expected: ['ferry'] },
    },
    { severity: 2, code: 'unsourced', range: { start: { line: 8, character: 0 } } },
  ]);
});

test('what an overlay redacts and what site.yaml decides is followed at the next key', async () => {
  const { folder, write } = editorProject();
  const client = await startClient(SERVER, folder);
  const first = client.told(DIGEST);
  client.open(DIGEST, 'markdown', digest(`> ${SAID}`));
  expect(await first).toEqual([]);

  write('content/threads/ferry.yaml', 'posts:\n  a:\n    redact: [half past seven]\n');
  const second = client.told(DIGEST);
  client.change(DIGEST, digest(`> ${SAID}`, ''));
  expect((await second).map(({ code, range }) => [code, range.start.line])).toContainEqual([
    'redacted-words',
    6,
  ]);

  write('content/threads/ferry.yaml', '');
  write('content/site.yaml', 'title: Quay notes\nquotes: { altered: warning }\n');
  const third = client.told(DIGEST);
  client.change(DIGEST, MISQUOTE);
  expect(await third).toMatchObject([{ code: 'altered', severity: 2 }]);
});

test('a digest is never reformatted, and other files are not told of', async () => {
  const { folder } = editorProject();
  const client = await startClient(SERVER, folder);
  const odd = digest('*   one', '*   two', '', `>   ${SAID}`);
  client.open(DIGEST, 'markdown', odd);
  expect(await client.format(DIGEST)).toBeNull();
  const told = client.told('notes.md');
  client.open('notes.md', 'markdown', MISQUOTE);
  expect(await told).toEqual([]);
});

test('the server tells what check finds, of frontmatter, links, directives and quotes alike', () => {
  const { folder } = editorProject();
  const { findings } = openDigestChecks(folder);
  const places = (text: string) =>
    findings(DIGEST, text).map(({ code, places }) => [
      code,
      ...(places ?? []).map(({ start, end, suggestion }) => [text.slice(start, end), suggestion]),
    ]);
  expect(
    places(
      digest(
        `> ${SAID}`,
        '> — @bo',
        '',
        'See [the digest](/digests/gulls/) and “The gulls keep a better timetable than the harbour office does.”',
        '',
        '::post{#zz}',
      ),
    ),
  ).toEqual([
    ['misattributed', ['@bo', '@ines@quay.example']],
    ['broken-link', ['[the digest](/digests/gulls/)', undefined]],
    ['unsourced', ['The gulls keep a better timetable than the harbour office does.', undefined]],
    ['unknown-post'],
  ]);
  expect(findings(DIGEST, digest('Text').replace('2026-03-11', 'soon'))).toMatchObject([
    { code: 'bad-frontmatter', line: 3 },
  ]);
  expect(findings('content/digests/old/ferry.md', MISQUOTE)).toMatchObject([{ code: 'ignored-file' }]);
});
