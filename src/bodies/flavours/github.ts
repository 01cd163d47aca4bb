import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { MARKDOWN_CONVENTIONS } from '../conventions/markdown/index.ts';
import { readMarkdown } from '../markdown/read.ts';
import type { Flavour } from './flavour.ts';

/** GitHub Flavored Markdown. */
export const github: Flavour = {
  read: (body) => readMarkdown(body, SYNTAX),
  conventions: MARKDOWN_CONVENTIONS,
};

const SYNTAX = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };
