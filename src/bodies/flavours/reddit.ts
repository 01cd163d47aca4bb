import type { PhrasingContent } from 'mdast';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { blockQuote } from 'micromark-core-commonmark';
import { gfm } from 'micromark-extension-gfm';
import type { Construct, Effects, State, TokenizeContext } from 'micromark-util-types';
import { MARKDOWN_CONVENTIONS } from '../conventions/markdown/index.ts';
import { type MarkPair, markConstruct, markSyntax, pairMarks } from '../markdown/inline-marks.ts';
import { mapText } from '../markdown/map-phrasing.ts';
import { readMarkdown } from '../markdown/read.ts';
import { raised } from '../raised.ts';
import { DEEPEST, type Flavour } from './flavour.ts';

/**
 * Reddit's Markdown: `>!covered!<` is a spoiler also where it begins a line, `^raised` and `^(raised words)` lose their
 * mark, numbers become raised digits. The API's `body` must have come with `raw_json=1`, or its importer must have
 * decoded `&gt;`, `&lt;` and `&amp;`.
 */
export const reddit: Flavour = {
  read: (body) => mapText(pairMarks(readMarkdown(body, SYNTAX), SPOILERS, DEEPEST), withRaised),
  conventions: MARKDOWN_CONVENTIONS,
};

const SPOILERS: readonly MarkPair[] = [{ opens: '>!', closes: '!<', type: 'inlineSpoiler' }];

const goesOn = blockQuote.continuation?.tokenize ?? blockQuote.tokenize;

/** A block quote, unless its mark goes on as a spoiler's. */
const quoteNotSpoiler: Construct = {
  ...blockQuote,
  name: 'quoteNotSpoiler',
  tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    return effects.check(spoilerMark, nok, blockQuote.tokenize.call(this, effects, ok, nok));
  },
  // CommonMark's own tries its construct again on the next line, by a name that is disabled here.
  continuation: {
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      const attempt: Effects['attempt'] = (_, yes, no) => effects.attempt(quoteNotSpoiler, yes, no);
      return goesOn.call(this, { ...effects, attempt }, ok, nok);
    },
  },
};
const MARKS = markSyntax(SPOILERS);
const spoilerMark: Construct = markConstruct('>!');

const SYNTAX = {
  extensions: [
    gfm(),
    { disable: { null: ['blockQuote'] }, document: { 62: quoteNotSpoiler } },
    ...MARKS.extensions,
  ],
  mdastExtensions: [gfmFromMarkdown(), ...MARKS.mdastExtensions],
};

/** `x^2`, `^(said in small)`, `^word`; not `^_^`. */
const RAISED = /(?<before>[\p{L}\p{N}]?)(?<!\^)\^+(?:\(([^()\n]{1,300})\)|([\p{L}\p{N}+-][^\s^]{0,100}))/gu;

/** Right behind a word only numbers can be raised without their mark: `x^y` must not read xy. */
function withRaised(value: string): readonly PhrasingContent[] {
  const text = value.replace(RAISED, (all, before: string, words?: string, word?: string) => {
    const written = words ?? word ?? '';
    return before === '' || raised(written) ? `${before}${raised(written) ?? written}` : all;
  });
  return [{ type: 'text', value: text }];
}
