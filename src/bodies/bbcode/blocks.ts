import type { List, Nodes, PhrasingContent, RootContent } from 'mdast';
import { DEEPEST } from '../flavours/flavour.ts';
import { withoutEmptyEnds } from '../markdown/split-spoilers.ts';
import { nest, type Nested } from '../nested.ts';
import { phrasingOf, rawText } from './phrasing.ts';
import { readQuoteTag } from './quote-tag.ts';
import { cutAtTags, type Tag, tagsIn, tagValue } from './tags.ts';

/** A BBCode body as blocks. Unknown tags, and tags without their partner, are text. */
export function bbcodeBlocks(body: string): Nodes[] {
  const text = body.replace(/\r\n?/g, '\n');
  const pieces = cutAtTags(text, outsideVerbatim(tagsIn(text, KNOWN)));
  return blocksOf(nest(pieces, endsOf, DEEPEST));
}

type Piece = string | Tag;

const VERBATIM: ReadonlySet<string> = new Set(['code', 'php', 'html', 'icode', 'noparse', 'plain']);
const CODE: ReadonlySet<string> = new Set(['code', 'php', 'html']);
const ALONE: ReadonlySet<string> = new Set(['*', 'hr']);
const HOLDERS: ReadonlySet<string> = new Set(
  'quote code php html spoiler hide details list ul ol center left right justify align indent heading'.split(
    ' ',
  ),
);
const KNOWN: ReadonlySet<string> = new Set([
  ...[...HOLDERS, ...VERBATIM, ...ALONE, 'li'],
  ...'b i u s strike del size color colour font sub sup highlight user mention url email img ispoiler'.split(
    ' ',
  ),
]);

/** Between `[code]` and `[/code]` nothing is a tag. */
function outsideVerbatim(tags: readonly Tag[]): readonly Tag[] {
  const closers = new Map<string, number>();
  const next = new Array<number>(tags.length).fill(0);
  for (let at = tags.length - 1; at >= 0; at -= 1) {
    const tag = tags[at];
    if (!tag) continue;
    next[at] = tag.closing || !VERBATIM.has(tag.name) ? at : (closers.get(tag.name) ?? at);
    if (tag.closing) closers.set(tag.name, at);
  }
  let from = 0;
  return tags.filter((_, at) => {
    if (at < from) return false;
    from = Math.max(from, next[at] ?? at);
    return true;
  });
}

function endsOf(piece: Piece) {
  if (typeof piece === 'string' || ALONE.has(piece.name)) return null;
  return piece.closing ? { closes: piece.name } : { opens: piece.name };
}

function blocksOf(nested: readonly Nested<Piece>[]): RootContent[] {
  const blocks: RootContent[] = [];
  let line: Nested<Piece>[] = [];
  const endLine = () => {
    blocks.push(...paragraphsOf(phrasingOf(line)));
    line = [];
  };
  for (const one of nested) {
    if (isRule(one)) {
      endLine();
      blocks.push({ type: 'thematicBreak' });
    } else if (holdsBlock(one)) {
      endLine();
      blocks.push(...blockOf(one));
    } else {
      line.push(one);
    }
  }
  endLine();
  return blocks;
}

function isRule(one: Nested<Piece>): boolean {
  return 'piece' in one && typeof one.piece !== 'string' && one.piece.name === 'hr' && !one.piece.closing;
}

type Held = Extract<Nested<Piece>, { opener: Piece }>;

function holdsBlock(one: Nested<Piece>): one is Held {
  if ('piece' in one) return isRule(one);
  return (typeof one.opener !== 'string' && HOLDERS.has(one.opener.name)) || one.children.some(holdsBlock);
}

function blockOf({ opener, children }: Held): RootContent[] {
  if (typeof opener === 'string') return blocksOf(children);
  if (CODE.has(opener.name)) return [codeOf(opener, children)];
  if (opener.name === 'list' || opener.name === 'ul' || opener.name === 'ol') return listOf(opener, children);
  const content = blocksOf(children) as List['children'][number]['children'];
  if (content.length === 0) return [];
  if (opener.name === 'quote')
    return [{ type: 'blockquote', data: { quote: readQuoteTag(opener) }, children: content }];
  if (!COVERED.has(opener.name)) return content;
  const summary = tagValue(opener);
  return [{ type: 'spoiler', ...(summary ? { summary } : {}), children: content }];
}
const COVERED: ReadonlySet<string> = new Set(['spoiler', 'hide', 'details']);

function codeOf(opener: Tag, children: readonly Nested<Piece>[]): RootContent {
  const named = opener.name === 'code' ? tagValue(opener).toLowerCase() : opener.name;
  const lang = LANGUAGE.test(named) ? named : undefined;
  return { type: 'code', value: rawText(children).replace(/^\n|\n$/g, ''), ...(lang ? { lang } : {}) };
}
const LANGUAGE = /^[\w+#.-]{1,30}$/;

/** `[list][*]one[*]two[/list]`, `[ul][li]one[/li][/ul]`; what stands before the first item is one too. */
function listOf(opener: Tag, children: readonly Nested<Piece>[]): RootContent[] {
  const items: Nested<Piece>[][] = [[]];
  for (const one of children) {
    if ('piece' in one && typeof one.piece !== 'string' && one.piece.name === '*') {
      if (!one.piece.closing) items.push([]);
    } else if (!('piece' in one) && typeof one.opener !== 'string' && one.opener.name === 'li') {
      items.push([...one.children], []);
    } else {
      items.at(-1)?.push(one);
    }
  }
  const made = items
    .map((item) => blocksOf(item) as List['children'][number]['children'])
    .filter((item) => item.length > 0);
  if (made.length === 0) return [];
  const ordered = opener.name === 'ol' || /^[1aAiI]$/.test(tagValue(opener));
  return [
    {
      type: 'list',
      ordered,
      spread: false,
      children: made.map((item) => ({ type: 'listItem', spread: false, children: item })),
    },
  ];
}

/** A line's nodes as paragraphs, which blank lines divide. */
function paragraphsOf(nodes: readonly PhrasingContent[]): RootContent[] {
  const paragraphs: PhrasingContent[][] = [[]];
  for (const [at, node] of nodes.entries()) {
    const current = paragraphs.at(-1) ?? [];
    if (node.type !== 'break') current.push(node);
    else if (nodes[at + 1]?.type === 'break') paragraphs.push([]);
    else if (current.length > 0 && at < nodes.length - 1) current.push(node);
  }
  return paragraphs
    .map(withoutEmptyEnds)
    .filter((children) => children.length > 0)
    .map((children) => ({ type: 'paragraph', children }));
}
