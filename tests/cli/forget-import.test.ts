import { expect, test } from 'vitest';
import type { Thread } from '../../src/thread/schema.ts';
import { FERRY } from './exports-made.ts';
import { project } from './run.ts';

test.each<[string, readonly string[]]>([
  ['a post', ['ferry#11']],
  ['a person', ['@ines@quay.example']],
])('%s that was forgotten stays forgotten when the export is imported again', (_, words) => {
  const made = project({ 'export.json': FERRY, 'content/site.yaml': 'title: Quay notes\n' });
  made.run(['import', 'export.json', '--id', 'ferry']);
  expect(made.read('content/threads/ferry.json')).toContain('The ferry says otherwise');
  made.run(['forget', ...words]);
  const forgotten = made.read('content/threads/ferry.json');
  expect(forgotten).not.toContain('The ferry says otherwise');
  const { code, out } = made.run(['import', 'export.json', '--id', 'ferry']);
  expect(code).toBe(0);
  expect(out).toContain('left out, as “npx quotidian forget” was told');
  expect(JSON.parse(made.read('content/threads/ferry.json'))).toEqual(JSON.parse(forgotten) as Thread);
});

test('a person with a pseudonym keeps it when the export is imported again', () => {
  const made = project({ 'export.json': FERRY, 'content/site.yaml': 'title: Quay notes\n' });
  made.run(['import', 'export.json', '--id', 'ferry']);
  made.run(['forget', '@ines@quay.example', '--pseudonym', 'Quill']);
  const before = made.read('content/threads/ferry.json');
  expect(before).not.toMatch(/@ines/);
  made.run(['import', 'export.json', '--id', 'ferry']);
  expect(made.read('content/threads/ferry.json')).toBe(before);
});
