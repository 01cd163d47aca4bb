import type { Code, Nodes, PhrasingContent } from 'mdast';
import type { CompileContext, Token } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { MARKDOWN_CONVENTIONS } from '../conventions/markdown/index.ts';
import { type MarkPair, markSyntax, pairMarks } from '../markdown/inline-marks.ts';
import { mapPhrasing, mapText, withBreaks } from '../markdown/map-phrasing.ts';
import { readMarkdown } from '../markdown/read.ts';
import { sectionBlocks } from '../markdown/sections.ts';
import { chatSections } from './chat-sections.ts';
import { DEEPEST, type Flavour } from './flavour.ts';

declare module 'mdast' {
  interface StrongData {
    /** `__underlined__` and not bold. */
    underlined?: true;
  }
}

/**
 * Discord's Markdown: `> ` at each quoted line, its space included, `>>> ` to the end of the message; `||covered||`,
 * `-# small`, `__underlined__`; line ends are kept, HTML and indented lines are text, a row of `-` or `=` makes no
 * heading. `<@7>`, `<#7>` and `<:buoy:7>` keep their ids: an importer that knows the names puts them in their place
 * beforehand (`@petra`, `#lamps`).
 */
export const discord: Flavour = {
  read: (body) => sectionBlocks(chatSections(body, { line: LINE, rest: REST, code }), readStretch),
  conventions: MARKDOWN_CONVENTIONS,
};

const LINE = / {0,20}> /y;
const REST = / {0,20}>>> /y;

/** ```` ```py ```` and a line end before the code, or the code alone. */
function code(written: string): Code {
  const [all = '', lang] = LANGUAGE.exec(written) ?? [];
  const value = written.slice(all.length).replace(/^\n|\n$/g, '');
  return { type: 'code', value, ...(lang ? { lang } : {}) };
}
const LANGUAGE = /^([\w+#.-]{1,30})\n/;

const SPOILERS: readonly MarkPair[] = [{ opens: '||', closes: '||', type: 'inlineSpoiler' }];
const MARKS = markSyntax(SPOILERS);
const UNKNOWN = [
  'characterReference',
  'codeIndented',
  'definition',
  'gfmFootnoteCall',
  'gfmFootnoteDefinition',
  'gfmPotentialFootnoteCall',
  'htmlFlow',
  'htmlText',
  'blockQuote',
  'labelStartImage',
  'setextUnderline',
  'table',
  'tasklistCheck',
  'thematicBreak',
];
const SYNTAX = {
  extensions: [gfm(), { disable: { null: UNKNOWN } }, ...MARKS.extensions],
  mdastExtensions: [gfmFromMarkdown(), ...MARKS.mdastExtensions, { enter: { strong: enterStrong } }],
};

function enterStrong(this: CompileContext, token: Token): undefined {
  const underlined = this.sliceSerialize(token).startsWith('_');
  this.enter({ type: 'strong', children: [], ...(underlined ? { data: { underlined } } : {}) }, token);
}

function readStretch(markdown: string): Nodes[] {
  const paired = pairMarks(readMarkdown(markdown, SYNTAX), SPOILERS, DEEPEST);
  return mapText(mapPhrasing(paired, withoutSmallMarks), (value) => withBreaks(resolved(value)));
}

function withoutSmallMarks(siblings: readonly PhrasingContent[]): PhrasingContent[] {
  return siblings.flatMap((node, at): PhrasingContent[] => {
    if (node.type === 'strong' && node.data?.underlined) return node.children;
    if (node.type !== 'text') return [node];
    const value = node.value.replace(SMALL_BELOW, '$1');
    return [{ ...node, value: at === 0 ? value.replace(SMALL, '') : value }];
  });
}
/** `-# subtext` */
const SMALL = /^-# /;
const SMALL_BELOW = /(\n)-# /g;

/** What stands in angle brackets, as far as the message itself says what it is. */
function resolved(value: string): string {
  return value
    .replace(TIME, (all, seconds: string) => timeAt(Number(seconds)) ?? all)
    .replace(NUMBERED, '$1$2')
    .replace(EMOJI, '$1')
    .replace(COMMAND, '$1');
}

/** `<@7>`, `<@!7>`, `<@&7>`, `<#7>` */
const NUMBERED = /<([@#])[!&]?(\d{1,20})>/g;
/** `<:buoy:7>`, `<a:buoy:7>` */
const EMOJI = /<a?(:\w{1,40}:)\d{1,20}>/g;
/** `</tide:7>` */
const COMMAND = /<(\/[\p{L}\p{N}_ -]{1,60}):\d{1,20}>/gu;
/** `<t:1772525520:f>` */
const TIME = /<t:(-?\d{1,13})(?::[a-zA-Z])?>/g;

/** `2026-03-03 08:12 UTC` */
function timeAt(seconds: number): string | undefined {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime())
    ? undefined
    : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
