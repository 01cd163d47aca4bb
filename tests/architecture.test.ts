import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** Who may import whom: the folders of `src`, each with those it may reach besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  thread: [],
  importers: ['thread'],
  fetchers: ['thread', 'importers'],
  bodies: ['thread'],
  quotes: ['thread', 'bodies'],
  markdown: ['thread', 'bodies', 'quotes'],
  site: ['thread', 'bodies', 'quotes', 'markdown', 'browser'],
  browser: [],
  components: ['thread', 'site', 'browser'],
  layouts: ['thread', 'site', 'components', 'styles'],
  routes: ['thread', 'site', 'components', 'layouts', 'styles'],
  cli: ['thread', 'importers', 'fetchers', 'bodies', 'quotes', 'markdown', 'site'],
  // What editors run: the checks of the command line, without its commands.
  editor: ['thread', 'quotes', 'site', 'cli'],
  desk: ['thread', 'quotes', 'markdown', 'site', 'cli'],
  toolbar: ['browser', 'desk'],
  styles: [],
};
const PURE = ['thread', 'importers', 'fetchers', 'bodies', 'quotes'];
const FORBIDDEN_IN_PURE = /^(?:node:|astro)|^(?:fs|path|os|url|crypto|stream|buffer|util|child_process)$/;

const root = resolve(import.meta.dirname, '../src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.(?:ts|astro)$/.test(name),
);
const imports = (name: string) =>
  [...readFileSync(join(root, name), 'utf8').matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
    (match) => match[1] as string,
  );

const folderOf = (name: string) => (name.includes('/') ? (name.split('/')[0] as string) : '');

test.each(Object.keys(MAY_IMPORT))('src/%s imports only what the table allows', (folder) => {
  const trespasses = files
    .filter((name) => folderOf(name) === folder)
    .flatMap((name) =>
      imports(name)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => folderOf(relative(root, resolve(root, dirname(name), specifier))))
        .filter((target) => target !== folder && !(MAY_IMPORT[folder] ?? []).includes(target))
        .map((target) => `${name} imports ${target || 'the entry'}`),
    );
  expect(trespasses).toEqual([]);
});

test('every folder of src stands in the table', () => {
  const folders = [...new Set(files.map(folderOf).filter(Boolean))];
  expect(folders.filter((folder) => !(folder in MAY_IMPORT))).toEqual([]);
});

test.each(PURE)('src/%s imports neither Node nor Astro', (folder) => {
  const impure = files
    .filter((name) => folderOf(name) === folder)
    .flatMap((name) =>
      imports(name)
        .filter((specifier) => FORBIDDEN_IN_PURE.test(specifier))
        .map((specifier) => `${name}: ${specifier}`),
    );
  expect(impure).toEqual([]);
});
