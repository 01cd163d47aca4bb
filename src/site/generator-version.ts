import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * A digest of the generator's own sources. Code that runs only while content is loaded or rendered is no part of
 * what Astro knows a page to depend on, so pages carry this in their cache key.
 */
export function generatorVersion(): string {
  const sources = resolve(import.meta.dirname, '..');
  const names = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:[jt]s|astro|css)$/.test(name),
  );
  const hash = createHash('sha256');
  for (const name of names.toSorted())
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(join(sources, name)));
  return hash.digest('hex').slice(0, 16);
}
