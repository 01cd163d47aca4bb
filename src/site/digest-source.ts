import type { DigestSource } from '../markdown/digest-plugin.ts';
import { compositionOf } from './digest-figures.ts';
import { explainFindings } from './explain-findings.ts';
import { openLibrary } from './library.ts';
import type { Settings } from './settings.ts';

/** What the Markdown pipeline asks of this site while it renders digests. */
export function digestSource(root: string, base: string, settings: Settings): DigestSource {
  const library = openLibrary(root, settings.postsPerPage);
  return {
    policy: settings.quotes,
    explain: explainFindings,
    compose: async (tree, threads) => {
      const evidence = library.evidence(threads);
      return {
        evidence,
        finish: (reading) => compositionOf(tree, reading, evidence, { base, lang: settings.lang, library }),
      };
    },
  };
}
