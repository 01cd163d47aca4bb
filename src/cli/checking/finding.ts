import type { Finding } from '../../markdown/findings.ts';
import type { TextEdit } from './text-edits.ts';

/** A finding that may know how it is put right. */
export interface FixableFinding extends Finding {
  /** Edits that need no judgement; offsets are into the text that the finding is about. */
  readonly fix?: readonly TextEdit[];
  /** What exactly it is about, in order; absent where only the line is known. Offsets as in `fix`. */
  readonly places?: readonly Place[];
}

/** A stretch of the text that a finding is about. */
export interface Place {
  readonly start: number;
  readonly end: number;
  /** For altered words: what the source says there, as its author wrote it. */
  readonly said?: string;
  /** Markdown that would put just this stretch right, if the editor agrees. */
  readonly suggestion?: string;
}

/** A finding in a file of `content/`; the line is in that file, absent where none is known. */
export interface ContentFinding extends Omit<FixableFinding, 'line'> {
  readonly file: string;
  readonly line?: number;
}
