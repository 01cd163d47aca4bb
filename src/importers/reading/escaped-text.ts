import { decodeHTMLStrict } from 'entities';

/** `if a < b`: text that was escaped for HTML cannot hold this. */
const BARE = /[<>]/;

/**
 * Text that an export may have escaped for HTML (`AT&amp;T`, `it&#39;s`), decoded once. Text that holds a bare `<` or
 * `>` was not escaped and comes back as it is. For a text that is not HTML: tags would stay as text.
 */
export function unescapedText(text: string): string {
  return BARE.test(text) ? text : decodeHTMLStrict(text);
}
