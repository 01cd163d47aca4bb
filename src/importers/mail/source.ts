import { gunzip, isGzip } from './gunzip.ts';

/** A stretch of a source's bytes, from `start` up to `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A file's bytes, unpacked where it is packed, without ever holding the whole of it. */
export interface Source {
  readonly path: string;
  /** All bytes in their order. */
  pieces(): AsyncIterable<Uint8Array>;
  /** The bytes of some stretches, in the order of `ranges`, which must be ascending and apart. */
  read(ranges: readonly Range[]): Promise<readonly Uint8Array[]>;
}

/** A file as a source. Whether it is packed is told by its first bytes, not by its name. */
export async function openSource(path: string, blob: Blob): Promise<Source> {
  const head = await bytesOf(blob.slice(0, 3));
  if (isGzip(head))
    return { path, pieces: () => gunzip(blob, path), read: (ranges) => cut(gunzip(blob, path), ranges) };
  return { path, pieces: () => slices(blob), read: (ranges) => cutSlices(blob, ranges) };
}

const PIECE = 4 * 1024 * 1024;

async function* slices(blob: Blob): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < blob.size; start += PIECE) yield bytesOf(blob.slice(start, start + PIECE));
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}

/** Messages of one thread mostly lie near each other: what is less than this apart is read at once. */
const NEAR = 64 * 1024;

async function cutSlices(blob: Blob, ranges: readonly Range[]): Promise<readonly Uint8Array[]> {
  const found: Uint8Array[] = [];
  let held = new Uint8Array(0);
  let heldStart = 0;
  for (const [index, { start, end }] of ranges.entries()) {
    if (end > heldStart + held.length || start < heldStart) {
      heldStart = start;
      held = new Uint8Array(await blob.slice(start, nearEnd(ranges, index)).arrayBuffer());
    }
    found.push(held.slice(start - heldStart, end - heldStart));
  }
  return found;
}

function nearEnd(ranges: readonly Range[], from: number): number {
  const start = ranges[from]?.start ?? 0;
  let end = ranges[from]?.end ?? 0;
  for (let index = from + 1; index < ranges.length; index++) {
    const next = ranges[index];
    if (!next || next.start - end > NEAR || next.end - start > PIECE) break;
    end = next.end;
  }
  return end;
}

/** A packed file cannot be read from its middle: it is unpacked once more, and the stretches kept. */
async function cut(
  pieces: AsyncIterable<Uint8Array>,
  ranges: readonly Range[],
): Promise<readonly Uint8Array[]> {
  const found = ranges.map(({ start, end }) => new Uint8Array(end - start));
  let position = 0;
  let next = 0;
  for await (const piece of pieces) {
    const pieceEnd = position + piece.length;
    for (let index = next; index < ranges.length; index++) {
      const range = ranges[index];
      if (!range || range.start >= pieceEnd) break;
      const from = Math.max(range.start, position);
      found[index]?.set(
        piece.subarray(from - position, Math.min(range.end, pieceEnd) - position),
        from - range.start,
      );
      if (range.end <= pieceEnd) next = index + 1;
    }
    position = pieceEnd;
    if (next === ranges.length) break;
  }
  return found;
}
