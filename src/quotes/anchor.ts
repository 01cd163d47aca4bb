import { names } from './attribution.ts';
import { type Evidence, type EvidencePost, isAncestor } from './evidence.ts';
import { type InlineQuote, inlineQuoteAround } from './inline-quotes.ts';
import { type Location, locateDeclared, locateExact, locateParagraphs } from './locate.ts';
import { locateNear, type Tolerance } from './locate-near.ts';
import { normalForm, originalRange } from './normal.ts';
import type { Edit, Fidelity, Source } from './quote.ts';
import { saidBefore } from './said-before.ts';
import { isTelling, longestPiece, type Sought, seek } from './sought.ts';
import type { Stretch } from './stretches.ts';
import { shingles } from './words.ts';

/** What is known of a quote before it is traced. */
export interface Request {
  /** Its words; paragraphs are separated by blank lines. */
  readonly text: string;
  /** Whom it names. */
  readonly name?: string;
  /** What it refers to, where it says so itself. */
  readonly reference?: EvidencePost;
  /** The post that it stands in; absent for a digest's. */
  readonly from?: EvidencePost;
  readonly tolerance: Tolerance;
}

export interface Anchor {
  readonly post: EvidencePost;
  readonly source: Source;
  readonly fidelity: Extract<Fidelity, 'verbatim' | 'abridged' | 'altered'>;
  readonly edits?: readonly Edit[];
  /** The post that the words were taken from, where it quotes them in a sentence of its own: `post` is who said them. */
  readonly through?: EvidencePost;
}

/** A quote of fewer words anchors only to an explicit reference or the parent. */
const LEAST_WORDS = 4;
/** Words that two people may well choose alike; a longer text that two posts share was copied from the first. */
const MOST_WORDS_BY_CHANCE = 8;

/**
 * The passage that a quote was taken from, or `null` where none is certain. Candidates are the explicit reference,
 * the parent, the other ancestors from near to far, then earlier posts, those of the person it names first; exact
 * before declared edits before approximate. Words that a post quotes in a sentence of its own lead on to whoever said
 * them. Costs a few index look-ups and the posts that they name.
 */
export function anchor(request: Request, evidence: Evidence): Anchor | null {
  const sought = seek(request.text);
  if (sought.normal === '') return null;
  const ranked = rankedCandidates(request, sought, evidence);
  for (const locate of [locateExact, locateDeclared, locateParagraphs]) {
    const anchored = firstOf(ranked, sought, evidence, (source) => locate(source, sought));
    if (anchored !== undefined) return anchored;
  }
  return nearest(ranked, request, sought, evidence);
}

interface Ranked {
  readonly post: EvidencePost;
  /** Smaller is better; equal ranks must be told apart by their words. */
  readonly rank: number;
}

const EXPLICIT = 0;
const PARENT = 1;
const NAMED = 1e9;
const EARLIER = 2e9;

function rankedCandidates(request: Request, sought: Sought, evidence: Evidence): readonly Ranked[] {
  const { from, reference } = request;
  const numbers = new Set(isTelling(sought, LEAST_WORDS) ? lookUp(sought, evidence) : []);
  const near = [reference, from && evidence.posts[from.parent]].filter((post) => post !== undefined);
  for (const post of near) numbers.add(post.number);
  return [...numbers]
    .flatMap((number): Ranked[] => {
      const post = evidence.posts[number];
      if (!post || post === from) return [];
      const rank = rankOf(post, request);
      return rank === null ? [] : [{ post, rank }];
    })
    .sort((one, other) => one.rank - other.rank || saidBefore(one.post, other.post));
}

function rankOf(post: EvidencePost, { from, reference, name }: Request): number | null {
  if (post === reference) return EXPLICIT;
  const named = name !== undefined && post.reading.author !== null && names(name, post.reading.author);
  if (!from) return named ? NAMED : EARLIER;
  if (post.number === from.parent) return PARENT;
  if (isAncestor(post, from)) return PARENT + from.depth - post.depth;
  if (isAncestor(from, post) || saidBefore(post, from) > 0) return null;
  return named ? NAMED : EARLIER;
}

/** How many shingles of a quote are looked up, and how many posts may share one before it tells nothing. */
const MOST_LOOKED_UP = 48;
const MOST_SHARING = 500;
/** Approximate candidates must share this part of the shingles looked up, or the rarest one. */
const LEAST_SHARED = 0.2;

