import { readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { DigestSource } from '../markdown/digest-plugin.ts';
import { QuotidianError } from '../thread/error.ts';
import { cacheFolder, readKept } from './cache-files.ts';
import { threadIds } from './content-files.ts';
import { compositionOf } from './digest-figures.ts';
import { digestSlug } from './digest-files.ts';
import type { DigestRecord } from './digest-records.ts';
import { explainFindings } from './explain-findings.ts';
import { issueLinks } from './issues/issue-links.ts';
import { openLibrary } from './library.ts';
import type { Settings } from './settings.ts';
import { wordsFor } from './words/index.ts';

/** What the Markdown pipeline asks of this site while it renders digests. */
export function digestSource(
  root: string,
  cache: string,
  base: string,
  settings: Settings,
  warn: DigestSource['warn'],
): DigestSource {
  const words = wordsFor(settings.lang);
  const library = openLibrary(root, settings.postsPerPage);
  return {
    policy: settings.quotes,
    issues: (lang = settings.lang) => issueLinks(lang, cache),
    explain: (findings, file) => explainFindings(findings, relative(root, file)),
    warn,
    compose: async (tree, { threads, lang = settings.lang }, file) => {
      mustBeThere(threads, file, root);
      const evidence = library.evidence(threads);
      return {
        evidence,
        withheld: library.redactions(threads),
        finish: (reading) =>
          compositionOf(tree, reading, evidence, {
            base,
            words,
            library,
            lang,
            sources: sourcesOf(digestSlug(basename(file)), cache),
          }),
      };
    },
  };
}

/** By the anchors of the quotes; as the site was prepared, which comes before digests are rendered. */
function sourcesOf(slug: string, cache: string): ReadonlyMap<string, DigestRecord['sources'][number]> {
  const digests = readKept<readonly DigestRecord[]>(join(cacheFolder(cache), 'digests.json')) ?? [];
  const sources = digests.find(({ view }) => view.slug === slug)?.sources ?? [];
  return new Map(sources.map((source) => [source.anchor, source]));
}

function mustBeThere(threads: readonly string[], file: string, root: string): void {
  const known = threadIds(root);
  const missing = threads.find((id) => !known.includes(id));
  if (missing === undefined) return;
  const lines = readFileSync(file, 'utf8').split('\n');
  const line = lines.findIndex((text) => text.includes(missing)) + 1;
  throw new QuotidianError(`${relative(root, file)}:${line}  There is no thread "${missing}".`, {
    code: 'unknown-thread',
    place: { file, line },
    hint: `Import it (npx quotidian import …), or correct the name; known: ${known.slice(0, 8).join(', ') || 'none yet'}.`,
  });
}
