import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { QuotidianError } from '../../thread/error.ts';

/** The folder of this package, which holds `package.json`, `content/` and `public/`. */
export const PACKAGE = fileURLToPath(new URL('../../../', import.meta.url)).replace(/[/\\]$/, '');

interface Manifest {
  readonly version: string;
  readonly peerDependencies: { readonly astro: string };
}

/** What the site in `root` depends on: us as `asked`, else as we were installed here; Astro; our Node where npm brought it. */
export function siteDependencies(root: string, asked: string | undefined): Readonly<Record<string, string>> {
  const { version, peerDependencies } = readJson(resolve(PACKAGE, 'package.json')) as Manifest;
  return {
    astro: peerDependencies.astro,
    ...(process.execPath.includes(`${sep}node_modules${sep}`) ? { node: `^${process.versions.node}` } : {}),
    quotidian: asked === undefined ? asInstalled(root, version) : asAsked(root, asked),
  };
}

/** `^0.1.0`, or `file:../quotidian-0.1.0.tgz` where there is such a file. */
function asAsked(root: string, asked: string): string {
  if (existsSync(asked)) return fromFile(root, resolve(asked));
  if (!/[/\\]|\.tgz$/.test(asked)) return asked;
  throw new QuotidianError(`There is no file “${asked}”.`, {
    code: 'no-package',
    hint: 'Give --package a file that “npm pack” wrote, or a version such as ^0.1.0.',
  });
}

/** From a registry we come by our version, from a packed file by that file. */
function asInstalled(root: string, version: string): string {
  const above = dirname(PACKAGE);
  if (basename(above) !== 'node_modules') {
    throw new QuotidianError('This Quotidian runs from its repository, and a site needs it as a package.', {
      code: 'no-package',
      hint: 'Run “npm pack” there, then “npx quotidian init <folder> --package quotidian-….tgz”. Nothing was written.',
    });
  }
  const holder = dirname(above);
  const manifest = resolve(holder, 'package.json');
  const spec = existsSync(manifest) ? dependencyOn(readJson(manifest)) : undefined;
  if (spec?.startsWith('file:')) return fromFile(root, resolve(holder, spec.slice('file:'.length)));
  return `^${version}`;
}

function dependencyOn(manifest: unknown): string | undefined {
  return (manifest as { dependencies?: Record<string, string> }).dependencies?.quotidian;
}

function fromFile(root: string, path: string): string {
  return `file:${relative(root, path).replaceAll('\\', '/')}`;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
