import { describePlace, QuotidianError } from '../thread/error.ts';
import type { ContentFinding } from './checking/finding.ts';

/** What the work gives; where it throws on purpose, a finding instead. */
export function orFinding<T>(work: () => T, findings: ContentFinding[]): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof QuotidianError)) throw error;
    const { file = describePlace(error.place) || 'content', line } = error.place;
    findings.push({
      file,
      ...(line === undefined ? {} : { line }),
      severity: 'error',
      code: error.code,
      message: error.message.replace(/\s+/g, ' '),
      hint: error.hint ?? 'Correct the file.',
    });
    return undefined;
  }
}
