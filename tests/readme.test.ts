import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const setUp = [...read('README.md').matchAll(/^npm install && .*$/gm)].map(([line]) => line);

test('the README sets everything up with two commands, and a bare machine runs the same', () => {
  expect(setUp).toHaveLength(2);
  const run = read('.ci/run').split('\n');
  for (const command of setUp) expect(run).toContain(command);
});

test('every npm script that the documents name is there', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const text = `${read('README.md')}\n${read('CONTRIBUTING.md')}`;
  const named = [...text.matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !Object.hasOwn(scripts, name ?? ''))).toEqual([]);
});

test.each(['README.md', 'CONTRIBUTING.md', 'examples/README.md'])(
  '%s links to files that are there',
  (document) => {
    const links = [...read(document).matchAll(/\]\((?!https?:)([^)#]+)|(?:src|srcset)="([^"]+)"/g)];
    const targets = links.map(([, link, source]) => link ?? source ?? '');
    const base = document.includes('/') ? 'examples' : '.';
    expect(targets.filter((target) => !existsSync(join(root, base, target)))).toEqual([]);
  },
);
