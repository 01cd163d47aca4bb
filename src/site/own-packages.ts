import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** A name as npm knows it: `diff`, `@noble/hashes/sha2.js`; not `./views.ts`, `node:fs`, `virtual:quotidian`. */
const BARE = /^[@\w][^:]*$/;
const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));
const OWN = `${PACKAGE}node_modules`;
/** In the repository all packages are its own, and stand where everybody finds them. */
const INSTALLED = /[/\\]node_modules[/\\](?:[^/\\]+[/\\])?$/.test(PACKAGE);

/**
 * A Vite plugin: where the project or Astro wants another version of a package, npm puts ours below us. What is
 * built from us runs elsewhere, and would find theirs; so it is told the place.
 */
export function ownPackages(): Plugin {
  return {
    name: 'quotidian/own-packages',
    enforce: 'pre',
    apply: 'build',
    applyToEnvironment: ({ name }) => INSTALLED && name !== 'client',
    resolveId(name, importer) {
      if (!importer?.startsWith(PACKAGE) || !BARE.test(name)) return null;
      const path = pathOf(name);
      return path?.startsWith(OWN) ? { id: path, external: 'absolute' } : null;
    },
  };
}

function pathOf(name: string): string | null {
  try {
    return fileURLToPath(import.meta.resolve(name));
  } catch {
    return null;
  }
}
