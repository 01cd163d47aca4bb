/** Where an error lies: a file, a line in it (from 1), a post of a thread. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly post?: string;
}

interface Details {
  /** A stable word for programs: `not-json`, `unknown-thread`, … */
  readonly code: string;
  readonly place?: Place;
  /** What to do about it, as a full sentence. */
  readonly hint?: string;
}

/**
 * The only error this project throws on purpose: what is wrong (`message`), where (`place`) and what to do
 * (`hint`). Anything else that is thrown is a defect of the program.
 */
export class QuotidianError extends Error {
  override readonly name = 'QuotidianError';
  readonly code: string;
  readonly place: Place;
  readonly hint: string | undefined;

  constructor(message: string, { code, place = {}, hint }: Details) {
    super(message);
    this.code = code;
    this.place = place;
    this.hint = hint;
  }
}

/** The place in words: `notes.md:17`, `export.json, post 1042`; empty where nothing is known. */
export function describePlace({ file, line, post }: Place): string {
  const position =
    file && line !== undefined ? `${file}:${line}` : (file ?? (line !== undefined ? `line ${line}` : ''));
  const inPost = post === undefined ? '' : `post ${post}`;
  return [position, inPost].filter(Boolean).join(', ');
}
