import type { Blockquote, Part, QuoteMark, Root, RootContent } from '../body.ts';
import type { Role } from './convention.ts';
import { type Flow, joinFlowed } from './flowed.ts';
import { brokenParagraphs, paragraphs } from './paragraphs.ts';
import type { Segment } from './segments.ts';

/** The segments of a plain body as mdast: each quote a `blockquote`, one within the other by depth. */
export function treeOf(segments: readonly Segment[], flow?: Flow): Root {
  const root: Root = { type: 'root', children: [] };
  const nest = nestIn(root);
  // An attribution waits for its quote; where none comes it was the author's own words.
  let waiting: Segment | null = null;
  for (const segment of segments) {
    const blocks = blocksOf(segment, flow);
    if (blocks.length === 0 && segment.role !== 'attribution') {
      nest.close(segment.depth);
      continue;
    }
    const heir: Segment | null = waiting && segment.depth > waiting.depth ? waiting : null;
    if (waiting && !heir) nest.enter(waiting.depth).push(...blocksOf({ ...waiting, role: 'words' }, flow));
    waiting = segment.role === 'attribution' ? segment : null;
    const parent = nest.enter(segment.depth, heir, segment.opens);
    for (const block of blocks) parent.push(block);
  }
  if (waiting) nest.enter(waiting.depth).push(...blocksOf({ ...waiting, role: 'words' }, flow));
  return root;
}

/** The open quotes, as a stack. */
function nestIn(root: Root) {
  const open: RootContent[][] = [root.children];
  const close = (depth: number) => {
    open.length = Math.min(open.length, depth + 1);
  };
  return {
    close,
    /**
     * The children at a depth. A quote that has to be opened just below `heir`'s depth gets what that one says, the
     * innermost else what its own words say.
     */
    enter(depth: number, heir: Segment | null = null, opens?: QuoteMark): RootContent[] {
      close(heir ? Math.min(depth, heir.depth) : depth);
      while (open.length <= depth) {
        const introduces =
          heir?.depth === open.length - 1 ? heir.introduces : depth === open.length ? opens : undefined;
        const quote = blockquote(introduces);
        open.at(-1)?.push(quote);
        open.push(quote.children);
      }
      return open.at(-1) ?? root.children;
    },
  };
}

function blockquote(quote: QuoteMark = { kind: 'reply' }): Blockquote {
  return { type: 'blockquote', children: [], data: { quote } };
}

type Blocks = (segment: Segment, flow?: Flow) => readonly RootContent[];

const BLOCKS: Readonly<Record<Role, Blocks>> = {
  words: ({ lines }, flow) => paragraphs(flow ? joinFlowed(lines, flow) : lines.map((text) => ({ text }))),
  // An attribution stands in `data.quote` of the quote that it introduces.
  attribution: () => [],
  mark: () => [],
  signature: (segment) => [part('signature', segment)],
  footer: (segment) => [part('footer', segment)],
  patch: codeOf,
  code: codeOf,
};

function blocksOf(segment: Segment, flow?: Flow): readonly RootContent[] {
  return BLOCKS[segment.role](segment, flow).filter(
    (block) => block.type !== 'part' || block.children.length > 0,
  );
}

function part(kind: Part['kind'], { lines }: Segment): Part {
  return { type: 'part', kind, children: [...brokenParagraphs(lines)] };
}

function codeOf({ role, lines, code }: Segment): readonly RootContent[] {
  // `---` alone, with notes below it instead of a diffstat.
  if (role === 'patch' && lines.length === 0) return [{ type: 'thematicBreak' }];
  const { lang = null, meta = null } = code ?? {};
  return [{ type: 'code', lang, meta, value: lines.join('\n') }];
}
