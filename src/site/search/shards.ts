import { createHash } from 'node:crypto';
import type { SearchUnit } from './search-record.ts';

/** A part of the index that is made, kept and loaded as one. */
export interface Shard {
  /** A file name; stays the same for as long as the shard holds the same period. */
  readonly name: string;
  readonly units: readonly SearchUnit[];
}

/**
 * Divides units into shards by period. All are halved, and halves are halved, until none is too large: first at
 * fixed days, and where a day alone is too large by a hash of the thread's id and by the page. Whether a unit is in
 * a shard depends on the unit and on the size of that shard, and on no other: a new thread changes the shard that it
 * comes into, and can divide it, and leaves all others as they are. Empty ones are left out; the oldest comes first.
 */
export function shardsOf(kind: string, units: readonly SearchUnit[], largest = LARGEST): readonly Shard[] {
  const placed = units
    .filter(({ records }) => records > 0)
    .map((unit) => ({ unit, key: keyOf(unit) }))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1));
  return divided(placed, 0, largest).map(({ prefix, members }) => ({
    name: `${kind}-${nameOf(prefix)}`,
    units: members.map(({ unit }) => unit),
  }));
}

/**
 * Characters, and for each record `RECORD` more. Pagefind takes about a hundred bytes of memory for each, so that
 * making a shard takes about one gigabyte at most; it is about 20,000 posts of 500 characters.
 */
const LARGEST = 13_000_000;
const RECORD = 100;

/** Bits of a unit's place: the day since 1970, a hash of its id, its page. */
const DAY_BITS = 16;
const HASH_BITS = 32;
const PAGE_BITS = 16;
const KEY_BITS = DAY_BITS + HASH_BITS + PAGE_BITS;
const MILLISECONDS_A_DAY = 86_400_000;

interface Placed {
  readonly unit: SearchUnit;
  /** `KEY_BITS` zeros and ones. */
  readonly key: string;
}

function keyOf({ id, day, page }: SearchUnit): string {
  const days = day ? Math.floor(Date.parse(day) / MILLISECONDS_A_DAY) : 0;
  const hash = createHash('sha256').update(id).digest().readUInt32BE(0);
  return bits(days, DAY_BITS) + bits(hash, HASH_BITS) + bits(page, PAGE_BITS);
}

function bits(value: number, width: number): string {
  const most = 2 ** width - 1;
  return Math.min(Math.max(value, 0), most).toString(2).padStart(width, '0');
}

interface Part {
  readonly prefix: string;
  readonly members: readonly Placed[];
}

/** At most `KEY_BITS` deep. Every member's key begins with the same `depth` bits. */
function divided(members: readonly Placed[], depth: number, largest: number): readonly Part[] {
  const [first] = members;
  if (!first) return [];
  if (depth === KEY_BITS || weightOf(members) <= largest)
    return [{ prefix: first.key.slice(0, depth), members }];
  const half = members.findIndex(({ key }) => key[depth] === '1');
  const middle = half < 0 ? members.length : half;
  return [
    ...divided(members.slice(0, middle), depth + 1, largest),
    ...divided(members.slice(middle), depth + 1, largest),
  ];
}

function weightOf(members: readonly Placed[]): number {
  return members.reduce((sum, { unit }) => sum + unit.characters + unit.records * RECORD, 0);
}

/** `all`, or the bits, a 1 before them, as a number: `1f3a`. */
function nameOf(prefix: string): string {
  return prefix === '' ? 'all' : BigInt(`0b1${prefix}`).toString(36);
}
