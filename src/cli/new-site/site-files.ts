import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptySettings } from './empty-settings.ts';
import { PACKAGE } from './site-dependencies.ts';

export type SiteKind = 'empty' | 'example';

/** The files of a new site but its `package.json`, by their paths. All are its owner's from then on. */
export function siteFiles(kind: SiteKind, name: string): ReadonlyMap<string, string | Uint8Array> {
  const content =
    kind === 'example'
      ? copied('content')
      : new Map([
          ['content/site.yaml', emptySettings(name)],
          ['content/digests/.gitkeep', ''],
          ['content/threads/.gitkeep', ''],
        ]);
  return new Map<string, string | Uint8Array>([
    ['astro.config.mjs', CONFIG],
    ['src/content.config.ts', COLLECTIONS],
    ['.remarkrc.mjs', CHECKS],
    ['.gitignore', IGNORED],
    ['README.md', README],
    ...content,
    ...copied('public'),
  ]);
}

function copied(folder: string): ReadonlyMap<string, Uint8Array> {
  const entries = readdirSync(join(PACKAGE, folder), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(PACKAGE.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted();
  return new Map(paths.map((path) => [path, readFileSync(join(PACKAGE, path))]));
}

const CONFIG = `import { defineConfig } from 'astro/config';
import { quotidian } from 'quotidian';

export default defineConfig({ integrations: [quotidian()] });
`;

const COLLECTIONS = `import { quotidianCollections } from 'quotidian/content';

export const collections = quotidianCollections();
`;

const CHECKS = `// What editors that run remark tell of digests while they are written.
import { quotidianLint } from 'quotidian/remark';

export default { plugins: [quotidianLint] };
`;

const IGNORED = `node_modules/
dist/
.astro/
.cache/
`;

const README = `# A digest site

\`\`\`sh
npm install              # once
npm run dev              # the site while you write, at http://localhost:4321
npm run build            # every quote checked, then the site in dist/
npx quotidian --help     # import a thread, look at it, check quotes
\`\`\`

Everything here is yours. \`content/site.yaml\` says what the site is called, \`content/threads/\` holds what you import and your
decisions on it, \`content/digests/\` what you write, \`public/\` what is published as it is. \`npm update\` brings a newer
Quotidian, which lies in \`node_modules/\` and touches none of this.
`;
