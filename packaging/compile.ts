import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/*
 * Writes lib/, which the package ships in place of src/, because Node runs no TypeScript below node_modules: the
 * same folders, TypeScript as JavaScript, Astro and CSS as they are, declarations of what is public. `npm pack` runs it.
 */

const root = resolve(import.meta.dirname, '..');
const src = join(root, 'src');
const lib = join(root, 'lib');

rmSync(lib, { recursive: true, force: true });
const typescript = join(root, 'node_modules/typescript/bin/tsc');
execFileSync(process.execPath, [typescript, '-p', join(import.meta.dirname, 'tsconfig.json')], {
  stdio: 'inherit',
});
for (const name of filesOf(src, /\.(?:astro|css)$/)) cpSync(join(src, name), join(lib, name));
for (const name of filesOf(lib, /\.astro$/)) writeFileSync(join(lib, name), compiledNames(name));
removePrivateDeclarations();

function filesOf(folder: string, ending: RegExp): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => ending.test(name));
}

/** A component that imports what TypeScript was compiled to: `from '../site/pages.ts'` → `from '../site/pages.js'`. */
function compiledNames(component: string): string {
  const text = readFileSync(join(src, component), 'utf8');
  return text.replaceAll(/((?:\bfrom|\bimport)\s*\(?\s*['"])(\.[^'"]*)\.ts(?=['"])/g, (_, before, path) => {
    const compiled = `${path}.js`;
    if (existsSync(join(lib, dirname(component), compiled))) return `${before}${compiled}`;
    throw new Error(`src/${component} imports ${path}.ts, and there is no lib/…/${compiled}.`);
  });
}

/** Leaves the declarations that the entries of `exports` reach. */
function removePrivateDeclarations(): void {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    exports: Record<string, string>;
  };
  const reached = new Set<string>();
  const waiting = Object.values(exports)
    .filter((entry) => entry.endsWith('.js'))
    .map((entry) => join(root, entry.replace(/\.js$/, '.d.ts')));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    const imports = readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]*)\.[jt]s['"]/g);
    for (const [, path] of imports) waiting.push(join(dirname(file), `${path}.d.ts`));
  }
  for (const name of filesOf(lib, /\.d\.ts$/)) if (!reached.has(join(lib, name))) rmSync(join(lib, name));
}
