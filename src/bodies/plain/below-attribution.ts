import { readAttribution } from './attribution.ts';

/**
 * Whether an attribution stands right above a line, a blank line between them at most, and on two lines at most. A bare
 * `Petra wrote:` is none here, for prose has it too.
 */
export function isBelowAttribution(texts: readonly string[], at: number): boolean {
  const last = isBlank(texts[at - 1]) ? at - 2 : at - 1;
  const [first, second] = [texts[last - 1] ?? '', texts[last] ?? ''];
  return isAttribution(second) || (!isBlank(first) && isAttribution(`${first.trim()} ${second.trim()}`));
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

function isAttribution(line: string): boolean {
  const read = ENDS_OPEN.test(line) ? readAttribution(line) : null;
  return read !== null && !read.prose;
}

// "Petra Holm <petra@quay.example> writes:", "wrote in message news:1a2b@quay.example..."
const ENDS_OPEN = /(?:[:：]|\.{3})\s?$/;
