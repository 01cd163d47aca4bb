import type { Section } from '../markdown/sections.ts';
import { DEEPEST } from './flavour.ts';

/**
 * A body cut at its fences as Zulip reads them: a fence with a word opens a block even within one of the same length,
 * a bare one closes the block that it opened, the end of the body closes all. `titleOf` reads a spoiler's title.
 */
export function fencedSections(body: string, titleOf: (markdown: string) => string): readonly Section[] {
  const bottom: Section[] = [];
  const open: Open[] = [];
  let lines: string[] = [];
  const endLines = () => {
    if (lines.length > 0) (open.at(-1)?.into ?? bottom).push({ markdown: lines.join('\n') });
    lines = [];
  };
  const close = () => {
    const top = open.at(-1);
    if (top?.lang !== undefined) {
      top.into.push({
        block: { type: 'code', value: lines.join('\n'), ...(top.lang && { lang: top.lang }) },
      });
      lines = [];
    } else {
      endLines();
    }
    open.pop();
  };
  for (const line of body.split(/\r\n|\n|\r/)) {
    const top = open.at(-1);
    const fence = top?.lang === undefined ? FENCE.exec(line) : null;
    if (top?.fence === line.trimEnd()) close();
    else if (fence) {
      endLines();
      open.push(opened(fence, open.at(-1)?.into ?? bottom, open.length, titleOf));
    } else lines.push(line);
  }
  while (open.length > 0) close();
  endLines();
  return bottom;
}

interface Open {
  readonly fence: string;
  readonly into: Section[];
  /** Of code: its language, or nothing. */
  readonly lang?: string;
}

/** ```` ```quote ````, ```` ~~~ spoiler Who did it ````, ```` ```py ```` */
const FENCE = /^(~{3,}|`{3,}) *(?:\{?\.?([\w+./#-]{1,40}) *([^ ~`][^~`]{0,300})?\}?)?$/;

function opened(
  [, fence = '', word = '', header = '']: RegExpExecArray,
  into: Section[],
  depth: number,
  titleOf: (markdown: string) => string,
): Open {
  const kind = word.toLowerCase();
  const isHolder = kind === 'quote' || kind === 'quoted' || kind === 'spoiler';
  if (!isHolder) return { fence, into, lang: kind };
  if (depth >= DEEPEST) return { fence, into };
  const sections: Section[] = [];
  const summary = header.trim() === '' ? '' : titleOf(header);
  into.push({
    block:
      kind === 'spoiler'
        ? { type: 'spoiler', ...(summary ? { summary } : {}), children: [] }
        : { type: 'blockquote', data: { quote: { kind: 'reply' } }, children: [] },
    sections,
  });
  return { fence, into: sections };
}
