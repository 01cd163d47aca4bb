import { readAttribution } from '../../plain/attribution.ts';
import type { Claim, Convention, Page } from '../../plain/convention.ts';
import { gather } from '../../plain/gather.ts';
import { headerIn } from '../../plain/header-names.ts';
import { headersAt, introduction, separatorAt } from '../../plain/headers.ts';
import { announcesMail } from '../../plain/separators.ts';

/**
 * What may as well be prose, for those who would rather lose words of the author's than keep somebody else's: any
 * line that reads as an attribution in a paragraph of its own, `Petra Holm wrote:`; `Reply Message` without dashes;
 * `From: petra@quay.example` alone, or two headers. What follows is the original. Not among `CONVENTIONS`.
 */
export const likelyOriginals: Convention = {
  name: 'likely-originals',
  begin: (page) => (at) => {
    if (page.lines[at]?.depth !== 0 || page.lines[at - 1]?.blank === false) return null;
    return announced(page, at) ?? headed(page, at) ?? attributed(page, at);
  },
};

function announced(page: Page, at: number): Claim | null {
  if (!announcesMail(page.content(at, 0).trim())) return null;
  return introduction(page, at, 0, separatorAt(at), 'reply');
}

function headed(page: Page, at: number): Claim | null {
  const from = RULE.test(page.content(at, 0)) ? at + 1 : at;
  const block = headersAt(page, from, 0);
  if (block && (block.names.has('from') || block.names.has('date')))
    return introduction(page, at, 0, block, 'reply');
  const header = headerIn(page.content(from, 0).trim());
  if (header?.name !== 'from' || !ADDRESS.test(header.value)) return null;
  const alone = { ...separatorAt(from), from: header.value };
  return introduction(page, at, 0, alone, 'reply');
}

// "_____________"
const RULE = /^[_-]{5,200}\s?$/;
// "petra@quay.example"
const ADDRESS = /[^\s@]@[^\s@]/;

function attributed(page: Page, at: number): Claim | null {
  const wrapped = page.filled(0) === at ? null : gather(page, at, 0);
  const read = wrapped && readAttribution(wrapped.text);
  if (!wrapped || !read || (read.prose && !(read.name && endsParagraph(page, wrapped.end)))) return null;
  const introduces = {
    kind: 'reply' as const,
    attribution: wrapped.text,
    ...(read.name && { name: read.name }),
  };
  return { count: wrapped.end - at, role: 'attribution', introduces, rest: 'quote' };
}

function endsParagraph({ lines }: Page, at: number): boolean {
  return lines[at]?.blank !== false;
}
