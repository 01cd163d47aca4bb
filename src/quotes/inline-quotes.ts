import { type Evidence, type EvidencePost, isAncestor } from './evidence.ts';
import { locateDeclared } from './locate.ts';
import { originalRange } from './normal.ts';
import { indexOfWords } from './place-pieces.ts';
import { postsWith } from './posts-with.ts';
import type { Fidelity } from './quote.ts';
import { saidBefore } from './said-before.ts';
import { setOffBy, setOffIn } from './set-off.ts';
import { longestPiece, type Sought, seek } from './sought.ts';
import type { Stretch } from './stretches.ts';
import { wordsOf } from './words.ts';

/** A quotation within a sentence; its place is in the quoting post's own text, quotation marks left out. */
export interface InlineQuote extends Stretch {
  readonly text: string;
  /** Who said the words. */
  readonly source: EvidencePost;
  /** Where, in the source's own text. */
  readonly passage: Stretch;
  readonly fidelity: Extract<Fidelity, 'verbatim' | 'abridged'>;
}

/** Shorter ones are names, titles and irony; in scripts without spaces two characters count as a word. */
const LEAST_WORDS = 4;
/** Words that two people may well choose alike: only what a post answers tells where they come from. */
const MOST_WORDS_BY_CHANCE = 8;
/** Words that more posts say for themselves are a formula. */
const MOST_SAYING = 4;
/** So many quotations of one post are looked for in others; what is set off further on stays its author's. */
const MOST_LOOKED_FOR = 200;

const known = new WeakMap<EvidencePost, readonly InlineQuote[]>();

/**
 * The quotations within a post's sentences: four words or more in quotation marks or italics that somebody else said,
 * word for word or but for declared edits, in a post that this one answers, or, eight words or more, in any earlier post
 * of the thread. Nothing is guessed: words that differ, that several people said, or that the other post has in quotation
 * marks itself stay the author's. In document order, without overlap; worked out once for each post of the evidence.
 */
export function inlineQuotesOf(post: EvidencePost, evidence: Evidence): readonly InlineQuote[] {
  const found = known.get(post) ?? find(post, evidence);
  known.set(post, found);
  return found;
}

/** The inline quote that holds all of a passage of the post's own text: words that the post only passes on. */
export function inlineQuoteAround(
  post: EvidencePost,
  { start, end }: Stretch,
  evidence: Evidence,
): InlineQuote | undefined {
  return inlineQuotesOf(post, evidence).find((quote) => quote.start <= start && end <= quote.end);
}

function find(post: EvidencePost, evidence: Evidence): readonly InlineQuote[] {
  const quotes: InlineQuote[] = [];
  let lookedFor = 0;
  for (const { start, end, by } of setOffIn(post.reading)) {
    if (by === 'link' || start < (quotes.at(-1)?.end ?? 0)) continue;
    for (const range of wordings(post.reading.own.text, start, end)) {
      const asked = ask(post, range, evidence);
      if (!asked) continue;
      lookedFor += 1;
      if (lookedFor > MOST_LOOKED_FOR) return quotes;
      const quote = trace(post, range, asked);
      if (!quote) continue;
      quotes.push(quote);
      break;
    }
  }
  return quotes;
}

/** The comma or stop before a closing mark may belong to either sentence. */
const FINAL_STOPS = /[.,;:!?]{1,3}$/;

/** The words as they stand between the marks, and without the stop at their end. */
function wordings(text: string, start: number, end: number): readonly Stretch[] {
  const raw = text.slice(start, end);
  const from = start + raw.length - raw.trimStart().length;
  const words = raw.trim();
  const whole = { start: from, end: from + words.length };
  const bare = words.replace(FINAL_STOPS, '').trimEnd();
  return bare === words ? [whole] : [whole, { start: from, end: from + bare.length }];
}

interface Asked {
  readonly sought: Sought;
  readonly words: number;
  readonly posts: readonly EvidencePost[];
}

/** What might be looked for, and where; `null` for most of what people put in quotation marks. */
function ask({ reading, thread }: EvidencePost, { start, end }: Stretch, evidence: Evidence): Asked | null {
  if (end - start < LEAST_WORDS * 2 - 1) return null;
  const sought = seek(reading.own.text.slice(start, end));
  const { text } = longestPiece(sought);
  const words = weigh(text);
  if (words < LEAST_WORDS || (words < MOST_WORDS_BY_CHANCE && !isTelling(text))) return null;
  const posts = postsWith(text, evidence).filter((post) => post.thread === thread);
  return posts.length > 1 ? { sought, words, posts } : null;
}

const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;

/** Words as they are written, with spaces between: `dc=test,dc=quay` is one. */
function weigh(text: string): number {
  return text.split(' ').reduce((sum, word) => {
    if (SPACELESS.test(word)) return sum + wordsOf(word).length / 2;
    return WORD.test(word) ? sum + 1 : sum;
  }, 0);
}

const WORD = /[\p{L}\p{N}]/u;

