import type { Literal, Nodes, Parent, PhrasingContent } from 'mdast';
import type { CompileContext, Token } from 'mdast-util-from-markdown';
import type { Code, Construct, Effects, State } from 'micromark-util-types';
import { nest, type Nested } from '../nested.ts';
import { mapPhrasing } from './map-phrasing.ts';
import type { Syntax } from './read.ts';

/** A mark in a line that is neither CommonMark's nor GitHub's: `||`, `>!`, `[spoiler]`. */
interface Mark extends Literal {
  type: 'mark';
}

/** Covered words in a line; `safeFlow` makes them a block. */
export interface InlineSpoiler extends Parent {
  type: 'inlineSpoiler';
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    mark: Mark;
    inlineSpoiler: InlineSpoiler;
  }
  interface RootContentMap {
    mark: Mark;
    inlineSpoiler: InlineSpoiler;
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    mark: 'mark';
  }
}

/** Two marks in a line and what they make of what they hold; `null` where that stays as it is. */
export interface MarkPair {
  readonly opens: string;
  readonly closes: string;
  readonly type: 'inlineSpoiler' | 'strong' | 'emphasis' | 'delete' | null;
}

/** A syntax that finds these marks where they are not escaped and not in code. */
export function markSyntax(pairs: readonly MarkPair[]): Required<Syntax> {
  const values = [...new Set(pairs.flatMap(({ opens, closes }) => [opens, closes]))];
  const constructs = Object.entries(Object.groupBy(values, (value) => value.charCodeAt(0)));
  return {
    extensions: [
      { text: Object.fromEntries(constructs.map(([code, some = []]) => [code, some.map(markConstruct)])) },
    ],
    mdastExtensions: [{ exit: { mark: exitMark } }],
  };
}

/** The blocks with marks made what their pairs say; a mark without a partner is text. */
export function pairMarks(nodes: readonly Nodes[], pairs: readonly MarkPair[], deepest: number): Nodes[] {
  const endsOf = (node: PhrasingContent) => {
    if (node.type !== 'mark') return null;
    const opens = pairs.find((pair) => pair.opens === node.value);
    const closes = pairs.find((pair) => pair.closes === node.value);
    return { ...(opens ? { opens: opens.opens } : {}), ...(closes ? { closes: closes.opens } : {}) };
  };
  return mapPhrasing(nodes, (siblings) =>
    siblings.some(({ type }) => type === 'mark')
      ? built(nest(siblings, endsOf, deepest), new Map(pairs.map((pair) => [pair.opens, pair.type])))
      : siblings,
  );
}

function built(
  nested: readonly Nested<PhrasingContent>[],
  types: ReadonlyMap<string, MarkPair['type']>,
): PhrasingContent[] {
  return nested.flatMap((one): PhrasingContent[] => {
    if ('piece' in one)
      return [one.piece.type === 'mark' ? { type: 'text', value: one.piece.value } : one.piece];
    const children = built(one.children, types);
    const type = one.opener.type === 'mark' ? types.get(one.opener.value) : null;
    return type && children.length > 0 ? [{ type, children }] : children;
  });
}

/** What finds one mark, character by character. */
export function markConstruct(value: string): Construct {
  return {
    name: 'mark',
    tokenize(effects: Effects, ok: State, nok: State): State {
      let at = 0;
      const next = (code: Code): State | undefined => {
        if (code !== value.charCodeAt(at)) return nok(code);
        if (at === 0) effects.enter('mark');
        effects.consume(code);
        at += 1;
        if (at < value.length) return next;
        effects.exit('mark');
        return ok;
      };
      return next;
    },
  };
}

function exitMark(this: CompileContext, token: Token): undefined {
  this.enter({ type: 'mark', value: this.sliceSerialize(token) }, token);
  this.exit(token);
}
