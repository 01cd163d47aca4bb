import type { Paragraph, Root, RootContent } from 'mdast';
import { bodyText } from '../bodies/text.ts';
import { type Evidence, type EvidencePost, isAncestor } from './evidence.ts';
import { normalForm } from './normal.ts';
import { indexOfWords } from './place-pieces.ts';
import { postsWith } from './posts-with.ts';
import { saidBefore } from './said-before.ts';
import { withoutMarks } from './sought.ts';
import { countWords } from './words.ts';

/** A paragraph set off as a quote, in italics or in quotation marks, needs this many words to be looked for. */
const LEAST_SET_OFF = 4;
/** One that nothing sets off needs more, and somebody else must have written it. */
const LEAST_UNMARKED = 8;
const LEAST_CHARACTERS = 24;
/** Words that more posts share are a greeting or a formula. */
const MOST_SHARING = 4;

/**
 * Finds the paragraphs of a post that repeat, word for word, what an earlier post says, as people quote who have no
 * mark for it: in italics, in quotation marks, or bare. Each becomes a block quote; the rest of the tree is shared.
 * Returns the same tree where there is none. Short paragraphs are looked for in ancestors only.
 */
export function markQuotesByText(post: EvidencePost, evidence: Evidence): Root {
  const { root } = post.reading;
  let changed = false;
  const children = root.children.map((child): RootContent => {
    if (child.type !== 'paragraph' || !isRepeated(child, post, evidence)) return child;
    changed = true;
    return { type: 'blockquote', data: { quote: { kind: 'reply', byText: true } }, children: [child] };
  });
  return changed ? { ...root, children } : root;
}

function isRepeated(paragraph: Paragraph, post: EvidencePost, evidence: Evidence): boolean {
  const normal = normalForm(bodyText({ type: 'root', children: [paragraph] }).text).text;
  const words = withoutMarks(normal);
  const found = postsWith(words, evidence);
  if (found.length === 0 || found.length > MOST_SHARING) return false;
  const count = countWords(words);
  const isSetOff = words !== normal || isItalic(paragraph);
  if (count < (isSetOff ? LEAST_SET_OFF : LEAST_UNMARKED)) return false;
  if (!isSetOff && words.length < LEAST_CHARACTERS) return false;
  return found.some((candidate) => {
    const { author } = candidate.reading.post;
    const isAnother = author !== null && author !== post.reading.post.author;
    if (candidate === post || (!isSetOff && !isAnother)) return false;
    const isAbove = isAncestor(candidate, post);
    if (
      !isAbove &&
      (count < LEAST_UNMARKED || isAncestor(post, candidate) || saidBefore(candidate, post) >= 0)
    )
      return false;
    return indexOfWords(candidate.reading.normal.text, words, 0) >= 0;
  });
}

function isItalic({ children }: Paragraph): boolean {
  const [first, ...others] = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return first?.type === 'emphasis' && others.length === 0;
}
