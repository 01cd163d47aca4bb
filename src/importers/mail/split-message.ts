const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** The bytes of a message in two: the header block, and what follows the first blank line (RFC 5322, 2.1). */
export function splitMessage(bytes: Uint8Array): { readonly head: Uint8Array; readonly body: Uint8Array } {
  const end = headEnd(bytes, 0, bytes.length) ?? { head: bytes.length, body: bytes.length };
  return { head: bytes.subarray(0, end.head), body: bytes.subarray(end.body) };
}

/**
 * Where a header block that begins at `start` ends, and where the body begins; `null` where there is no blank line
 * before `limit`.
 */
export function headEnd(
  bytes: Uint8Array,
  start: number,
  limit: number,
): { readonly head: number; readonly body: number } | null {
  if (bytes[start] === LINE_FEED) return { head: start, body: start + 1 };
  if (bytes[start] === CARRIAGE_RETURN && bytes[start + 1] === LINE_FEED)
    return { head: start, body: start + 2 };
  for (
    let feed = bytes.indexOf(LINE_FEED, start);
    feed >= 0 && feed < limit;
    feed = bytes.indexOf(LINE_FEED, feed + 1)
  ) {
    const carriage = bytes[feed + 1] === CARRIAGE_RETURN ? 1 : 0;
    if (bytes[feed + 1 + carriage] === LINE_FEED) return { head: feed + 1, body: feed + 2 + carriage };
  }
  return null;
}
