import { commentedOn } from './commented-on.ts';
import type { MarkdownConvention } from './convention.ts';
import { originallyPosted } from './originally-posted.ts';
import { reviewedFile } from './reviewed-file.ts';
import { wroteLine } from './wrote-line.ts';

/** Every habit of attributing a quote in Markdown that is known; the first that reads a line has it. */
export const MARKDOWN_CONVENTIONS: readonly MarkdownConvention[] = [
  commentedOn,
  originallyPosted,
  reviewedFile,
  wroteLine,
];
