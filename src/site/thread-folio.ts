import type { Nodes } from 'mdast';
import { parseMarkdown } from '../bodies/markdown.ts';
import { markPassages } from '../bodies/mark-passages.ts';
import { markReviewed } from '../bodies/mark-reviewed.ts';
import { type Highlight, highlightFor } from '../markdown/highlight.ts';
import { bodyHtml, type QuotedPassage, type RenderContext } from '../markdown/render.ts';
import { ownStretches } from '../quotes/own-stretches.ts';
import { mostQuoted } from '../quotes/most-quoted.ts';
import type { Fidelity, Passage, Quote } from '../quotes/quote.ts';
import type { Review } from '../quotes/review-comment.ts';
import { inferencesOf, type PostReading, statedAuthor } from '../quotes/reading.ts';
import { countWords } from '../quotes/words.ts';
import type { Post, PostId } from '../thread/schema.ts';
import { postAddress, threadAddress } from './addresses.ts';
import { consentOf } from './consent.ts';
import { bodyWords } from './figure-words.ts';
import type { LoadedThread } from './loaded-thread.ts';
import type { PlacedPost } from './paging.ts';
import { attachmentViews } from './pictures.ts';
import { platformName } from './platforms.ts';
import { idsInTime, postPositions } from './post-positions.ts';
import {
  figureOfQuote,
  quoteAnchor,
  type ForeignSource,
  nameOf,
  quotesInSentences,
} from './quote-figures.ts';
import { quotedCode } from './quoted-code.ts';
import {
  commentedLines,
  commentsOnPatches,
  commentViews,
  type OnPatch,
  reviewedHeadings,
  type ReviewSetting,
  reviewView,
} from './review-views.ts';
import { type MappedPost, type MarkTexts, quoteMap } from './quote-map.ts';
import { personView, threadVoices } from './speakers.ts';
import { excerptsOf } from './thread-excerpts.ts';
import type { PostView, QuotedByView, SpeakerView, ThreadPage, ThreadView } from './views.ts';
import type { Words } from './words/index.ts';

/** What the rest of the site says about a thread. */
export interface ThreadLinks {
  /** Sources in other threads, by `<post>/<index>` of the quote. */
  readonly sources: Readonly<Record<string, ForeignSource>>;
  /** Quotes of this thread in digests and in other threads. */
  readonly quotedBy: readonly (Pick<Passage, 'post' | 'start' | 'end'> & QuotedByView)[];
  readonly digests: ThreadView['digests'];
}

export interface FolioOptions {
  readonly base: string;
  readonly words: Words;
  readonly postsPerPage: number;
}

/** A thread made ready for its pages. */
export interface ThreadFolio {
  readonly view: ThreadView;
  readonly pages: readonly ThreadPage[];
}

/** Everything that a thread's pages show, as plain values. */
export async function threadFolio(
  loaded: LoadedThread,
  links: ThreadLinks,
  options: FolioOptions,
): Promise<ThreadFolio> {
  const notes = new Map([...loaded.notes].map(([id, note]) => [id, parseMarkdown(note, 'commonmark')]));
  const roots = [...loaded.reading.posts.map(({ root }) => root), ...notes.values()];
  const highlight = await highlightFor(roots);
  const voice = threadVoices(loaded.pages.flat());
  const setting: Setting = {
    loaded,
    links,
    options,
    highlight,
    voice,
    fromElsewhere: Map.groupBy(links.quotedBy, ({ post }) => post),
    replies: countReplies(loaded),
    positions: postPositions(loaded.pages),
    onPatches: commentsOnPatches(loaded.reviews),
  };
  const view = threadView(loaded, links, options);
  const speakers = speakersOf(setting);
  const mapped = mappedPosts(setting);
  const inTime = idsInTime(loaded.thread, loaded.pages);
  const pages = loaded.pages.map((page, n): ThreadPage => {
    const shown = new Map(page.map(({ post }, place) => [post.id, place]));
    const map = quoteMap(mapped, n + 1, (post) => markTexts(post, n + 1, setting));
    return {
      thread: view,
      speakers,
      number: n + 1,
      posts: page.map((placed) => {
        const note = notes.get(placed.post.id);
        return postView(
          placed,
          shown,
          n + 1,
          setting,
          note && bodyHtml(note, bareContext(`note-${placed.post.id}`, setting)),
        );
      }),
      inTime: inTime[n] ?? [],
      ...(map ? { map } : {}),
      mostQuoted: n > 0 ? [] : mostQuotedViews(setting),
      excerpts: n > 0 ? [] : excerptsOf(page, loaded.reading.byId),
      elsewhere:
        n > 0
          ? []
          : loaded.pages.slice(1).flatMap((further) => further.map(({ post }) => pointer(post, setting))),
    };
  });
  return { view, pages };
}

