import type { ContentFinding } from './finding.ts';

/** The findings as workflow commands of GitHub Actions, which shows them at their lines; one a line. */
export function githubAnnotations(findings: readonly ContentFinding[]): readonly string[] {
  return findings.map(({ file, line, code, severity, message, hint, misquote }) => {
    const said = misquote ? [`Written: ${misquote.wrote}`, `Said: ${misquote.said}`] : [];
    const properties = [
      `file=${property(file)}`,
      ...(line === undefined ? [] : [`line=${line}`]),
      `title=${property(code)}`,
    ];
    return `::${severity} ${properties.join(',')}::${data([message, ...said, hint].join('\n'))}`;
  });
}

/** As `@actions/core` writes them. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
