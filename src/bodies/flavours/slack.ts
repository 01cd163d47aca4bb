import type { Code, Nodes, PhrasingContent } from 'mdast';
import { MARKDOWN_CONVENTIONS } from '../conventions/markdown/index.ts';
import { nest, type Nested } from '../nested.ts';
import { sectionBlocks } from '../markdown/sections.ts';
import { chatSections } from './chat-sections.ts';
import { DEEPEST, type Flavour } from './flavour.ts';
import { decoded, reference, referenceText } from './slack-references.ts';

/**
 * Slack's mrkdwn, as exports hold it in `text`: `&gt;` at each quoted line, `&gt;&gt;&gt;` to the end of the message,
 * `*bold*`, `_italic_`, `~struck~`, `<https://…|words>`. `<@U7>` keeps its id: an importer that knows the name writes
 * `<@U7|petra>` beforehand.
 */
export const slack: Flavour = {
  read: (body) => sectionBlocks(chatSections(body, { line: LINE, rest: REST, code }), paragraphs),
  conventions: MARKDOWN_CONVENTIONS,
};

const LINE = /(?:&gt;|>) ?/y;
const REST = /(?:&gt;|>){3} ?/y;

function code(written: string): Code {
  const value = written.replace(REFERENCE, (_, inner: string) => referenceText(inner));
  return { type: 'code', value: decoded(value).replace(/^\n|\n$/g, '') };
}
const REFERENCE = /<([^<>\n]{1,2000})>/g;

function paragraphs(text: string): Nodes[] {
  return text
    .split(/\n[ \t]*\n/)
    .filter((block) => block.trim() !== '')
    .map((block) => ({
      type: 'paragraph',
      children: block
        .trim()
        .split('\n')
        .flatMap((line, at): PhrasingContent[] => [
          ...(at > 0 ? [{ type: 'break' } as const] : []),
          ...phrasing(line),
        ]),
    }));
}

/** A mark of formatting, or what needs no more looking at. */
type Piece = PhrasingContent | Delimiter;

interface Delimiter {
  readonly type: 'delimiter';
  readonly mark: string;
  readonly opens: boolean;
  readonly closes: boolean;
}

function phrasing(line: string): PhrasingContent[] {
  return built(nest(piecesOf(line), endsOf, DEEPEST));
}

function endsOf(piece: Piece) {
  if (piece.type !== 'delimiter') return null;
  const { mark, opens, closes } = piece;
  return { ...(opens ? { opens: mark } : {}), ...(closes ? { closes: mark } : {}) };
}

/** `<https://…|words>`, `` `code` ``, `*`, `_`, `~` */
const PIECE = /<([^<>\n]{1,2000})>|`([^`\n]+)`|[*_~]/g;
const WORD = /[\p{L}\p{N}]/u;

function piecesOf(line: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let behind = 0;
  for (const match of line.matchAll(PIECE)) {
    const [written, inner, verbatim] = match;
    if (match.index > behind) pieces.push(text(line.slice(behind, match.index)));
    behind = match.index + written.length;
    if (inner !== undefined) pieces.push(reference(inner));
    else if (verbatim !== undefined) pieces.push({ type: 'inlineCode', value: decoded(verbatim) });
    else pieces.push(delimiter(written, line[match.index - 1] ?? ' ', line[behind] ?? ' '));
  }
  if (behind < line.length) pieces.push(text(line.slice(behind)));
  return pieces;
}

function text(value: string): PhrasingContent {
  return { type: 'text', value: decoded(value) };
}

/** Marks stand at the borders of words, and next to what they format. */
function delimiter(mark: string, before: string, after: string): Delimiter {
  const opens = !WORD.test(before) && after.trim() !== '' && after !== mark;
  const closes = !WORD.test(after) && before.trim() !== '' && before !== mark;
  return { type: 'delimiter', mark, opens, closes };
}

const TYPES: Readonly<Record<string, 'strong' | 'emphasis' | 'delete'>> = {
  '*': 'strong',
  _: 'emphasis',
  '~': 'delete',
};

function built(nested: readonly Nested<Piece>[]): PhrasingContent[] {
  return nested.flatMap((one): PhrasingContent[] => {
    if ('piece' in one)
      return [one.piece.type === 'delimiter' ? { type: 'text', value: one.piece.mark } : one.piece];
    const type = one.opener.type === 'delimiter' ? TYPES[one.opener.mark] : undefined;
    const children = built(one.children);
    return type && children.length > 0 ? [{ type, children }] : children;
  });
}
