import { expect, test } from 'vitest';
import { project } from './run.ts';

test('without a command it says that one is missing and ends with 2', () => {
  const { code, out, error } = project().run([]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(error).toContain('A command is missing.');
});

test.each([
  ['imprt', 'Did you mean “import”?'],
  ['inspct', 'Did you mean “inspect”?'],
])('an unknown command %s is answered with the nearest', (word, advice) => {
  const { code, error } = project().run([word]);
  expect(code).toBe(2);
  expect(error).toContain(advice);
});

test('a command that is like none is not answered with a guess', () => {
  expect(project().run(['frobnicate']).error).not.toContain('Did you mean');
});

test('an unknown option is answered with the nearest and with the way to the help', () => {
  const { code, error } = project().run(['import', '--dryrun', 'export.json']);
  expect(code).toBe(2);
  expect(error).toContain('Did you mean --dry-run?');
  expect(error).toContain('npx quotidian import --help');
});

test.each(['import', 'inspect'])('%s --help shows usage, options, formats and an example', (command) => {
  const { code, out } = project().run([command, '--help']);
  expect(code).toBe(0);
  for (const part of [`npx quotidian ${command}`, '--json', 'mastodon', 'Examples:'])
    expect(out).toContain(part);
});

test('the help and the version go to standard output', () => {
  expect(project().run(['--help']).out).toContain('import ');
  expect(project().run(['--version']).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test.each([
  [['import'], 'Say which export to import.'],
  [['inspect'], 'Say which export to look at.'],
  [['import', 'x.json', '--min-posts', 'many'], '--min-posts wants a whole number'],
  [['import', 'x.json', '--id', 'The Ferry!'], 'It would do as “the-ferry”'],
  [['import', 'x.json', '--as', 'mastodn'], 'Did you mean “mastodon”?'],
  [['import', 'x.json', '--id'], "'--id <value>' argument missing"],
])('%j is wrong usage', (words, message) => {
  const { code, error } = project({ 'x.json': '{}' }).run(words);
  expect(code).toBe(2);
  expect(error).toContain(message);
});
