import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

interface HeaderRule {
  /** `/_astro/*` */
  readonly pattern: string;
  readonly name: string;
  readonly value: string;
}

/** The rules of a site's `_headers`, as Netlify and Cloudflare Pages read them; none where it has no such file. */
export async function readHeadersFile(dist: string): Promise<readonly HeaderRule[]> {
  const text = await readFile(join(dist, '_headers'), 'utf8').catch(() => '');
  const rules: HeaderRule[] = [];
  let pattern = '';
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const [, name, value] = /^\s+([\w-]+):\s*(.+)$/.exec(line) ?? [];
    if (name && value) rules.push({ pattern, name: name.toLowerCase(), value: value.trim() });
    else pattern = line.trim();
  }
  return rules;
}

/** What those rules add for a path: all that match, the later one where two name the same header. */
export function headersFor(rules: readonly HeaderRule[], path: string): Readonly<Record<string, string>> {
  const matching = rules.filter(({ pattern }) => matches(pattern, path));
  return Object.fromEntries(matching.map(({ name, value }) => [name, value]));
}

/** `*` stands for anything, at the end or within. */
function matches(pattern: string, path: string): boolean {
  const parts = pattern.split('*').map((part) => RegExp.escape(part));
  return new RegExp(`^${parts.join('.*')}$`).test(path);
}
