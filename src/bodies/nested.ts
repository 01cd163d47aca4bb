/** What a piece opens and closes; a mark that is the same at both ends does both. */
export interface Ends {
  readonly opens?: string;
  readonly closes?: string;
}

/** A piece of a sequence, or what two marks hold between them. */
export type Nested<Piece> =
  { readonly piece: Piece } | { readonly opener: Piece; readonly children: readonly Nested<Piece>[] };

/**
 * The pieces with what stands between two marks set into the first. A mark without a partner is a piece like others,
 * and so are those that would cross another pair. Marks deeper than `deepest` are left out, what they hold stays.
 * Linear.
 */
export function nest<Piece>(
  pieces: readonly Piece[],
  endsOf: (piece: Piece) => Ends | null,
  deepest: number,
): readonly Nested<Piece>[] {
  const partners = partnersOf(pieces.map(endsOf));
  const bottom: Nested<Piece>[] = [];
  const open: { readonly at: number; readonly children: Nested<Piece>[] }[] = [];
  const into = () => open.at(-1)?.children ?? bottom;
  for (const [at, piece] of pieces.entries()) {
    const partner = partners[at] ?? NONE;
    if (partner === NONE) {
      into().push({ piece });
    } else if (partner < at) {
      if (open.at(-1)?.at === partner) open.pop();
    } else if (open.length < deepest) {
      const children: Nested<Piece>[] = [];
      into().push({ opener: piece, children });
      open.push({ at, children });
    }
  }
  return bottom;
}

/** For each mark the place of its partner; `NONE` where it has none. The nearest that is open is the partner. */
export function partnersOf(marks: readonly (Ends | null)[]): Int32Array {
  const partners = new Int32Array(marks.length).fill(NONE);
  const open: number[] = [];
  const counts = new Map<string, number>();
  const count = (name: string, step: number) => counts.set(name, (counts.get(name) ?? 0) + step);
  const close = (name: string, at: number) => {
    for (let top = open.pop(); top !== undefined; top = open.pop()) {
      const opened = marks[top]?.opens ?? '';
      count(opened, -1);
      if (opened !== name) continue;
      partners[top] = at;
      partners[at] = top;
      return;
    }
  };
  for (const [at, mark] of marks.entries()) {
    const { opens, closes } = mark ?? {};
    if (closes !== undefined && (counts.get(closes) ?? 0) > 0) {
      close(closes, at);
    } else if (opens !== undefined) {
      open.push(at);
      count(opens, 1);
    }
  }
  return partners;
}

/** The place of a partner where there is none. */
export const NONE = -1;