function lookUp(sought: Sought, evidence: Evidence): Iterable<number> {
  const all = lookUpIn(shingles(sought.normal), evidence);
  const longest = longestPiece(sought).text;
  const rare = longest === sought.normal ? all : lookUpIn(shingles(longest), evidence);
  const shared = new Map<number, number>();
  for (const number of all.flat()) shared.set(number, (shared.get(number) ?? 0) + 1);
  const near = [...shared]
    .filter(([, count]) => count >= Math.max(1, all.length * LEAST_SHARED))
    .map(([number]) => number);
  return [...(rare[0] ?? []), ...near];
}

/** The posts that hold some of the shingles, the rarest shingle's first; empty and common ones left out. */
function lookUpIn(hashes: Uint32Array, evidence: Evidence): readonly (readonly number[])[] {
  const step = Math.max(1, Math.ceil(hashes.length / MOST_LOOKED_UP));
  return [...hashes]
    .filter((_, n) => n % step === 0)
    .map((hash) => evidence.index.textsWith(hash, MOST_SHARING))
    .filter((numbers) => numbers.length > 0)
    .sort((one, other) => one.length - other.length);
}

/** The best candidate in which the words are found; `null` where several are as good; `undefined` for none. */
function firstOf(
  ranked: readonly Ranked[],
  sought: Sought,
  evidence: Evidence,
  locate: (source: string) => Location | null,
): Anchor | null | undefined {
  let best: { readonly ranked: Ranked; readonly anchor: Anchor } | undefined;
  for (const candidate of ranked) {
    if (best && candidate.rank > best.ranked.rank) break;
    const location = locate(candidate.post.reading.normal.text);
    if (!location) continue;
    if (best && !isByChance(best.ranked, candidate, sought)) continue;
    const found = toAnchor(candidate.post, location, evidence);
    if (!best) best = { ranked: candidate, anchor: found };
    else if (found.post !== best.anchor.post) return null;
  }
  return best?.anchor;
}

/** Two people who say the same few words: neither can be called the source. */
function isByChance(one: Ranked, other: Ranked, sought: Sought): boolean {
  if (one.rank < NAMED || longestPiece(sought).words >= MOST_WORDS_BY_CHANCE) return false;
  return (
    one.post.reading.post.author === null || one.post.reading.post.author !== other.post.reading.post.author
  );
}

/** An approximate search is dear: it is tried on no more candidates, the best first. */
const MOST_NEAR = 64;

function nearest(
  ranked: readonly Ranked[],
  request: Request,
  sought: Sought,
  evidence: Evidence,
): Anchor | null {
  const found: { readonly ranked: Ranked; readonly location: Location; readonly anchor: Anchor }[] = [];
  for (const candidate of ranked.slice(0, MOST_NEAR)) {
    if (found[0] && candidate.rank > found[0].ranked.rank) break;
    const location = locateNear(candidate.post.reading.normal.text, sought, request.tolerance);
    if (!location) continue;
    found.push({ ranked: candidate, location, anchor: toAnchor(candidate.post, location, evidence) });
  }
  found.sort((one, other) => one.location.differing - other.location.differing);
  const [best, ...others] = found;
  const second = others.find((other) => other.anchor.post !== best?.anchor.post);
  const isUnique =
    best && (!second || (!request.from && second.location.differing > best.location.differing));
  return isUnique ? best.anchor : null;
}

function toAnchor(post: EvidencePost, location: Location, evidence: Evidence): Anchor {
  const [start, end] = originalRange(post.reading.normal, location.start, location.end);
  const here = { thread: post.thread, post: post.reading.post.id, start, end };
  const { fidelity, edits } = location;
  const judged = { fidelity, ...(edits ? { edits } : {}) };
  const quoted = inlineQuoteAround(post, here, evidence);
  const origin = quoted && originOf(quoted, post.reading.own.text.slice(start, end));
  if (!quoted || !origin) return { ...judged, post, source: here };
  const { source } = quoted;
  return {
    ...judged,
    ...(fidelity === 'verbatim' ? { fidelity: origin.fidelity } : {}),
    post: source,
    source: { thread: source.thread, post: source.reading.post.id, ...origin.passage, via: [here.post] },
    through: post,
  };
}

/** Where words of an inline quote stand in the passage that it quotes. */
function originOf(
  { source, passage }: InlineQuote,
  words: string,
): { readonly passage: Stretch; readonly fidelity: Location['fidelity'] } | null {
  const normal = normalForm(source.reading.own.text.slice(passage.start, passage.end));
  const sought = seek(words);
  const location = locateExact(normal.text, sought) ?? locateDeclared(normal.text, sought);
  if (!location) return null;
  const [start, end] = originalRange(normal, location.start, location.end);
  return {
    passage: { start: passage.start + start, end: passage.start + end },
    fidelity: location.fidelity,
  };
}
