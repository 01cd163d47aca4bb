import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { settingsSchema } from '../../src/site/settings.ts';
import { project } from './run.ts';

const PACKAGE = ['--package', 'quotidian-0.1.0.tgz'];
const packed = { 'quotidian-0.1.0.tgz': '' };

test('init writes an empty site where nothing is said, and says what to do next', () => {
  const { run, files, read } = project(packed);
  const { code, out } = run(['init', 'weir-notes', ...PACKAGE]);
  expect(code).toBe(0);
  expect(out).toContain('cd weir-notes\n  npm install && npm run build');
  expect(Object.keys(files()).filter((path) => path.startsWith('weir-notes/'))).toEqual([
    'weir-notes/.gitignore',
    'weir-notes/.remarkrc.mjs',
    'weir-notes/README.md',
    'weir-notes/astro.config.mjs',
    'weir-notes/content/digests/.gitkeep',
    'weir-notes/content/site.yaml',
    'weir-notes/content/threads/.gitkeep',
    'weir-notes/package.json',
    'weir-notes/public/favicon.svg',
    'weir-notes/src/content.config.ts',
  ]);
  const manifest = JSON.parse(read('weir-notes/package.json')) as { dependencies: Record<string, string> };
  expect(manifest).toMatchObject({ name: 'weir-notes', type: 'module', private: true });
  expect(manifest.dependencies).toMatchObject({
    quotidian: 'file:../quotidian-0.1.0.tgz',
    astro: expect.stringMatching(/^\^7\./),
  });
});

test('the settings of an empty site are valid, also with every line of them taken into use', () => {
  const { run, read } = project(packed);
  run(['init', 'Ebb & "Flow": notes', ...PACKAGE]);
  const text = read('Ebb & "Flow": notes/content/site.yaml');
  expect(settingsSchema.parse(parse(text)).title).toBe('Ebb & "Flow": notes');
  const used = settingsSchema.parse(parse(text.replaceAll(/^#(?=\S| {2})/gm, '')));
  expect(used).toMatchObject({
    url: 'https://quotidian.example',
    accent: 225,
    editors: [{ name: 'Your Name' }],
  });
});

test('the example has threads and digests, and passes its own check', () => {
  const { run, files, folder } = project(packed);
  expect(run(['init', '--example', '.', ...PACKAGE]).code).toBe(0);
  const threads = Object.keys(files()).filter((path) => /^content\/threads\/.*\.json$/.test(path));
  expect(threads).toHaveLength(3);
  expect(run(['check', '--quiet']).error, folder).toBe('');
});

test('what is in the way is named, and nothing is written', () => {
  const { run, files } = project({
    ...packed,
    'README.md': 'Mine.',
    content: 'A file.',
    'package.json': '{"scripts":{}}',
  });
  const before = files();
  const { code, error } = run(['init', ...PACKAGE]);
  expect(code).toBe(2);
  for (const name of ['README.md', 'content', 'package.json']) expect(error).toContain(name);
  expect(error).toContain('Nothing was written');
  expect(files()).toEqual(before);
});

test('a folder named package.json is in the way', () => {
  const { run } = project({ ...packed, 'package.json/note': 'A file.' });
  expect(run(['init', ...PACKAGE]).error).toContain('finds in its way: package.json');
});

test('a second init finds the first in its way', () => {
  const { run, files } = project(packed);
  run(['init', ...PACKAGE]);
  const before = files();
  expect(run(['init', '--example', ...PACKAGE]).code).toBe(2);
  expect(files()).toEqual(before);
});

test('a package.json as npm install leaves it keeps its words and gets what it lacks', () => {
  const manifest = { dependencies: { quotidian: 'file:elsewhere.tgz', 'left-pad': '1.0.0' }, license: 'MIT' };
  const { run, read } = project({ ...packed, 'package.json': JSON.stringify(manifest) });
  expect(run(['init', ...PACKAGE]).code).toBe(0);
  expect(JSON.parse(read('package.json'))).toMatchObject({
    ...manifest,
    scripts: { dev: 'astro dev' },
    dependencies: { ...manifest.dependencies, astro: expect.any(String) },
  });
});

test.each([
  [['init', 'a', 'b'], 'was given “b” too'],
  [['init', '--empty', '--example'], 'not both'],
  [['init', 'notes', '--package', 'gone.tgz'], 'There is no file “gone.tgz”'],
  [['init', 'file/below', ...PACKAGE], 'file'],
  [['init', 'notes'], 'needs it as a package'],
])('%j is refused with the way out, and writes nothing', (words, message) => {
  const { run, files } = project({ ...packed, file: 'A file.' });
  const before = files();
  const { code, error } = run(words);
  expect(code).toBe(2);
  expect(error).toContain(message);
  expect(files()).toEqual(before);
});
