import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { type Composition, composeDigest } from './compose-digest.ts';
import { type Finding, findingsOf, type QuotePolicy } from './findings.ts';
import { type DigestReading, readDigest } from './read-digest.ts';

/** What the plugin asks of the site for one digest. */
export interface DigestSource {
  readonly policy: QuotePolicy;
  /** Everything that may be quoted, by the ids in the frontmatter; throws where a thread is not there. */
  readonly compose: (
    root: Root,
    threads: readonly string[],
  ) => Promise<
    Pick<Composition, 'evidence'> & {
      readonly finish: (reading: DigestReading) => Promise<Composition>;
    }
  >;
  /** An error's text as the editor should read it. */
  readonly explain: (findings: readonly Finding[], file: string) => string;
}

interface AstroData {
  readonly astro?: { readonly frontmatter?: { readonly threads?: readonly string[] } };
}

/**
 * The remark plugin by which a digest's quotes are traced, judged and printed. Fails the file, and with it the
 * build, where the policy calls a finding an error.
 */
export function digestPlugin({ policy, compose, explain }: DigestSource) {
  return () => async (root: Root, file: VFile) => {
    const { astro } = file.data as AstroData;
    const threads = astro?.frontmatter?.threads;
    if (!Array.isArray(threads)) return undefined;
    const { evidence, finish } = await compose(root, threads);
    const reading = readDigest(root, evidence);
    const errors = findingsOf(reading, policy).filter(({ severity }) => severity === 'error');
    const [first] = errors;
    if (first)
      file.fail(explain(errors, file.path), {
        place: { line: first.line, column: 1 },
        ruleId: first.code,
        source: 'quotidian',
      });
    return composeDigest(root, reading, await finish(reading));
  };
}
