import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { threadOf } from '../quotes/threads.ts';

export const REPOSITORY = resolve(import.meta.dirname, '../..');
const LINT = join(REPOSITORY, 'src/editor/quotidian-lint.ts');

/** What Ines says in the thread `ferry`. */
export const SAID = 'The timetable says half past seven. The ferry says otherwise, and nobody was told why.';

export interface Project {
  readonly folder: string;
  write(path: string, text: string): void;
}

/** A project with the threads `ferry` and `quay`, whose editors run remark; gone after the test. */
export function editorProject(files: Readonly<Record<string, string>> = {}): Project {
  const folder = mkdtempSync(join(tmpdir(), 'quotidian-editor-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const ferry = threadOf({
    a: { by: 'ines', html: `<p>${SAID}</p>` },
    b: { by: 'bo', to: 'a', html: '<p>It was cancelled in January; the PDF was not.</p>' },
  });
  const posts = ferry.posts.map((post) => ({ ...post, url: `https://quay.example/${post.id}` }));
  const quay = threadOf(
    { q: { by: 'petra', html: '<p>The gulls keep a better timetable than the harbour office does.</p>' } },
    'quay',
  );
  write('package.json', '{ "type": "module" }\n');
  write(
    '.remarkrc.mjs',
    `import { quotidianLint } from ${JSON.stringify(LINT)};\nexport default { plugins: [quotidianLint] };\n`,
  );
  write('content/site.yaml', 'title: Quay notes\n');
  write('content/threads/ferry.json', JSON.stringify({ ...ferry, posts }));
  write('content/threads/quay.json', JSON.stringify(quay));
  for (const [path, text] of Object.entries(files)) write(path, text);
  symlinkSync(join(REPOSITORY, 'node_modules'), join(folder, 'node_modules'));
  return { folder, write };
}

export const DIGEST = 'content/digests/ferry.md';

/** A digest on the thread `ferry`. */
export function digest(...lines: readonly string[]): string {
  return ['---', 'title: The ferry', 'date: 2026-03-11', 'threads: [ferry]', '---', '', ...lines, ''].join(
    '\n',
  );
}
