import { safeAddress } from '../../thread/address.ts';
import type { PhrasingContent } from '../body.ts';

/**
 * A line of text with its bare http(s) addresses made links: `see https://quay.example/a.`,
 * `<https://quay.example/a>`. Punctuation after an address is not part of it; angle brackets around it go, and so does
 * an address in them that only repeats the one before, as mail programs write a link whose text is its address.
 */
export function linkText(text: string): readonly PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let behind = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const written = withoutPunctuation(match[0]);
    const url = safeAddress(written);
    if (!url) continue;
    const end = match.index + written.length;
    const bracketed = text[match.index - 1] === '<' && text[end] === '>';
    const before = text.slice(behind, bracketed ? match.index - 1 : match.index);
    const last = nodes.at(-1);
    if (bracketed && last?.type === 'link' && last.url === url && before.trim() === '') {
      behind = end + 1;
      continue;
    }
    if (before) nodes.push({ type: 'text', value: before });
    nodes.push({ type: 'link', url, children: [{ type: 'text', value: written }] });
    behind = bracketed ? end + 1 : end;
  }
  if (behind < text.length) nodes.push({ type: 'text', value: text.slice(behind) });
  return nodes;
}

// "https://quay.example/a_(b)?c=d"
const ADDRESS = /\bhttps?:\/\/[^\s<>"‹›“”`]+/gi;
const PUNCTUATION = new Set(".,;:!?'*_~|…’");
const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Drops what follows an address in a sentence; a closing bracket stays if it was opened within. */
function withoutPunctuation(address: string): string {
  const surplus = new Map(
    Object.entries(PAIRS).map(([close, open]) => [close, count(address, close) - count(address, open)]),
  );
  let end = address.length;
  while (end > 0) {
    const last = address.charAt(end - 1);
    const unopened = surplus.get(last) ?? 0;
    if (unopened > 0) surplus.set(last, unopened - 1);
    else if (!PUNCTUATION.has(last)) break;
    end -= 1;
  }
  return address.slice(0, end);
}

function count(text: string, wanted: string): number {
  return text.split(wanted).length - 1;
}