interface Setting {
  readonly loaded: LoadedThread;
  readonly links: ThreadLinks;
  readonly options: FolioOptions;
  readonly highlight: Highlight;
  readonly voice: (person: string) => number;
  /** Quotes of each post from elsewhere on the site. */
  readonly fromElsewhere: ReadonlyMap<PostId, ThreadLinks['quotedBy']>;
  readonly replies: ReadonlyMap<PostId, number>;
  readonly positions: ReadonlyMap<PostId, number>;
  /** Comments of reviews, by the post whose patch they are on. */
  readonly onPatches: ReadonlyMap<PostId, readonly OnPatch[]>;
}

/** The thread as headers and lists show it. */
export function threadView(
  { thread, reading, graph, pages }: LoadedThread,
  links: ThreadLinks,
  { base }: FolioOptions,
): ThreadView {
  const held = reading.posts.filter(({ post }) => post.state !== 'missing');
  const dates = held.flatMap(({ post }) => post.published ?? []).toSorted();
  const { platform, community, url, licence } = thread.origin;
  const consent = consentOf(thread);
  const quotes: Partial<Record<Fidelity, number>> = {};
  for (const quote of graph.quotes) {
    const fidelity = links.sources[`${quote.post}/${quote.index}`]?.fidelity ?? quote.fidelity;
    quotes[fidelity] = (quotes[fidelity] ?? 0) + 1;
  }
  return {
    id: thread.id,
    title: thread.title,
    href: threadAddress(base, thread.id),
    platform: platformName(platform),
    ...(community ? { community } : {}),
    ...(url ? { url } : {}),
    ...(licence ? { licence } : {}),
    ...(consent ? { consent } : {}),
    posts: held.length,
    unnamed: held.filter((reading) => reading.post.state === undefined && !statedAuthor(reading)).length,
    people: new Set(
      held.flatMap(({ post }) => (post.inferred?.includes('author') ? [] : (post.author ?? []))),
    ).size,
    words: held.reduce((sum, { own }) => sum + countWords(own.text), 0),
    ...(dates[0] ? { from: dates[0] } : {}),
    ...(dates.at(-1) ? { to: dates.at(-1) ?? '' } : {}),
    quotes,
    pages: pages.length,
    digests: links.digests,
  };
}

function speakersOf({ loaded, voice, options }: Setting): readonly SpeakerView[] {
  const speakers = new Map<string, { posts: number; words: number; first: Post }>();
  for (const { post } of loaded.pages.flat()) {
    if (post.author === null || post.state === 'missing' || post.inferred?.includes('author')) continue;
    const known = speakers.get(post.author) ?? { posts: 0, words: 0, first: post };
    known.posts += 1;
    known.words += countWords(loaded.reading.byId.get(post.id)?.own.text ?? '');
    speakers.set(post.author, known);
  }
  return [...speakers]
    .flatMap(([id, { posts, words: spoken, first }]): SpeakerView[] => {
      const person = loaded.thread.people[id];
      if (!person) return [];
      return [
        {
          ...personView(id, person, voice(id)),
          posts,
          words: spoken,
          quotes: 0,
          href: hrefOf(first.id, loaded, options),
        },
      ];
    })
    .toSorted((one, other) => other.posts - one.posts || other.words - one.words);
}

function hrefOf(post: PostId, { thread, pageOf }: LoadedThread, { base }: FolioOptions): string {
  return postAddress(base, thread.id, post, pageOf.get(post) ?? 1);
}

function pointer({ id, published }: Post, { loaded, options }: Setting): ThreadPage['elsewhere'][number] {
  return {
    id,
    href: hrefOf(id, loaded, options),
    name: knownName(loaded.reading.byId.get(id)),
    ...(published ? { published } : {}),
  };
}

/** The author's name; `null` where it is not known, or was only inferred. */
function knownName(reading: PostReading | undefined): string | null {
  if (!reading?.author || reading.post.inferred?.includes('author')) return null;
  return nameOf(reading.author);
}

