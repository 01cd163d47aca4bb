import type { ContentFinding } from './finding.ts';
import { RULES } from './rules.ts';

/** The findings as a log of SARIF 2.1.0 (OASIS), as code hosts and editors read it. */
export function sarifLog(findings: readonly ContentFinding[], version: string): object {
  const codes = [...new Set(findings.map(({ code }) => code))].toSorted();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Quotidian',
            semanticVersion: version,
            rules: codes.map((id) => ({ id, shortDescription: { text: RULES.get(id) ?? `${id}.` } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => resultOf(finding, codes)),
      },
    ],
  };
}

function resultOf(
  { file, line, code, severity, message, hint, misquote, fix }: ContentFinding,
  codes: readonly string[],
) {
  const artifactLocation = { uri: encodeURI(file), uriBaseId: '%SRCROOT%' };
  const said = misquote ? ` Written: “${misquote.wrote}” Said: “${misquote.said}”` : '';
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: severity,
    message: { text: `${message}${said} ${hint}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation,
          ...(line === undefined ? {} : { region: { startLine: line } }),
        },
      },
    ],
    ...(fix
      ? {
          fixes: [
            {
              description: { text: hint },
              artifactChanges: [
                {
                  artifactLocation,
                  replacements: fix.map(({ start, end, text }) => ({
                    deletedRegion: { charOffset: start, charLength: end - start },
                    insertedContent: { text },
                  })),
                },
              ],
            },
          ],
        }
      : {}),
  };
}
