import type { Nodes, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { PostReading } from '../../quotes/reading.ts';
import { spacedWords } from '../../browser/search/spaced-words.ts';

/** Invisible characters; Pagefind takes one of them, U+200B, for a mark of its own. */
const INVISIBLE = /[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}]+/gu;

/** Text as it is indexed: one line, nothing invisible, and a space between the words of scripts that write none. */
export function searchableText(text: string): string {
  return spacedWords(text.replace(/\s+/g, ' ').replace(INVISIBLE, '').trim());
}

/** A post's own words, without those that its page hides behind a spoiler mark. */
export function openWords({ root, own }: Pick<PostReading, 'root' | 'own'>): string {
  const hidden = new Set<Nodes>();
  visit(root, 'spoiler', (spoiler) => {
    visit(spoiler, (node) => {
      hidden.add(node);
    });
    return SKIP;
  });
  if (hidden.size === 0) return own.text;
  let text = '';
  let end = 0;
  for (const leaf of own.leaves) {
    text += own.text.slice(end, leaf.start);
    if (!hidden.has(leaf.node)) text += own.text.slice(leaf.start, leaf.end);
    end = leaf.end;
  }
  return text;
}

/** What stands in a tree, block by block, but for the nodes given. */
export function blockWords(root: Root, without: ReadonlySet<Nodes>): string {
  const pieces: string[] = [];
  visit(root, (node) => {
    if (without.has(node)) return SKIP;
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') pieces.push(node.value);
    else if (!INLINE.has(node.type)) pieces.push(' ');
    return undefined;
  });
  return pieces.join('');
}

const INLINE = new Set<string>(['emphasis', 'strong', 'delete', 'link', 'linkReference']);
