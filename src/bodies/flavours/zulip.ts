import type { Emphasis, Nodes, PhrasingContent, RootContent, Strong } from 'mdast';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString as textOf } from 'mdast-util-to-string';
import { attention } from 'micromark-core-commonmark';
import { gfm } from 'micromark-extension-gfm';
import { MARKDOWN_CONVENTIONS } from '../conventions/markdown/index.ts';
import { saidLink } from '../conventions/markdown/said-link.ts';
import { mapPhrasing, mapText, withBreaks } from '../markdown/map-phrasing.ts';
import { readMarkdown } from '../markdown/read.ts';
import { sectionBlocks } from '../markdown/sections.ts';
import type { Flavour } from './flavour.ts';
import { fencedSections } from './zulip-fences.ts';

/**
 * Zulip's Markdown, as `apply_markdown=false` gives it: ```` ```quote ```` and ```` ```spoiler title ````, one in the
 * other; `@_**Petra Holm|7** [said](…/near/123):` above a quote gives its name and the message's id; mentions
 * `@**Petra Holm**`, `#**lamps>buoys**`. Line ends are kept, underscores are no emphasis, HTML is text.
 */
export const zulip: Flavour = {
  read: (body) => sectionBlocks(fencedSections(body, titleOf), readStretch),
  conventions: [saidLink, ...MARKDOWN_CONVENTIONS],
};

function titleOf(markdown: string): string {
  return textOf({ type: 'root', children: readMarkdown(markdown, SYNTAX) as RootContent[] }).trim();
}

function readStretch(markdown: string): Nodes[] {
  const nodes = mapPhrasing(readMarkdown(markdown, SYNTAX), withMentions);
  return mapText(nodes, (value) => withBreaks(value));
}

const SYNTAX = {
  extensions: [
    gfm(),
    {
      disable: {
        null: [
          'attention',
          'definition',
          'gfmFootnoteCall',
          'gfmFootnoteDefinition',
          'htmlFlow',
          'htmlText',
          'setextUnderline',
        ],
      },
      text: { 42: { ...attention, name: 'asterisks' } },
    },
  ],
  mdastExtensions: [gfmFromMarkdown()],
};

/** `@**Petra Holm|7**` and `#**lamps>buoys**` come as a sign and words in bold; `_` is for not notifying. */
function withMentions(siblings: readonly PhrasingContent[]): PhrasingContent[] {
  const made: PhrasingContent[] = [];
  for (const node of siblings) {
    const before = made.at(-1);
    const sign = before?.type === 'text' ? SIGN.exec(before.value) : null;
    const [inner, ...more] = holdsMention(node, sign?.[0]) ? node.children : [];
    if (before?.type !== 'text' || !sign || inner?.type !== 'text' || more.length > 0) {
      made.push(node);
      continue;
    }
    made.pop();
    const text = before.value.slice(0, -sign[0].length);
    if (text !== '') made.push({ ...before, value: text });
    made.push(sign[0] === '#' ? channel(inner.value) : person(inner.value, sign[0] === '@'));
  }
  return made;
}

/** `**Petra Holm**` behind any sign; `*keepers*`, a group, behind `@`. */
function holdsMention(node: PhrasingContent, sign: string | undefined): node is Strong | Emphasis {
  return node.type === 'strong' || (node.type === 'emphasis' && sign !== '#');
}

/** `@` and `#`, not in the middle of a word: `petra@**…` is no mention. */
const SIGN = /(?<![\p{L}\p{N}])(?:@_?|#)$/u;
/** `Petra Holm|7` */
const NUMBERED = /^(.+)\|\d{1,20}$/;

function person(written: string, notifies: boolean): PhrasingContent {
  const name = NUMBERED.exec(written)?.[1] ?? written;
  return { type: 'text', value: notifies ? `@${name}` : name, data: { mention: name } };
}

/** `lamps`, `lamps>buoys`, `lamps>buoys@123` */
function channel(written: string): PhrasingContent {
  const [name = '', ...topic] = written.replace(/@\d{1,20}$/, '').split('>');
  return { type: 'text', value: `#${[name, ...(topic.length > 0 ? [topic.join('>')] : [])].join(' > ')}` };
}
