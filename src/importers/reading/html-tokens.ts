import { Tokenizer } from 'parse5';

/** A stretch of HTML: a tag, or text as it reads. Offsets are those of the HTML. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'close'; readonly name: string; readonly start: number; readonly end: number }
  | OpeningTag;

/** `<a href="/t/7" class="mention">` */
export interface OpeningTag {
  readonly kind: 'open';
  /** In lower case. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly attributes: ReadonlyMap<string, HtmlAttribute>;
}

interface HtmlAttribute {
  readonly value: string;
  /** Where name and value stand, quotation marks included. */
  readonly start: number;
  readonly end: number;
}

/**
 * The tags and texts of a piece of HTML in order, as browsers cut it (WHATWG HTML, 13.2.5), with their places: for
 * changing what must be changed and leaving every other character as it is. Builds no tree, so it is linear for any
 * input. Comments are left out.
 */
export function htmlTokens(html: string): readonly HtmlToken[] {
  const tokens: HtmlToken[] = [];
  const addText = ({ chars, location }: { chars: string; location: Span | null }) =>
    tokens.push({ kind: 'text', text: chars, ...spanOf(location) });
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag({ tagName, attrs, location }) {
        const attributes = new Map(
          attrs.map(({ name, value }) => [name, { value, ...spanOf(location?.attrs?.[name] ?? null) }]),
        );
        tokens.push({ kind: 'open', name: tagName, attributes, ...spanOf(location) });
      },
      onEndTag({ tagName, location }) {
        tokens.push({ kind: 'close', name: tagName, ...spanOf(location) });
      },
      onCharacter: addText,
      onWhitespaceCharacter: addText,
      onNullCharacter: () => undefined,
      onComment: () => undefined,
      onDoctype: () => undefined,
      onEof: () => undefined,
    },
  );
  tokenizer.write(html, true);
  return tokens;
}

/** Whether a tag's `class` has the word. */
export function tagHasClass({ attributes }: OpeningTag, word: string): boolean {
  return attributes.get('class')?.value.split(/\s+/).includes(word) ?? false;
}

/**
 * The place of the token behind the element that the token at `from` opens: behind its end tag, or the end of the
 * list where it has none.
 */
export function behindElement(tokens: readonly HtmlToken[], from: number): number {
  const opening = tokens[from];
  if (opening?.kind !== 'open') return from + 1;
  let depth = 0;
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind === 'text' || token?.name !== opening.name) continue;
    depth += token.kind === 'open' ? 1 : -1;
    if (depth === 0) return at + 1;
  }
  return tokens.length;
}

/** What the texts among the tokens say, on one line. */
export function textOfTokens(tokens: readonly HtmlToken[]): string {
  return tokens
    .map((token) => (token.kind === 'text' ? token.text : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

interface Span {
  readonly startOffset: number;
  readonly endOffset: number;
}

function spanOf(location: Span | null): { readonly start: number; readonly end: number } {
  return { start: location?.startOffset ?? 0, end: location?.endOffset ?? 0 };
}
