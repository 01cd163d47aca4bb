import type { Convention, MarkConvention } from '../../plain/convention.ts';
import { angleMarks } from './angle-marks.ts';
import { attributionLines } from './attribution-lines.ts';
import { bbcodeQuotes } from './bbcode-quotes.ts';
import { disclaimers } from './disclaimers.ts';
import { diffstats } from './diffstats.ts';
import { enclosedQuotes } from './enclosed-quotes.ts';
import { fences } from './fences.ts';
import { forwards } from './forwards.ts';
import { listFooters } from './list-footers.ts';
import { matrixFallback } from './matrix-fallback.ts';
import { originalHeaders } from './original-headers.ts';
import { patches } from './patches.ts';
import { pgpArmour } from './pgp-armour.ts';
import { phoneSignatures } from './phone-signatures.ts';
import { pipeMarks } from './pipe-marks.ts';
import { prefixMarks } from './prefix-marks.ts';
import { replyTemplates } from './reply-templates.ts';
import { rewrappedLines } from './rewrapped-lines.ts';
import { signOffs } from './sign-offs.ts';
import { pythonPrompts } from './python-prompts.ts';
import { scrubbedAttachments } from './scrubbed-attachments.ts';
import { signatures } from './signatures.ts';
import { unmarkedOriginals } from './unmarked-originals.ts';

/** How lines say that they are quoted; for each line the first that sees marks decides. */
export const MARKS: readonly MarkConvention[] = [angleMarks, prefixMarks, pipeMarks, rewrappedLines];

/**
 * The habits of plain text; at each line the first that claims it decides. Code stands first, since what looks like
 * a quote or a signature within it is not one.
 */
export const CONVENTIONS: readonly Convention[] = [
  patches,
  diffstats,
  fences,
  pythonPrompts,
  bbcodeQuotes,
  enclosedQuotes,
  matrixFallback,
  pgpArmour,
  listFooters,
  disclaimers,
  scrubbedAttachments,
  signatures,
  phoneSignatures,
  signOffs,
  replyTemplates,
  forwards,
  originalHeaders,
  attributionLines,
  unmarkedOriginals,
];