function postView(
  { post, depth }: PlacedPost,
  shown: ReadonlyMap<PostId, number>,
  page: number,
  setting: Setting,
  note: string | undefined,
): PostView {
  const { loaded, voice } = setting;
  const reading = loaded.reading.byId.get(post.id);
  const person = post.author === null ? undefined : loaded.thread.people[post.author];
  const subject = ownSubject(post, loaded.thread.title);
  const review = loaded.reviews.get(post.id);
  const onPatch = setting.onPatches.get(post.id);
  return {
    id: post.id,
    author: person && post.author !== null ? personView(post.author, person, voice(post.author)) : null,
    inferred: reading ? inferencesOf(reading, loaded.quotesOf.get(post.id) ?? []) : [],
    parent: parentOf(post, page, setting),
    ...positionOf(post.id, setting),
    depth,
    replies: setting.replies.get(post.id) ?? 0,
    ...(post.state ? { state: post.state } : {}),
    ...(post.published ? { published: post.published } : {}),
    ...(post.edited ? { edited: post.edited } : {}),
    ...(post.url ? { url: post.url } : {}),
    ...(subject ? { subject } : {}),
    ...(post.lang ? { lang: post.lang } : {}),
    ...(post.warning ? { warning: post.warning } : {}),
    ...(post.sensitive ? { sensitive: true } : {}),
    html: reading ? postHtml(reading, shown, page, setting) : '',
    attachments: attachmentViews(post.attachments, setting.loaded.thread.id, setting.options.base),
    cards: post.cards ?? [],
    ...(post.poll ? { poll: post.poll } : {}),
    reactions: post.reactions ?? [],
    ...(post.quoted ? { quoted: shared(post.quoted, setting) } : {}),
    ...(note ? { note } : {}),
    quotedBy: quotedByViews(post.id, setting),
    ...(review ? { review: reviewView(review, reviewSetting(page, setting)) } : {}),
    ...(onPatch ? { comments: commentViews(onPatch, reviewSetting(page, setting)) } : {}),
  };
}

/** `Re: [quay] Re: ` before a subject; `[PATCH 1/2]` says something and stays. */
const REPLY_PREFIX = /^(?:(?:re|aw|sv|fwd?|wg)(?:\[\d+\])?\s*:\s*|\[(?!patch|rfc)[^\]]{1,40}\]\s*)+/i;

/** The subject, where the post gives itself another than the thread has. */
function ownSubject({ subject = '' }: Post, title: string): string | undefined {
  const bare = subject.replace(REPLY_PREFIX, '');
  return bare === '' || bare === title.replace(REPLY_PREFIX, '') ? undefined : bare;
}

/** How many posts stand below each in the tree. */
function countReplies({ pages }: LoadedThread): ReadonlyMap<PostId, number> {
  const counts = new Map<PostId, number>();
  for (const { post } of pages.flat().toReversed()) {
    if (post.parent !== null)
      counts.set(post.parent, (counts.get(post.parent) ?? 0) + 1 + (counts.get(post.id) ?? 0));
  }
  return counts;
}

function positionOf(post: PostId, { positions }: Setting): Pick<PostView, 'position'> {
  const number = positions.get(post);
  return number === undefined ? {} : { position: { number, of: positions.size } };
}

function mappedPosts({ loaded, voice, fromElsewhere }: Setting): readonly MappedPost[] {
  const { pages, pageOf, graph, quotesOf } = loaded;
  return pages.flat().map(({ post: { id, author, inferred } }): MappedPost => ({
    id,
    page: pageOf.get(id) ?? 1,
    voice: author === null || inferred?.includes('author') ? null : voice(author),
    quoted: (graph.quotedBy.get(id)?.length ?? 0) + (fromElsewhere.get(id)?.length ?? 0),
    quotes: (quotesOf.get(id) ?? []).filter(({ source }) => source !== null),
  }));
}

/** `Edda Marrow, 18 October 2026, quoted twice` */
function markTexts(id: PostId, page: number, { loaded, fromElsewhere, options }: Setting): MarkTexts {
  const { words } = options;
  const reading = loaded.reading.byId.get(id);
  const quoted = (loaded.graph.quotedBy.get(id)?.length ?? 0) + (fromElsewhere.get(id)?.length ?? 0);
  const parts = [
    knownName(reading) ?? words.post.authorUnknown,
    reading?.post.published && words.dates.day(reading.post.published),
    quoted > 0 && words.quote.quoted(quoted),
  ];
  return {
    label: parts.filter(Boolean).join(', '),
    href: loaded.pageOf.get(id) === page ? `#${id}` : hrefOf(id, loaded, options),
  };
}

function parentOf({ parent }: Post, page: number, { loaded, options }: Setting): PostView['parent'] {
  const post = parent === null ? undefined : loaded.reading.byId.get(parent);
  if (!post) return null;
  const samePage = loaded.pageOf.get(post.post.id) === page;
  return {
    id: post.post.id,
    href: samePage ? `#${post.post.id}` : hrefOf(post.post.id, loaded, options),
    name: knownName(post),
  };
}

function shared(quoted: NonNullable<Post['quoted']>, setting: Setting): NonNullable<PostView['quoted']> {
  const { loaded, options } = setting;
  if (quoted.state !== 'accepted') return { state: quoted.state };
  const reading = quoted.post === undefined ? undefined : loaded.reading.byId.get(quoted.post);
  if (!reading || reading.post.state)
    return { state: quoted.state, ...(quoted.url ? { href: quoted.url } : {}) };
  const name = knownName(reading);
  return {
    state: quoted.state,
    href: hrefOf(reading.post.id, loaded, options),
    ...(name === null ? {} : { name }),
    ...(reading.post.warning
      ? {}
      : { html: bodyHtml(reading.root, bareContext(`shared-${reading.post.id}`, setting)) }),
  };
}

/** For texts whose quotes are shown plainly. */
function bareContext(prefix: string, { highlight, options }: Setting): RenderContext {
  return { words: bodyWords(options.words), highlight, figureOf: () => undefined, passages: [], prefix };
}

function postHtml(
  reading: PostReading,
  shown: ReadonlyMap<PostId, number>,
  page: number,
  setting: Setting,
): string {
  const { loaded, links, options, highlight, voice } = setting;
  const passages = [
    ...commentedLines(
      reading.post.id,
      setting.onPatches.get(reading.post.id) ?? [],
      reviewSetting(page, setting),
    ),
    ...quotedPassages(reading.post.id, setting),
  ];
  const quotes = loaded.quotesOf.get(reading.post.id) ?? [];
  const byNode = new Map(quotes.map((quote) => [reading.quotes[quote.index]?.node, quote]));
  const inline = quotesInSentences(quotes);
  const review = loaded.reviews.get(reading.post.id);
  const folds = foldedQuotes(quotes, reading.post.id, shown, commentedQuotes(review));
  const root = markReviewed(reading.root, review ? commentBlocks(review, reading) : []);
  const inSetting = { loaded, page, words: options.words, base: options.base, voice };
  return bodyHtml(markPassages(root, [...passages, ...inline.ranges]), {
    words: bodyWords(options.words, reading.post.lang),
    highlight,
    passages,
    ...(review ? { reviewed: reviewedHeadings(review, reviewSetting(page, setting)) } : {}),
    inlineQuotes: inline.quotes.map((quote) => figureOfQuote(quote, inSetting)),
    prefix: reading.post.id,
    codeOf: (node) => {
      const quote = byNode.get(node);
      return quote && quotedCode(quote, node, loaded.reading);
    },
    figureOf: (node) => {
      const quote = byNode.get(node);
      if (!quote) return undefined;
      return figureOfQuote(quote, {
        ...inSetting,
        name: node.data?.quote?.name,
        foreign: links.sources[`${quote.post}/${quote.index}`],
        fold: folds.get(quote),
      });
    },
  });
}

function reviewSetting(page: number, { loaded, options }: Setting): ReviewSetting {
  return {
    words: options.words,
    hrefOf: (id) => (loaded.pageOf.get(id) === page ? `#${id}` : hrefOf(id, loaded, options)),
    nameOf: (id) => knownName(loaded.reading.byId.get(id)),
  };
}

/** The blocks with which the comments of a review begin, in its order. */
function commentBlocks({ comments }: Review, reading: PostReading): readonly Nodes[] {
  const byStart = new Map(ownStretches(reading).map(({ start, begins }) => [start, begins]));
  return comments.flatMap(({ start }) => byStart.get(start) ?? []);
}

/** The quotes right below which a comment on lines of a patch stands. */
function commentedQuotes(review: Review | undefined): ReadonlySet<number> {
  const onLines = review?.comments.filter(({ last }) => last !== undefined) ?? [];
  return new Set(onLines.flatMap(({ quote }) => quote ?? []));
}

/** A passage that fewer quote is not worth a place at the head of the page. */
const LEAST_QUOTES = 2;
const MOST_PASSAGES = 3;
const LONGEST_PASSAGE = 280;

function mostQuotedViews({ loaded, links, voice, options }: Setting): ThreadPage['mostQuoted'] {
  const quoted = [
    ...[...loaded.graph.quotedBy.values()].flatMap((references) => references.map(({ passage }) => passage)),
    ...links.quotedBy,
  ];
  return mostQuoted(quoted, LEAST_QUOTES)
    .slice(0, MOST_PASSAGES)
    .flatMap(({ post, start, end, count }) => {
      const reading = loaded.reading.byId.get(post);
      if (!reading) return [];
      const { author, inferred } = reading.post;
      const isStated = author !== null && reading.author && !inferred?.includes('author');
      const passage = reading.own.text.slice(start, end).trim();
      const isLong = passage.length > LONGEST_PASSAGE;
      return [
        {
          text: isLong ? `${passage.slice(0, passage.lastIndexOf(' ', LONGEST_PASSAGE))} …` : passage,
          href: hrefOf(post, loaded, options),
          name: isStated && reading.author ? nameOf(reading.author) : null,
          voice: isStated ? voice(author) : null,
          count,
        },
      ];
    });
}

interface QuotedRange extends QuotedPassage {
  readonly start: number;
  readonly end: number;
}

function quotedPassages(post: PostId, { loaded, fromElsewhere }: Setting): readonly QuotedRange[] {
  const ranges = [
    ...(loaded.graph.quotedBy.get(post) ?? []).map(({ passage }) => passage),
    ...(fromElsewhere.get(post) ?? []),
  ];
  const byPlace = Map.groupBy(ranges, ({ start, end }) => `${start}-${end}`);
  return [...byPlace.values()].flatMap(([range, ...more]): QuotedRange[] => {
    if (!range) return [];
    const { start, end } = range;
    return [{ start, end, id: `${post}--${start}-${end}`, count: 1 + more.length, href: `#${post}-quotes` }];
  });
}

/** Quotes of this many characters or more are folded where the reader has just seen the words. */
const LONG_QUOTE = 280;

/** Lines of a patch that a comment follows stay open, up to so many: without them it says nothing. */
const MOST_REVIEWED_LINES = 40;

/** The summaries of those quotes that are folded: long ones whose source stands above on the same page. */
function foldedQuotes(
  quotes: readonly Quote[],
  post: PostId,
  shown: ReadonlyMap<PostId, number>,
  commented: ReadonlySet<number>,
): ReadonlyMap<Quote, { readonly rightAbove: boolean }> {
  const folds = new Map<Quote, { readonly rightAbove: boolean }>();
  const place = shown.get(post) ?? 0;
  let foldedDepth = Number.POSITIVE_INFINITY;
  for (const quote of quotes) {
    if (quote.inline || quote.depth > foldedDepth) continue;
    foldedDepth = Number.POSITIVE_INFINITY;
    const source = quote.source && shown.get(quote.source.post);
    if (commented.has(quote.index) && quote.text.split('\n').length <= MOST_REVIEWED_LINES) continue;
    if (quote.text.length < LONG_QUOTE || source === null || source === undefined || source >= place)
      continue;
    folds.set(quote, { rightAbove: source === place - 1 });
    foldedDepth = quote.depth;
  }
  return folds;
}

function quotedByViews(post: PostId, { loaded, fromElsewhere, options }: Setting): readonly QuotedByView[] {
  const { words } = options;
  const here = (loaded.graph.quotedBy.get(post) ?? []).map(({ by, fidelity }): QuotedByView => {
    const quoting = loaded.reading.byId.get(by.post);
    const name = knownName(quoting) ?? words.post.authorUnknown;
    const date = quoting?.post.published && words.dates.day(quoting.post.published);
    const href = `${hrefOf(by.post, loaded, options)}${quoteAnchor(by.index)}`;
    return { label: date ? `${name}, ${date}` : name, href, fidelity };
  });
  const elsewhere = (fromElsewhere.get(post) ?? []).map(({ label, href, fidelity }): QuotedByView => ({
    label,
    href,
    fidelity,
  }));
  return [...elsewhere, ...here];
}
