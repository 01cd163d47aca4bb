import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Thread } from '../../src/thread/schema.ts';
import { type Built, makeProject, type Project } from './project.ts';

const SAID = 'The night ferry leaves the quay when the tide is high enough and not before.';
const THREAD: Thread = {
  format: 1,
  id: 'ferry',
  title: 'When does the ferry leave?',
  origin: { platform: 'mail', importer: 'mail' },
  people: { ada: { handle: 'ada', name: 'Ada Quill' }, bo: { handle: 'bo', name: 'Bo Lantern' } },
  posts: [
    { id: 'm1', author: 'ada', parent: null, published: '2026-03-01T08:00:00Z', body: { plain: SAID } },
    {
      id: 'm2',
      author: 'bo',
      parent: 'm1',
      published: '2026-03-01T09:00:00Z',
      body: { plain: 'Then I shall bring a book.' },
    },
  ],
};

const CASES = {
  altered: `> ${SAID.replace('high enough', 'low enough')}`,
  misattributed: `> ${SAID}\n>\n> — Bo Lantern`,
  unknown: 'Nothing is quoted.',
};

const projects = new Map<keyof typeof CASES, { project: Project; built: Built }>();

beforeAll(async () => {
  const names = Object.keys(CASES) as (keyof typeof CASES)[];
  // Two at a time: the others would only wait for a processor.
  await Promise.all([buildAll(names.slice(0, 2)), buildAll(names.slice(2))]);
});
afterAll(async () => {
  await Promise.all([...projects.values()].map(({ project }) => project.remove()));
});

describe('a digest with an altered quote', () => {
  test('stops the build with file and line, what was written, what was said, and the way out', () => {
    const { code, output } = resultOf('altered').built;
    expect(code).toBe(1);
    expect(output).toContain('content/digests/ferry.md:9  altered');
    expect(output).toMatch(/you wrote\s+.*low enough/);
    expect(output).toMatch(/Ada Quill\s+.*high enough/);
    expect(output).toContain('ferry#m1, 1 March 2026');
    expect(output).toMatch(/‾‾‾/);
  });

  test('is not published', () => {
    expect(pageIsThere('altered')).toBe(false);
  });
});

describe('a digest that gives somebody’s words to somebody else', () => {
  test('stops the build with file and line, naming both', () => {
    const { code, output } = resultOf('misattributed').built;
    expect(code).toBe(1);
    expect(output).toContain('content/digests/ferry.md:9  misattributed');
    expect(output).toContain('Ada Quill');
    expect(output).toContain('Bo Lantern');
  });

  test('is not published', () => {
    expect(pageIsThere('misattributed')).toBe(false);
  });
});

describe('a digest that names a thread which is not there', () => {
  test('stops the build with file and line, the name, and those that are there', () => {
    const { code, output } = resultOf('unknown').built;
    expect(code).toBe(1);
    expect(output).toMatch(/content\/digests\/ferry\.md:4\b/);
    expect(output).toContain('There is no thread "fery"');
    expect(output).toMatch(/known: ferry/);
  });

  test('is not published', () => {
    expect(pageIsThere('unknown')).toBe(false);
  });
});

test('a quote whose source is not found is a warning: the build goes on, the page says it', () => {
  expect(
    inject('hardOutput').match(/content\/digests\/unsourced\.md:\d+ {2}warning: unsourced/g),
  ).toHaveLength(1);
  expect(existsSync(join(inject('hard'), 'digests/unsourced/index.html'))).toBe(true);
});

async function buildAll(names: readonly (keyof typeof CASES)[]): Promise<void> {
  for (const name of names) {
    const project = await makeProject('empty');
    const thread = name === 'unknown' ? 'fery' : 'ferry';
    const digest = `---\ntitle: The ferry\ndate: 2026-03-11\nthreads: [${thread}]\n---\n\nA line before.\n\n${CASES[name]}\n`;
    await project.write('content/site.yaml', 'title: Notes\nurl: https://quay.example\n');
    await project.write('content/threads/ferry.json', JSON.stringify(THREAD));
    await project.write('content/digests/ferry.md', digest);
    projects.set(name, { project, built: await project.build() });
  }
}

function resultOf(name: keyof typeof CASES) {
  const result = projects.get(name);
  if (!result) throw new Error(`The project "${name}" was not built.`);
  return result;
}

function pageIsThere(name: keyof typeof CASES): boolean {
  return existsSync(join(resultOf(name).project.dist, 'digests/ferry/index.html'));
}
