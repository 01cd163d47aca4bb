import { MARKDOWN_CONVENTIONS } from '../conventions/markdown/index.ts';
import { readMarkdown } from '../markdown/read.ts';
import type { Flavour } from './flavour.ts';

/** Markdown as CommonMark 0.31 defines it. */
export const commonmark: Flavour = {
  read: (body) => readMarkdown(body, {}),
  conventions: MARKDOWN_CONVENTIONS,
};
