/** Longer passages are named by their first and last words. */
const LONGEST_WHOLE = 120;
const EDGE_WORDS = 5;

/**
 * The text directive that lets a browser find and mark a passage: `:~:text=The%20ferry%20says`, to be put behind the
 * fragment of an address. Rules of the WICG's URL Fragment Text Directives: whole words; a range where the text is
 * long or spans blocks; `-`, `,` and `&` encoded; where the same words stand elsewhere too, those `before` tell which
 * are meant. Empty where there is no text.
 */
export function textDirective(passage: string, before = ''): string {
  const blocks = passage
    .split(/\n+/)
    .map((block) => block.trim())
    .filter(Boolean);
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (!first || !last) return '';
  const prefix = before === '' ? '' : `${encode(before)}-,`;
  if (blocks.length === 1 && first.length <= LONGEST_WHOLE) return `:~:text=${prefix}${encode(first)}`;
  const start = first.split(/\s+/).slice(0, EDGE_WORDS).join(' ');
  const end = last.split(/\s+/).slice(-EDGE_WORDS).join(' ');
  return `:~:text=${prefix}${encode(start)},${encode(end)}`;
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/-/g, '%2D');
}
