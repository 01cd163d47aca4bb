import type { QuoteMark } from '../bodies/body.ts';
import type { QuoteInBody } from '../bodies/text.ts';
import type { Person, PersonId, PostId } from '../thread/schema.ts';
import { anchor } from './anchor.ts';
import { names } from './attribution.ts';
import { type Evidence, type EvidencePost, evidenceOf } from './evidence.ts';
import { inlineQuotesOf } from './inline-quotes.ts';
import { BETWEEN_PARTICIPANTS } from './locate-near.ts';
import type { Judgement, Passage, Quote, QuoteGraph, QuoteReference, Source } from './quote.ts';
import { statedAuthor, type ThreadReading } from './reading.ts';
import { joined, meets, type Stretch } from './stretches.ts';

/**
 * Who quotes whom in a thread. Quotes come in the thread's order of posts, within a post in document order, those
 * within its sentences last. A quote without words of its own, which only holds others, is none. One whose source is in another thread is `unsourced`
 * here; see `elsewhere.ts`. Linear in the thread's text.
 */
export function quoteGraph(reading: ThreadReading): QuoteGraph {
  const evidence = evidenceOf(reading);
  const namedBy = peopleByName(reading.thread.people);
  const byPost = new Map<PostId, readonly Quote[]>();
  const before = new Map<PostId, Quoted>();
  for (const post of inReplyOrder(evidence)) {
    const quotes = post.reading.quotes.flatMap((quote, index): Quote[] => {
      if (quote.text === '') return [];
      const judgement = judge(quote, post, evidence, before, namedBy);
      const { depth, text } = quote;
      return [{ post: post.reading.post.id, index, depth, text, ...attribution(quote), ...judgement }];
    });
    quotes.push(...inSentences(post, evidence, before));
    if (quotes.length === 0) continue;
    byPost.set(post.reading.post.id, quotes);
    before.set(post.reading.post.id, quotedIn(quotes));
  }
  const quotes = reading.posts.flatMap(({ post }) => byPost.get(post.id) ?? []);
  return { quotes, quotedBy: quotedBy(quotes, reading) };
}

/** What a post quotes of each other post. */
type Quoted = ReadonlyMap<PostId, readonly Stretch[]>;

function quotedIn(quotes: readonly Quote[]): Quoted {
  const bySource = Map.groupBy(
    quotes.flatMap(({ source }) => source ?? []),
    ({ post }) => post,
  );
  return new Map([...bySource].map(([post, sources]) => [post, joined(sources)]));
}

/** An ancestor comes before its descendants, so that the way of a quote through it is known. */
function inReplyOrder({ posts }: Evidence): readonly EvidencePost[] {
  return [...posts].sort((one, other) => one.enters - other.enters);
}

/** The quotations within a post's sentences, numbered on from the quotes of its body. */
function inSentences(
  post: EvidencePost,
  evidence: Evidence,
  before: ReadonlyMap<PostId, Quoted>,
): readonly Quote[] {
  const { reading, thread } = post;
  return inlineQuotesOf(post, evidence).map(({ start, end, text, fidelity, ...found }, n): Quote => {
    const passage: Passage = { thread, post: found.source.reading.post.id, ...found.passage };
    const source = withWay(passage, wayThrough(found.source, passage, post, evidence, before));
    const index = reading.quotes.length + n;
    return { post: reading.post.id, index, depth: 1, text, inline: { start, end }, fidelity, source };
  });
}

function withWay(passage: Passage, via: readonly PostId[]): Source {
  const { thread, post, start, end } = passage;
  return { thread, post, start, end, ...(via.length > 0 ? { via } : {}) };
}

function attribution({ node }: QuoteInBody): { readonly attribution?: string } {
  const line = node.data?.quote?.attribution;
  return line === undefined ? {} : { attribution: line };
}

