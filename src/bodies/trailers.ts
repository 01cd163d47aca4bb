/** What somebody gives to a patch: `Reviewed-by: Ines Kovar <ines@quay.example>`. Offsets as in the text it stands in. */
export interface Trailer {
  /** `Reviewed-by` */
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** The lines of a text that are trailers of the kind that people give: those that end in `-by`. */
export function trailersIn(text: string): readonly Trailer[] {
  return [...text.matchAll(TRAILER)].map((match) => ({
    name: match[1] ?? '',
    value: (match[2] ?? '').trim(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

// "Reviewed-by: Ines Kovar <ines@quay.example>", "Acked-by: Bo Lindqvist", "Tested-by: …"
const TRAILER = /^([A-Z][A-Za-z]{2,20}(?:-[A-Za-z]{2,20}){0,3}-[Bb]y): {0,3}(\S[^\n]{0,300})$/gm;
