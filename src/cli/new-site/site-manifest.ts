import { lstatSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { slug } from '../../thread/ids.ts';

export const MANIFEST = 'package.json';

/** As `npm install` writes it where there was none; whoever has scripts has a project of their own. */
const begun = z.looseObject({
  scripts: z.undefined().optional(),
  dependencies: z.record(z.string(), z.string()).default({}),
});

/**
 * The `package.json` of a site in `root`: what is there keeps every word and gets what is missing. `null` where what
 * is there is somebody's own.
 */
export function siteManifest(root: string, dependencies: Readonly<Record<string, string>>): string | null {
  const path = join(root, MANIFEST);
  const found = lstatSync(path, { throwIfNoEntry: false });
  const present = found ? begun.safeParse(jsonIfAny(path)) : null;
  if (present && !present.success) return null;
  const manifest = {
    name: slug(basename(root)),
    private: true,
    type: 'module',
    scripts: {
      dev: 'astro dev',
      build: 'quotidian check --quiet && astro build',
      preview: 'astro preview',
      check: 'quotidian check',
      import: 'quotidian import',
    },
    // Which packages may run a script of their own when they are installed.
    ...('node' in dependencies ? { allowScripts: { node: true } } : {}),
    ...present?.data,
    dependencies: { ...dependencies, ...present?.data.dependencies },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** `null` also where it is a folder, or a link that leads nowhere. */
function jsonIfAny(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
