import type { Thing } from './export-form.ts';

/** `if a < b`, `R&D`: what a text that was escaped cannot hold. */
const BARE = /[<>]|&(?!amp;|lt;|gt;)/;

const ENTITY = /&(amp|lt|gt);/g;
const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };

/**
 * Whether the texts of a file are escaped, as the API gives them unless it is asked for `raw_json=1` and archives keep
 * them: `&`, `<` and `>` are then written as entities. The HTML form of any text tells; without one, that no text
 * holds a bare one.
 */
export function isEscaped(things: Iterable<Thing>): boolean {
  let bare = false;
  for (const { data } of things) {
    const html = data.body_html ?? data.selftext_html;
    if (typeof html === 'string' && html.trimStart().startsWith('<')) return false;
    if (typeof html === 'string' && html.trimStart().startsWith('&lt;')) return true;
    bare ||= [data.body, data.selftext, data.title].some(
      (text) => typeof text === 'string' && BARE.test(text),
    );
  }
  return !bare;
}

/** A text that `isEscaped`, decoded once: `&amp;gt;` was written as `&gt;` by its author. */
export function unescaped(text: string): string {
  return text.replace(ENTITY, (entity, name: string) => CHARACTERS[name] ?? entity);
}
