import { join, resolve } from 'node:path';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FERRY } from './exports-made.ts';
import { project } from './run.ts';

const ID = 'the-timetable-says-half-past-seven-the-ferry';
const THREAD = `content/threads/${ID}.json`;

function withFerry() {
  const made = project({ 'ferry.json': FERRY });
  expect(made.run(['import', 'ferry.json']).code).toBe(0);
  return made;
}

test('NDJSON goes to standard output, and importing it gives the same file', () => {
  const made = withFerry();
  const before = made.read(THREAD);
  const { code, out, error } = made.run(['export', ID, '--to', 'ndjson']);
  expect({ code, error, lines: out.trimEnd().split('\n').length }).toEqual({ code: 0, error: '', lines: 4 });
  const other = project({ 'ferry.ndjson': out });
  expect(other.run(['import', 'ferry.ndjson']).code).toBe(0);
  expect(other.read(THREAD)).toBe(before);
  made.write('again.ndjson', out);
  expect(made.run(['import', 'again.ndjson']).out).toContain('unchanged');
});

test('CSV goes to a file; what it does not hold is said', () => {
  const made = withFerry();
  const { code, out, error } = made.run(['export', ID, '--to', 'csv', '--out', 'out/ferry.csv']);
  expect(code).toBe(0);
  expect(out).toContain('wrote out/ferry.csv: 1 thread, 3 posts');
  expect(error).toContain('left out: platform');
  expect(made.read('out/ferry.csv')).toMatch(/^thread,title,id,.*\r\n/);
  expect(made.run(['inspect', 'out/ferry.csv']).out).toContain('It was cancelled in January.');
});

test('several threads are one table with one line of headers', () => {
  const made = withFerry();
  expect(made.run(['import', 'ferry.json', '--id', 'other']).code).toBe(0);
  const { out } = made.run(['export', ID, 'other', ID, '--to', 'csv']);
  expect(out.match(/^thread,title/gm)?.length).toBe(1);
  made.write('both.csv', out);
  expect(
    made.run(['inspect', '--json', 'both.csv']).out.match(/"id": "(?:the-timetable[a-z-]*|other)"/g),
  ).toEqual([`"id": "${ID}"`, '"id": "other"']);
});

test('a file is not overwritten unless it is said', () => {
  const made = withFerry();
  made.write('out.ndjson', 'mine');
  const refused = made.run(['export', ID, '--to', 'ndjson', '--out', 'out.ndjson']);
  expect(refused.code).toBe(2);
  expect(refused.error).toContain('--force');
  expect(made.read('out.ndjson')).toBe('mine');
  expect(made.run(['export', ID, '--to', 'ndjson', '--out', 'out.ndjson', '--force']).code).toBe(0);
  expect(made.read('out.ndjson')).toContain('"quotidian":1');
});

test('what the editor omitted or redacted does not get out', () => {
  const made = withFerry();
  made.write(
    `content/threads/${ID}.yaml`,
    'title: A ferry\nomit: ["13"]\nposts:\n  "12":\n    redact: [January]\n',
  );
  for (const form of ['ndjson', 'csv']) {
    const { code, out } = made.run(['export', ID, '--to', form]);
    expect(code).toBe(0);
    expect(out).toContain('A ferry');
    expect(out).toContain('cancelled in [redacted]');
    expect(out).not.toContain('January');
    expect(out).not.toContain('nobody told');
  }
});

test.each([
  [['export', '--to', 'csv'], 'Say which thread to export.'],
  [['export', 'x'], '--to ndjson or --to csv'],
  [['export', 'x', '--to', 'ndjsn'], 'Did you mean “ndjson”?'],
  [['export', '../../etc/passwd', '--to', 'csv'], 'There is no thread'],
  [['export', 'no-such', '--to', 'csv'], 'There is no thread "no-such".'],
])('%j is answered with what is wrong', (words, message) => {
  const { code, out, error } = project().run(words);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(error).toContain(message);
});

const DOCUMENT = readFileSync(resolve(import.meta.dirname, '../../docs/generic-form.md'), 'utf8');

test.each(['ndjson', 'csv'])('the sample in the document is read as %s', (form) => {
  const sample =
    new RegExp(`\`\`\`${form === 'ndjson' ? 'json' : form}\\n([^\`]+)\`\`\``).exec(DOCUMENT)?.[1] ?? '';
  const made = project({ [`sample.${form}`]: sample });
  const { code, out, error } = made.run(['import', `sample.${form}`]);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(out).not.toContain('note:');
  const { posts } = JSON.parse(made.read(join('content/threads', 'the-lamp-on-pier-four.json'))) as {
    posts: readonly object[];
  };
  expect(posts.length).toBe(3);
});
