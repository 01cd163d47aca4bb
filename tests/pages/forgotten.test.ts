import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Thread } from '../../src/thread/schema.ts';
import { openBrowser } from '../site/browser.ts';
import { builtFiles } from './built-page.ts';
import { type Built, makeProject, type Project } from './project.ts';
import { serve } from './serve.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Whom each of three wishes hides: Ines has a pseudonym, Cara withdrew in people.yaml, Dora is forgotten. */
const WORDS = {
  ines: 'The lamp on the northern mole has been dark since the storm of last Thursday.',
  cara: 'My brother lost his licence after the collision and nobody on board will say why.',
  dora: 'The harbour master told me in confidence that the old ferry will never sail again.',
  bo: 'I shall bring a book and a lantern, and wait for whoever comes.',
};
const person = (handle: string, name: string) => ({
  handle: `@${handle}@quay.example`,
  name,
  url: `https://quay.example/@${handle}`,
  avatar: `https://quay.example/avatars/${handle}.png`,
});
const THREAD: Thread = {
  format: 1,
  id: 'ferry',
  title: 'What Ines Kovar saw from the mole',
  origin: { platform: 'mastodon', importer: 'mastodon', url: 'https://quay.example/@ines/1' },
  people: {
    '90071': person('ines', 'Ines Kovar'),
    '90072': person('cara', 'Cara Wexford'),
    '90073': person('dora', 'Dora Millrace'),
    '90074': person('bo', 'Bo Lantern'),
  },
  posts: [
    {
      id: 'm1',
      author: '90071',
      parent: null,
      published: '2026-03-01T08:00:00Z',
      url: 'https://quay.example/@ines/1',
      body: { plain: WORDS.ines },
    },
    {
      id: 'm2',
      author: '90072',
      parent: 'm1',
      published: '2026-03-01T09:00:00Z',
      url: 'https://quay.example/@cara/2',
      body: { plain: WORDS.cara },
    },
    {
      id: 'm3',
      author: '90073',
      parent: 'm1',
      published: '2026-03-01T10:00:00Z',
      url: 'https://quay.example/@dora/3',
      body: { plain: WORDS.dora },
    },
    {
      id: 'm4',
      author: '90074',
      parent: 'm1',
      published: '2026-03-01T11:00:00Z',
      body: {
        plain: `Ines Kovar wrote:\n> ${WORDS.ines}\n\nCara Wexford wrote:\n> ${WORDS.cara}\n\n@dora wrote:\n> ${WORDS.dora}\n\n${WORDS.bo}`,
      },
    },
  ],
};
const PEOPLE = `ines:
  handles: { mastodon: "@ines@quay.example" }
  pseudonym: Quill Mercer
cara:
  handles: { mastodon: "@cara@quay.example" }
  withdrawn: 2026-11-01
bo:
  handles: { mastodon: "@bo@quay.example" }
  name: Bo of the Quay
  consent: asked
`;
const digest = (...lines: string[]) =>
  [
    '---',
    'title: The dark mole',
    'date: 2026-03-11',
    'threads: [ferry]',
    'summary: A lamp.',
    '---',
    '',
    ...lines,
    '',
  ].join('\n');
const FAITHFUL = digest(`> ${WORDS.ines}`, '', `> ${WORDS.bo}`);

let project: Project;
let built: Built;
let spoilt: Built;

beforeAll(async () => {
  project = await makeProject('empty');
  await project.write(
    'content/site.yaml',
    'title: Quay notes\nurl: https://notes.example\npeople: true\nconsent: strict\n',
  );
  await project.write('content/threads/ferry.json', `${JSON.stringify(THREAD, null, 2)}\n`);
  await project.write('content/threads/ferry.yaml', 'consent: public\n');
  await project.write('content/people.yaml', PEOPLE);
  await project.write('content/digests/2026-03-11-mole.md', FAITHFUL);
  // With its words in the caches, as an editor has them who is asked to forget.
  await project.build();
  const main = join(import.meta.dirname, '../../src/cli/main.ts');
  const { status, stderr } = spawnSync(process.execPath, [main, 'forget', '@dora@quay.example'], {
    cwd: project.root,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  built = await project.build();
});
afterAll(() => project?.remove());

const unpacked = (name: string) => {
  const bytes = readFileSync(join(project.dist, name));
  if (name.endsWith('.br')) return brotliDecompressSync(bytes).toString('utf8');
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
};

describe('what is withheld and forgotten', () => {
  test('is in no file of the built site, packed ones and the search index included', () => {
    expect(built.code, built.output).toBe(0);
    const names = builtFiles(project.dist);
    expect(names.some((name) => name.endsWith('.pf_fragment'))).toBe(true);
    expect(names.some((name) => name.endsWith('.br'))).toBe(true);
    for (const name of names) {
      const text = unpacked(name)
        .replace(/<[^<>]*>|\\n/g, ' ')
        .replace(/\s+/g, ' ');
      expect(text, name).not.toMatch(/licence after the|told me in confidence|never sail again/);
      expect(text, name).not.toMatch(
        /ines kovar|cara wexford|dora millrace|@(?:ines|cara|dora)\b|9007[123]|avatars\/(?:ines|cara|dora)/i,
      );
      expect(name).not.toMatch(/ines|cara|dora/);
    }
  });

  test('leaves what others said, a pseudonym and a displayed name where they are due', () => {
    const page = unpacked('threads/ferry/index.html');
    expect(page).toContain('Quill Mercer');
    expect(page).toContain('Bo of the Quay');
    expect(page).toContain('bring a book and a lantern');
    expect(page).toContain('Shown because it was said in public');
    expect(unpacked('digests/2026-03-11-mole/index.html')).toContain('Quill Mercer');
    expect(unpacked('threads/ferry/index.html').match(/data-state="deleted"/g)).toHaveLength(2);
  });

  test('leaves gaps that pass axe by WCAG 2.2 AA', async () => {
    const served = await serve(project.dist);
    const browser = await openBrowser();
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${served.origin}/threads/ferry/`);
    const gap = page.locator('article.gone').first();
    expect(await gap.textContent()).toContain('This post was deleted.');
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => {
      const { axe: checker } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } };
      return checker.run();
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
    await browser.close();
    served.close();
  });
});

test('a build that would publish forgotten words again fails and names the file', async () => {
  await project.write(
    'content/digests/2026-03-11-mole.md',
    digest(
      'As I heard, the harbour master told *me* in confidence that the old ferry will never sail again.',
    ),
  );
  spoilt = await project.build();
  expect(spoilt.code).toBe(1);
  expect(spoilt.output).toContain('still stands in');
  expect(spoilt.output).toContain('digests/2026-03-11-mole/index.html');
});
