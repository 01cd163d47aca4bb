import type { Convention, Page } from '../../plain/convention.ts';
import { nameIn } from '../../plain/names.ts';

/**
 * A quote between two lines that bear the name of who wrote it, between marks that open and marks that close:
 * `>>> Petra Holm >>>` … `<<< Petra Holm <<<`.
 */
export const enclosedQuotes: Convention = {
  name: 'enclosed-quotes',
  begin(page) {
    const partners = partnersIn(page);
    return (at) => {
      const partner = partners.get(at);
      if (partner === undefined) return null;
      if (partner < at) return { count: 1, role: 'mark', depth: 0, rest: 'end' };
      const attribution = textOf(page, at);
      const name = nameIn(OPENING.exec(attribution)?.[1] ?? '');
      const introduces = { kind: 'reply' as const, attribution, ...(name && { name }) };
      return { count: 1, role: 'attribution', depth: 0, introduces, rest: 'quote' };
    };
  },
};

// ">>> Petra Holm >>>"
const OPENING = /^>>> ?(\p{L}[^<>]{0,80})>>>$/u;
// "<<< Petra Holm <<<"
const CLOSING = /^<<< ?(\p{L}[^<>]{0,80})<<<$/u;

/** From each line to the one that closes it, and back. They do not nest: the last that opened is the one that counts. */
function partnersIn(page: Page): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  let open: { readonly at: number; readonly name: string } | null = null;
  for (const at of page.lines.keys()) {
    const text = textOf(page, at);
    const opening = OPENING.exec(text)?.[1]?.trim();
    if (opening) open = { at, name: opening };
    const closing = open && !opening ? CLOSING.exec(text)?.[1]?.trim() : undefined;
    if (!open || closing !== open.name) continue;
    partners.set(open.at, at).set(at, open.at);
    open = null;
  }
  return partners;
}

function textOf({ lines }: Page, at: number): string {
  return lines[at]?.text.trimEnd() ?? '';
}