function judge(
  quote: QuoteInBody,
  from: EvidencePost,
  evidence: Evidence,
  before: ReadonlyMap<PostId, Quoted>,
  namedBy: (name: string) => readonly PersonId[],
): Judgement {
  const mark = quote.node.data?.quote;
  const reference = referenceOf(mark, from, evidence);
  const anchored = anchor(
    {
      text: quote.text,
      from,
      tolerance: BETWEEN_PARTICIPANTS,
      ...(mark?.name === undefined ? {} : { name: mark.name }),
      ...(reference ? { reference } : {}),
    },
    evidence,
  );
  if (!anchored)
    return { fidelity: mark?.reference?.url && !reference ? 'external' : 'unsourced', source: null };
  const way = wayThrough(anchored.post, anchored.source, from, evidence, before);
  const taken = (anchored.source.via ?? []).filter((id) => !way.includes(id));
  const via = [...taken, ...way];
  const source = withWay(anchored.source, via);
  const misattributed =
    mark?.name !== undefined && namesAnother(mark.name, anchored.post, via, evidence, namedBy);
  return {
    fidelity: anchored.fidelity,
    source,
    ...(anchored.edits ? { edits: anchored.edits } : {}),
    ...(misattributed ? { misattributed: mark.name } : {}),
  };
}

function referenceOf(
  mark: QuoteMark | undefined,
  from: EvidencePost,
  evidence: Evidence,
): EvidencePost | undefined {
  const { post, topic, url } = mark?.reference ?? {};
  const named = post && isOwnTopic(topic, from) ? evidence.find(from.thread, post) : undefined;
  return named ?? (url ? evidence.findByAddress(url) : undefined);
}

/** Whether a topic that a quote names can be the thread's own: the quoting post's address, if it has one, says so. */
function isOwnTopic(topic: string | undefined, { reading }: EvidencePost): boolean {
  const { url } = reading.post;
  return (
    topic === undefined || url === undefined || (url.match(NUMBERS)?.some((one) => one === topic) ?? false)
  );
}
const NUMBERS = /\d+/g;

/** How far up the ancestors the way of a quote is followed. */
const LONGEST_WAY = 64;

/** The ancestors between the quoting post and the source that quote the same words, nearest first. */
function wayThrough(
  source: EvidencePost,
  passage: Passage,
  from: EvidencePost,
  evidence: Evidence,
  before: ReadonlyMap<PostId, Quoted>,
): readonly PostId[] {
  const way: PostId[] = [];
  let ancestor = evidence.posts[from.parent];
  for (let steps = 0; ancestor && ancestor !== source && steps < LONGEST_WAY; steps += 1) {
    const { id } = ancestor.reading.post;
    if (meets(before.get(id)?.get(passage.post) ?? [], passage)) way.push(id);
    ancestor = evidence.posts[ancestor.parent];
  }
  return way;
}

/** Whether the name means somebody known who is neither the source's author, as stated, nor on the way. */
function namesAnother(
  name: string,
  { reading, thread }: EvidencePost,
  via: readonly PostId[],
  evidence: Evidence,
  namedBy: (name: string) => readonly PersonId[],
): boolean {
  const author = statedAuthor(reading);
  if (!author || names(name, author)) return false;
  const onTheWay = via.some((id) => {
    const passedOn = evidence.find(thread, id)?.reading.author;
    return passedOn !== null && passedOn !== undefined && names(name, passedOn);
  });
  return !onTheWay && namedBy(name).length > 0;
}

function peopleByName(people: Readonly<Record<PersonId, Person>>): (name: string) => readonly PersonId[] {
  const known = new Map<string, readonly PersonId[]>();
  return (name) => {
    const found =
      known.get(name) ?? Object.keys(people).filter((id) => people[id] && names(name, people[id]));
    known.set(name, found);
    return found;
  };
}

function quotedBy(
  quotes: readonly Quote[],
  { thread, byId }: ThreadReading,
): ReadonlyMap<PostId, readonly QuoteReference[]> {
  const found = new Map<PostId, QuoteReference[]>();
  for (const { source, post, index, fidelity } of quotes) {
    if (!source) continue;
    const { start, end } = source;
    const reference: QuoteReference = {
      passage: { thread: source.thread, post: source.post, start, end },
      by: { thread: thread.id, post, index },
      fidelity,
      author: byId.get(post)?.post.author ?? null,
    };
    const known = found.get(source.post);
    if (known) known.push(reference);
    else found.set(source.post, [reference]);
  }
  return found;
}
