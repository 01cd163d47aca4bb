import type { Convention, MarkConvention } from '../../plain/convention.ts';
import { angleMarks } from './angle-marks.ts';
import { attributionLines } from './attribution-lines.ts';
import { diffstats } from './diffstats.ts';
import { fences } from './fences.ts';
import { forwards } from './forwards.ts';
import { listFooters } from './list-footers.ts';
import { originalHeaders } from './original-headers.ts';
import { patches } from './patches.ts';
import { pgpArmour } from './pgp-armour.ts';
import { phoneSignatures } from './phone-signatures.ts';
import { pythonPrompts } from './python-prompts.ts';
import { scrubbedAttachments } from './scrubbed-attachments.ts';
import { signatures } from './signatures.ts';

/** How lines say that they are quoted; for each line the first that sees marks decides. */
export const MARKS: readonly MarkConvention[] = [angleMarks];

/**
 * The habits of plain text; at each line the first that claims it decides. Code stands first, since what looks like
 * a quote or a signature within it is not one.
 */
export const CONVENTIONS: readonly Convention[] = [
  patches,
  diffstats,
  fences,
  pythonPrompts,
  pgpArmour,
  listFooters,
  scrubbedAttachments,
  signatures,
  phoneSignatures,
  forwards,
  originalHeaders,
  attributionLines,
];
