import type { Blockquote, Root, RootContent } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import { bodyText } from '../bodies/text.ts';
import { type Anchor, anchor } from '../quotes/anchor.ts';
import { names } from '../quotes/attribution.ts';
import type { Evidence, EvidencePost } from '../quotes/evidence.ts';
import type { Judgement } from '../quotes/quote.ts';
import { statedAuthor } from '../quotes/reading.ts';
import { withheldIn } from '../quotes/withheld.ts';
import { countWords } from '../quotes/words.ts';
import { type AttributionLine, takeAttribution } from './attribution-line.ts';
import { strikesOtherWords } from './struck.ts';
import { withoutDirective } from './without-directive.ts';

/** A quote in a digest. */
export interface DigestQuote extends Judgement {
  /** From 1, in the text that was parsed. */
  readonly line: number;
  readonly text: string;
  readonly attribution: AttributionLine | null;
  /** The post that it was traced to. */
  readonly post: EvidencePost | null;
  /** The block quote; absent for a quotation within the editor's prose. */
  readonly node?: Blockquote;
  /** For a quotation in prose: its place in the digest's own text, quotation marks left out. */
  readonly range?: { readonly start: number; readonly end: number };
  readonly depth: number;
}

/** `::post{#id}` or `::thread{#id depth=2}`, resolved. */
export interface Embed {
  readonly node: LeafDirective;
  readonly line: number;
  readonly post: EvidencePost;
  /** How many levels of replies go with it: 0 for `::post`. */
  readonly depth: number;
}

/** Something in a digest that cannot be followed. */
export interface Problem {
  readonly line: number;
  readonly code: 'unknown-directive' | 'unknown-post' | 'bad-depth' | 'raw-html' | 'redacted-words';
  readonly message: string;
  readonly hint: string;
}

export interface DigestReading {
  readonly quotes: readonly DigestQuote[];
  readonly embeds: readonly Embed[];
  readonly problems: readonly Problem[];
}

/**
 * An editor looks at every finding and the candidates are the few threads that the digest names, so that more may
 * differ than between participants before a misquote is taken for words from elsewhere.
 */
const TOLERANCE = { share: 0.25, atLeast: 1 };
/** Shorter quotations in prose are names, titles and irony. */
const LEAST_INLINE_WORDS = 4;
/** A comment and nothing behind it, which Markdown would take along unprinted. */
const COMMENT = /^<!--(?:(?!-->)[\s\S])*(?:-->\s*)?$/;
/** “so”, "so", „so“, «so», within a paragraph. */
const INLINE = /“([^“”\n]{1,600})”|"([^"\n]{1,600})"|„([^„“”\n]{1,600})[“”]|«([^«»\n]{1,600})»/g;

/**
 * Finds and judges every quote of a digest among the posts of its threads, and follows its directives. Block quotes
 * are marked as quotes (`data.quote`) and lose their attribution line: the tree is changed. Words `withheld` must not
 * stand in it.
 */
export function readDigest(root: Root, evidence: Evidence, withheld: readonly string[] = []): DigestReading {
  const problems: Problem[] = withheldIn(root, withheld).map(({ node, words }) => ({
    line: lineOf(node),
    code: 'redacted-words',
    message: `This holds “${words}”, which was redacted in the thread.`,
    hint: 'Leave it out: [redacted], or […] in a quote.',
  }));
  visit(root, 'html', (node) => {
    if (!COMMENT.test(node.value)) {
      problems.push({
        line: lineOf(node),
        code: 'raw-html',
        message: 'HTML in a digest is not printed.',
        hint: 'Say it in Markdown.',
      });
    }
  });
  const marked = blockQuotes(root).map(({ node, depth }) => ({ node, depth, attribution: markQuote(node) }));
  const blocks = marked.map(({ node, depth, attribution }) => judgeBlock(node, depth, attribution, evidence));
  return {
    quotes: [...blocks, ...inlineQuotes(root, evidence)].sort((one, other) => one.line - other.line),
    embeds: directives(root, evidence, problems),
    problems,
  };
}

function blockQuotes(root: Root): readonly { readonly node: Blockquote; readonly depth: number }[] {
  const found: { node: Blockquote; depth: number }[] = [];
  const walk = (node: RootContent | Root, depth: number) => {
    const inside = depth + (node.type === 'blockquote' ? 1 : 0);
    if (node.type === 'blockquote') found.push({ node, depth: inside });
    if ('children' in node) for (const child of node.children) walk(child, inside);
  };
  walk(root, 0);
  return found;
}

function markQuote(node: Blockquote): AttributionLine | null {
  const attribution = takeAttribution(node);
  node.data = {
    ...node.data,
    quote: { kind: 'reply', ...(attribution ? { attribution: attribution.text } : {}) },
  };
  return attribution;
}

function judgeBlock(
  node: Blockquote,
  depth: number,
  attribution: AttributionLine | null,
  evidence: Evidence,
): DigestQuote {
  const root: Root = { type: 'root', children: node.children };
  const own = bodyText(root);
  const judged = judge(own.text, attribution, evidence);
  const { source, post, fidelity } = judged;
  const edits =
    source && fidelity !== 'altered'
      ? strikesOtherWords(
          { root, ...own },
          { root: post.reading.root, ...post.reading.own },
          source,
          fidelity === 'abridged',
        )
      : null;
  const found = edits ? { ...judged, fidelity: 'altered' as const, edits } : judged;
  return { line: lineOf(node), text: own.text, attribution, node, depth, ...found };
}

function judge(text: string, attribution: AttributionLine | null, evidence: Evidence) {
  const reference = referenceOf(attribution, evidence);
  const anchored = anchor(
    {
      text,
      tolerance: TOLERANCE,
      ...(attribution?.name ? { name: attribution.name } : {}),
      ...(reference ? { reference } : {}),
    },
    evidence,
  );
  if (!anchored) {
    const isExternal = attribution && !reference && isOutside(attribution, evidence);
    const fidelity = isExternal ? 'external' : 'unsourced';
    return { fidelity, source: null, post: null } as const;
  }
  const misattributed = attribution && misattribution(attribution, reference, anchored);
  return {
    fidelity: anchored.fidelity,
    source: anchored.source,
    post: anchored.post,
    ...(anchored.edits ? { edits: anchored.edits } : {}),
    ...(misattributed ? { misattributed } : {}),
  };
}

function referenceOf(attribution: AttributionLine | null, evidence: Evidence): EvidencePost | undefined {
  const { url, post: wanted } = attribution ?? {};
  const named = url === undefined ? undefined : evidence.findByAddress(withoutDirective(url));
  if (named) return named;
  if (!wanted) return undefined;
  return evidence.posts.find(
    ({ thread, reading }) => reading.post.id === wanted.post && (!wanted.thread || wanted.thread === thread),
  );
}

/** A link that leads elsewhere, or a name that no participant bears. A handle always means a participant. */
function isOutside({ name, url, post }: AttributionLine, evidence: Evidence): boolean {
  if (url) return true;
  if (!name || post || name.startsWith('@')) return false;
  return !evidence.posts.some(({ reading }) => reading.author && names(name, reading.author));
}

function misattribution(
  { name, text }: AttributionLine,
  reference: EvidencePost | undefined,
  { post, through }: Anchor,
): string | undefined {
  const passedOn = through && statedAuthor(through.reading);
  if (through && (reference === through || (name && passedOn && names(name, passedOn)))) return undefined;
  if (reference && reference !== post) return name ?? statedAuthor(reference.reading)?.name ?? text;
  const author = statedAuthor(post.reading);
  return name && author && !names(name, author) ? name : undefined;
}

function inlineQuotes(root: Root, evidence: Evidence): readonly DigestQuote[] {
  const own = bodyText(root);
  return [...own.text.matchAll(INLINE)].flatMap((match): DigestQuote[] => {
    const words = match.slice(1).find((group) => group !== undefined) ?? '';
    const start = match.index + 1;
    const end = start + words.length;
    const leaf = own.leaves.find((one) => one.start <= start && start < one.end);
    const isCode = own.leaves.some((one) => one.start < end && start < one.end && one.node.type !== 'text');
    if (isCode || countWords(words) < LEAST_INLINE_WORDS) return [];
    // The comma or stop before the closing mark belongs to the editor's sentence.
    const text = words.replace(/[,.;:]$/, '');
    const line = leaf ? lineOf(leaf.node) + newlinesBefore(own.text, leaf.start, start) : 1;
    return [
      { line, text, attribution: null, range: { start, end }, depth: 1, ...judge(text, null, evidence) },
    ];
  });
}

function newlinesBefore(text: string, from: number, to: number): number {
  return text.slice(from, to).split('\n').length - 1;
}

function directives(root: Root, evidence: Evidence, problems: Problem[]): readonly Embed[] {
  const embeds: Embed[] = [];
  visit(root, ['leafDirective', 'containerDirective'], (node) => {
    if (node.type !== 'leafDirective' && node.type !== 'containerDirective') return;
    const line = lineOf(node);
    if (node.type === 'containerDirective' || (node.name !== 'post' && node.name !== 'thread')) {
      const colons = node.type === 'leafDirective' ? '::' : ':::';
      problems.push({
        line,
        code: 'unknown-directive',
        message: `There is no directive "${colons}${node.name}".`,
        hint: 'Use ::post{#id} or ::thread{#id depth=2}; put a backslash before the first colon to print it as it is.',
      });
      return;
    }
    const { id, depth } = node.attributes ?? {};
    const post = id
      ? evidence.posts.find(
          ({ reading, thread }) => reading.post.id === id || `${thread}#${reading.post.id}` === id,
        )
      : undefined;
    if (!post) {
      problems.push({
        line,
        code: 'unknown-post',
        message: id
          ? `None of the digest's threads has a post "${id}".`
          : `::${node.name} does not say which post.`,
        hint: 'Write the id as it stands after # in the post’s address: ::post{#id}.',
      });
      return;
    }
    const shown = node.name === 'thread' ? levels(depth) : 0;
    if (shown === null) {
      problems.push({
        line,
        code: 'bad-depth',
        message: `"${depth}" is no depth to show.`,
        hint: `Write a whole number from 1 to ${MOST_LEVELS}: ::thread{#id depth=2}.`,
      });
      return;
    }
    embeds.push({ node, line, post, depth: shown });
  });
  return embeds;
}

const USUAL_LEVELS = '3';
const MOST_LEVELS = 20;

/** How many levels of replies `depth=2` asks for; `null` where that is no number that can be shown. */
function levels(depth: string | null | undefined): number | null {
  const number = Number(depth ?? USUAL_LEVELS);
  return Number.isInteger(number) && number > 0 && number <= MOST_LEVELS ? number : null;
}

function lineOf(node: {
  readonly position?: { readonly start: { readonly line: number } } | undefined;
}): number {
  return node.position?.start.line ?? 1;
}
