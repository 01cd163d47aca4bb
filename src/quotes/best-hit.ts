import type { Person, PostId, ThreadId } from '../thread/schema.ts';
import type { Edit, Fidelity, Source } from './quote.ts';

const METHODS = ['exact', 'declared', 'near'] as const;
/** How a passage was found, the best first. */
type Method = (typeof METHODS)[number];

/** A passage in another thread that a quote may have been taken from. */
export interface Hit {
  readonly method: Method;
  readonly source: Source;
  readonly fidelity: Extract<Fidelity, 'verbatim' | 'abridged' | 'altered'>;
  readonly edits?: readonly Edit[];
  /** Whether the quote names the passage's author. */
  readonly isNamed: boolean;
  /** Who said it: a person's id, or the post's where the author is not known. */
  readonly by: string;
  readonly published?: string;
  /** The person whom the quote names, where that is not the passage's author. */
  readonly misattributed?: string;
  /** The post of the person whom the quote names, where they only handed the words on. */
  readonly handedOn?: WayStation;
}

/** A post through which words came. */
export interface WayStation {
  readonly thread: ThreadId;
  readonly post: PostId;
  /** As stated. */
  readonly author: Person | null;
  /** How it quotes them. */
  readonly fidelity: Fidelity;
}

/** What has been found for one quote, in any order of adding; its memory does not grow with the number of hits. */
export interface Hits {
  add(hit: Hit): void;
  /** A hit in the quote's own thread, which could not tell whose words they are: no other thread can, by that method. */
  blockedBy(hit: Hit): void;
  /** Whether a near hit of the person whom the quote names, or of another, can still change what is best. */
  isOpenToNear(isNamed: boolean): boolean;
  /**
   * The source: of what was found by the best method, the named person's before others', the earliest. `undefined`
   * where that is not certain: two are near, or two people said what `mayBeChance`.
   */
  best(mayBeChance: boolean): Hit | undefined;
}

/** No hits yet. */
export function noHits(): Hits {
  const found: Record<Method, Found> = { exact: {}, declared: {}, near: {} };
  const isEmpty = ({ named, others, own }: Found) => !named && !others && !own;
  return {
    add(hit) {
      const groups = found[hit.method];
      const group = hit.isNamed ? 'named' : 'others';
      groups[group] = withHit(groups[group], hit);
    },
    blockedBy({ method }) {
      found[method].own = true;
    },
    isOpenToNear(isNamed) {
      const { named, others, own } = found.near;
      if (own || !isEmpty(found.exact) || !isEmpty(found.declared)) return false;
      return isNamed ? !isTwice(named) : !named && !isTwice(others);
    },
    best(mayBeChance) {
      const method = METHODS.find((one) => !isEmpty(found[one]));
      if (!method || found[method].own) return undefined;
      const group = found[method].named ?? found[method].others;
      const isDoubtful = method === 'near' ? isTwice(group) : mayBeChance && (group?.authors.size ?? 0) > 1;
      return isDoubtful ? undefined : group?.first;
    },
  };
}

interface Found {
  named?: Group;
  others?: Group;
  own?: true;
}

interface Group {
  readonly first: Hit;
  readonly count: number;
  /** Two at most. */
  readonly authors: ReadonlySet<string>;
}

function isTwice(group: Group | undefined): boolean {
  return group !== undefined && group.count > 1;
}

function withHit(group: Group | undefined, hit: Hit): Group {
  if (!group) return { first: hit, count: 1, authors: new Set([hit.by]) };
  const { first, count, authors } = group;
  return {
    first: order(hit) < order(first) ? hit : first,
    count: count + 1,
    authors: authors.size > 1 ? authors : new Set([...authors, hit.by]),
  };
}

/** By date, the undated last; then by address, so that the order of reading does not matter. */
function order({ published, source }: Hit): string {
  return `${published ?? '~'} ${source.thread} ${source.post}`;
}
