import { type Hit, type Hits, noHits } from './best-hit.ts';
import type { Heard, HeardPost } from './heard.ts';
import { hitOf, isNamed } from './hit-of.ts';
import { type Location, locateDeclared, locateExact } from './locate.ts';
import { BETWEEN_PARTICIPANTS, locateNear } from './locate-near.ts';
import { mayStandNear, type NearShingles, nearShingles, type ShingleCounts } from './near-shingles.ts';
import type { Orphan } from './orphans.ts';
import { longestPiece, type Sought, seek } from './sought.ts';

/** Words that two people may well choose alike. */
const MOST_WORDS_BY_CHANCE = 8;
/** What more posts may nearly say is a formula, and approximate search is dear. */
const MOST_NEAR = 16;
/** Characters of an orphan times characters of all those posts. */
const MOST_WORK = 1e9;

/** An orphan, and what has been found of it so far. */
export class Watched {
  readonly sought: Sought;
  readonly #orphan: Orphan;
  readonly #near: NearShingles | null;
  #hits: Hits | undefined;
  #candidates = 0;
  #work = 0;

  constructor(orphan: Orphan) {
    this.#orphan = orphan;
    this.sought = seek(orphan.text);
    this.#near = nearShingles(this.sought, BETWEEN_PARTICIPANTS);
  }

  /** Looks for the orphan in a post that says these shingles. */
  lookIn(post: HeardPost, thread: Heard, said: ShingleCounts): void {
    const isOwn = thread.thread === this.#orphan.thread;
    if (!mayBeFrom(post, this.#orphan, isOwn)) return;
    const location = this.#locate(post, said);
    if (!location) return;
    this.#hits ??= noHits();
    const hit = hitOf(location, this.#orphan, post, thread);
    if (isOwn) this.#hits.blockedBy(hit);
    else this.#hits.add(hit);
  }

  /** Its source, where that is certain. */
  best(): Hit | undefined {
    const best = this.#hits?.best(longestPiece(this.sought).words < MOST_WORDS_BY_CHANCE);
    return best?.method === 'near' && this.#isFormula() ? undefined : best;
  }

  #locate(post: HeardPost, said: ShingleCounts): (Pick<Hit, 'method'> & Location) | null {
    const { text } = post.normal;
    const exact = locateExact(text, this.sought);
    if (exact) return { ...exact, method: 'exact' };
    const declared = locateDeclared(text, this.sought);
    if (declared) return { ...declared, method: 'declared' };
    const near = this.#locateNear(post, said);
    return near && { ...near, method: 'near' };
  }

  /** Candidates are counted where the search is spared, too: else the order of reading would matter. */
  #locateNear(post: HeardPost, said: ShingleCounts): Location | null {
    if (!this.#near || !mayStandNear(this.#near, said)) return null;
    const { text } = post.normal;
    this.#candidates += 1;
    this.#work += text.length * this.sought.normal.length;
    if (this.#isFormula()) return null;
    const isOpen = this.#hits?.isOpenToNear(isNamed(this.#orphan, post.author)) ?? true;
    return isOpen ? locateNear(text, this.sought, BETWEEN_PARTICIPANTS) : null;
  }

  #isFormula(): boolean {
    return this.#candidates > MOST_NEAR || this.#work > MOST_WORK;
  }
}

/** What was said later is no source. In the orphan's own thread only what was surely said before it matters. */
function mayBeFrom({ published }: HeardPost, orphan: Orphan, isOwn: boolean): boolean {
  if (published === undefined || orphan.published === undefined) return !isOwn;
  return isOwn ? published < orphan.published : published <= orphan.published;
}
