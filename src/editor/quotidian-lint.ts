import type { Root } from 'mdast';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import { type DigestChecks, openDigestChecks } from './digest-checks.ts';
import { digestPlace } from './digest-place.ts';
import { messagesOf } from './messages.ts';

/**
 * A remark plugin that tells of a digest what `quotidian check` tells, each finding under the words that it is about,
 * with what the source says as a suggestion. Other Markdown files are left alone, and digests are never reformatted.
 */
export function quotidianLint(this: Processor): (root: Root, file: VFile) => undefined {
  const { compiler } = this;
  if (compiler)
    this.compiler = (tree, file) => (placeOf(file) === null ? compiler(tree, file) : String(file));
  return (_, file) => {
    const place = placeOf(file);
    if (!place) return undefined;
    const checks = checksOf(place.root);
    const text = String(file);
    const { toPoint } = location(text);
    const said = new Set<string>();
    for (const finding of checks.findings(place.file, text)) {
      for (const { reason, start, end, ...more } of messagesOf(finding, text, checks)) {
        const whole = JSON.stringify([finding.code, reason, start, end]);
        if (said.has(whole)) continue;
        said.add(whole);
        const [from, to] = [toPoint(start), toPoint(end)];
        const message = file.message(reason, {
          ...(from && to ? { place: { start: from, end: to } } : {}),
          ruleId: finding.code,
          source: 'quotidian',
        });
        Object.assign(message, more, { fatal: finding.severity === 'error' });
      }
    }
    return undefined;
  };
}

function placeOf(file: VFile) {
  return file.path ? digestPlace(file.path, file.cwd) : null;
}

/** A language server runs for hours, and is asked at each key. */
const opened = new Map<string, DigestChecks>();

function checksOf(root: string): DigestChecks {
  const checks = opened.get(root) ?? openDigestChecks(root);
  opened.set(root, checks);
  return checks;
}