/** `at the end of the day` says nothing by itself: two of the words must be of four letters or more. */
const TELLING = /[\p{L}\p{N}\p{M}]{4}/u;
/** `The Old Man and the Sea`: what matters begins with a capital. */
const CAPITAL = /^[\p{Lu}\p{Lt}]/u;

function isTelling(text: string): boolean {
  if (SPACELESS.test(text)) return true;
  const telling = new Set(wordsOf(text).filter((word) => TELLING.test(word)));
  return telling.size > 1 && ![...telling].every((word) => CAPITAL.test(word));
}

/** Where a post says the words: in its own voice, in italics, or as somebody else's, in quotation marks or as a link. */
interface Use extends Stretch {
  readonly post: EvidencePost;
  readonly voice: 'own' | 'italics' | 'borrowed';
  readonly fidelity: InlineQuote['fidelity'];
}

function trace(post: EvidencePost, range: Stretch, asked: Asked): InlineQuote | null {
  if (isOfCode(post, range)) return null;
  const uses = asked.posts.flatMap((candidate) => useIn(candidate, asked.sought) ?? []);
  const isByChance = asked.words < MOST_WORDS_BY_CHANCE;
  const voiced = uses.filter(({ voice }) => voice === 'own');
  const emphasised = isByChance ? [] : uses.filter((use) => use.voice === 'italics' && use.post !== post);
  const sayings = (voiced.length > 0 ? voiced : emphasised).filter(
    (use) => use.post === post || isAncestor(use.post, post) || saidBefore(use.post, post) < 0,
  );
  const said = sayings.length > MOST_SAYING ? undefined : firstHeard(sayings, post, isByChance);
  if (!said) return null;
  const isUnsure = isSubject(said) || sayings.some((use) => use !== said && !sameAuthor(use.post, said.post));
  if (isByChance && isUnsure) return null;
  const text = post.reading.own.text.slice(range.start, range.end);
  const { fidelity, start, end } = said;
  return { ...range, text, source: said.post, passage: { start, end }, fidelity };
}

/** What the post answers, from near to far; then, of longer words, the earliest, unless the author had said them before. */
function firstHeard(sayings: readonly Use[], post: EvidencePost, isByChance: boolean): Use | undefined {
  const above = sayings.filter((use) => isAncestor(use.post, post));
  const earlier = sayings.filter((use) => use.post !== post && !isAncestor(post, use.post));
  const nearest = above.toSorted((one, other) => other.post.depth - one.post.depth)[0];
  const first = earlier.toSorted((one, other) => saidBefore(one.post, other.post))[0];
  const said = nearest ?? (isByChance ? undefined : first);
  return said && first && !sameAuthor(said.post, post) && !sameAuthor(first.post, post) ? said : undefined;
}

/** Whether both are known to be one person's. */
function sameAuthor({ reading: one }: EvidencePost, { reading: other }: EvidencePost): boolean {
  return one.post.author !== null && one.post.author === other.post.author;
}

/** How often words are looked for in a post, past places where they stand in quotation marks. */
const MOST_PLACES = 8;

function useIn(post: EvidencePost, sought: Sought): Use | undefined {
  const { normal } = post.reading;
  let found: Use | undefined;
  let at = indexOfWords(normal.text, sought.normal, 0);
  for (let tries = 0; at >= 0 && tries < MOST_PLACES; tries += 1) {
    const use = useAt(post, at, at + sought.normal.length, 'verbatim');
    if (use.voice === 'own') return use;
    found ??= use;
    at = indexOfWords(normal.text, sought.normal, at + 1);
  }
  if (found) return found;
  const declared = locateDeclared(normal.text, sought);
  if (!declared) return undefined;
  // What passes the words on may hold each piece between marks of its own.
  const { text } = longestPiece(sought);
  const piece = normal.text.indexOf(text, declared.start);
  const { voice } = useAt(post, piece, piece + text.length, 'abridged');
  const whole = useAt(post, declared.start, declared.end, 'abridged');
  return voice === 'own' ? whole : { ...whole, voice };
}

function useAt(post: EvidencePost, from: number, to: number, fidelity: Use['fidelity']): Use {
  const [start, end] = originalRange(post.reading.normal, from, to);
  const by = setOffBy(post.reading, { start, end });
  const isBorrowed = by.includes('marks') || by.includes('link');
  const voice = isBorrowed ? 'borrowed' : by.includes('italics') ? 'italics' : 'own';
  return { post, start, end, voice, fidelity };
}

/** Words that are also the subject are the name of what is talked about. */
function isSubject({ post, start, end }: Use): boolean {
  const { post: said, own } = post.reading;
  return said.subject?.includes(own.text.slice(start, end)) ?? false;
}

function isOfCode({ reading }: EvidencePost, { start, end }: Stretch): boolean {
  return reading.own.leaves.some((leaf) => leaf.node.type !== 'text' && leaf.start < end && start < leaf.end);
}
