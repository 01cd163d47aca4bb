import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { type Composition, composeDigest } from './compose-digest.ts';
import { type Finding, findingsOf, type QuotePolicy } from './findings.ts';
import { type IssueLinks, linkIssues } from './link-issues.ts';
import { type DigestReading, readDigest } from './read-digest.ts';

/** What the plugin asks of the site for one digest. */
export interface DigestSource {
  readonly policy: QuotePolicy;
  /** Everything that may be quoted, by the ids in the frontmatter of the file; throws where a thread is not there. */
  readonly compose: (
    root: Root,
    frontmatter: { readonly threads: readonly string[]; readonly lang?: string },
    file: string,
  ) => Promise<
    Pick<Composition, 'evidence'> & {
      /** Words that must not be published. */
      readonly withheld: readonly string[];
      readonly finish: (reading: DigestReading) => Promise<Composition>;
    }
  >;
  /** How a digest in that language speaks of issues, and where they stand. */
  readonly issues: (lang: string | undefined) => IssueLinks;
  /** An error's text as the editor should read it. */
  readonly explain: (findings: readonly Finding[], file: string) => string;
  /** Tells the editor what does not stop the build. */
  readonly warn: (text: string) => void;
}

interface AstroData {
  readonly astro?: {
    readonly frontmatter?: { readonly threads?: readonly string[]; readonly lang?: string };
  };
}

/**
 * The remark plugin by which a digest's quotes are traced, judged and printed. Fails the file, and with it the
 * build, where the policy calls a finding an error.
 */
export function digestPlugin({ policy, compose, issues, explain, warn }: DigestSource) {
  /** By file, what was said last: a build reads every digest more than once. */
  const warned = new Map<string, string>();
  return () => async (root: Root, file: VFile) => {
    const { astro } = file.data as AstroData;
    const { threads, lang } = astro?.frontmatter ?? {};
    if (!Array.isArray(threads)) return undefined;
    const { evidence, withheld, finish } = await compose(
      root,
      { threads, ...(typeof lang === 'string' ? { lang } : {}) },
      file.path,
    );
    const reading = readDigest(root, evidence, withheld);
    const { error: errors = [], warning: warnings = [] } = Object.groupBy(
      findingsOf(reading, policy),
      ({ severity }) => severity,
    );
    const warning = warnings.length > 0 ? explain(warnings, file.path) : '';
    if (warning !== '' && warned.get(file.path) !== warning) warn(warning);
    warned.set(file.path, warning);
    const [first] = errors;
    if (first)
      file.fail(explain(errors, file.path), {
        place: { line: first.line, column: 1 },
        ruleId: first.code,
        source: 'quotidian',
      });
    const composed = composeDigest(root, reading, await finish(reading));
    linkIssues(composed, issues(lang));
    return composed;
  };
}
