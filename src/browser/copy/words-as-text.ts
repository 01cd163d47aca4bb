/** How words are written in a kind of text. */
export interface TextStyle {
  /** Words of one text node, white space made one. */
  readonly text: (words: string) => string;
  /** A line of a paragraph, before it is joined to the others. */
  readonly line: (line: string) => string;
  readonly lineBreak: string;
  readonly mark: (mark: Mark, content: string) => string;
  readonly link: (href: string, content: string) => string;
  readonly code: (words: string) => string;
  readonly block: (code: string, language: string) => string;
}

export type Mark = 'emphasis' | 'strong' | 'deletion';

/** What the page says around the words, and what is no words. */
export const UNSAID =
  '.visually-hidden, .part, .quoted-by, .quoted-code, .note, .inferred, .copy, .copied, summary, figcaption, svg, script, template';

const MARKS: Readonly<Record<string, Mark>> = {
  EM: 'emphasis',
  I: 'emphasis',
  STRONG: 'strong',
  B: 'strong',
  DEL: 'deletion',
  S: 'deletion',
};
const HOLDS_BLOCKS =
  'P, PRE, UL, OL, DL, TABLE, FIGURE, BLOCKQUOTE, DETAILS, DIV, ARTICLE, SECTION, HEADER, HR, LI'.split(', ');
const SPACES = /[ \t\r\n\f]+/g;

/** What somebody said, block by block; quotes within are set off by `>`, each with whom it names. */
export function wordsAsText(node: Node, style: TextStyle): string {
  return blocksOf(node, style).join('\n\n');
}

function blocksOf(parent: Node, style: TextStyle): string[] {
  const blocks: string[] = [];
  let sentence = '';
  const close = (): void => {
    const lines = sentence.split('\n').map((line) => style.line(line.trim()));
    const paragraph = lines.join('\n').trim();
    if (paragraph) blocks.push(paragraph);
    sentence = '';
  };
  for (const child of parent.childNodes) {
    if (child instanceof Element && HOLDS_BLOCKS.includes(child.tagName)) {
      close();
      blocks.push(...blockOf(child, style));
    } else sentence += inlineOf(child, style);
  }
  close();
  return blocks;
}

function blockOf(element: Element, style: TextStyle): string[] {
  if (element.matches(UNSAID)) return [];
  switch (element.tagName) {
    case 'PRE':
      return [style.block(codeOf(element).replace(/\n$/, ''), element.getAttribute('data-lang') ?? '')];
    case 'HR':
      return ['* * *'];
    case 'UL':
    case 'OL':
      return [listOf(element, style)];
    case 'TABLE':
      return [[...element.querySelectorAll('tr')].map((row) => rowOf(row, style)).join(style.lineBreak)];
    case 'FIGURE':
    case 'BLOCKQUOTE':
      return [quoted(element, style)];
    default:
      return blocksOf(element, style);
  }
}

function rowOf(row: Element, style: TextStyle): string {
  return [...row.children].map((cell) => blocksOf(cell, style).join(' ')).join(' ');
}

function codeOf(element: Element): string {
  const code = element.cloneNode(true) as Element;
  for (const said of code.querySelectorAll(UNSAID)) said.remove();
  return code.textContent ?? '';
}

function listOf(list: Element, style: TextStyle): string {
  const first = Number(list.getAttribute('start') ?? 1);
  return [...list.children]
    .map((item, n) => {
      const mark = list.tagName === 'OL' ? `${first + n}. ` : '- ';
      return (
        mark +
        blocksOf(item, style)
          .join('\n\n')
          .replace(/\n(?=.)/g, `\n${' '.repeat(mark.length)}`)
      );
    })
    .join('\n');
}

function quoted(element: Element, style: TextStyle): string {
  const block = element.tagName === 'FIGURE' ? element.querySelector(':scope > blockquote') : element;
  const name = element.querySelector(':scope > figcaption .p-name')?.textContent?.trim();
  const blocks = block ? blocksOf(block, style) : [];
  if (name) blocks.push(`— ${style.text(name)}`);
  return setOff(blocks.join('\n\n'));
}

/** Every line behind a quote sign. */
export function setOff(text: string): string {
  return text.replace(/^/gm, '> ').replace(/^> $/gm, '>');
}

function inlineOf(node: Node, style: TextStyle): string {
  if (node instanceof Text) return style.text(node.data.replace(SPACES, ' '));
  if (!(node instanceof HTMLElement) || node.matches(UNSAID)) return '';
  if (node instanceof HTMLBRElement) return style.lineBreak;
  if (node instanceof HTMLImageElement) return style.text(node.alt);
  if (node.tagName === 'CODE') return style.code((node.textContent ?? '').replace(SPACES, ' '));
  const content = [...node.childNodes].map((child) => inlineOf(child, style)).join('');
  const isAddress = node instanceof HTMLAnchorElement && !node.matches('.inline-quote, .picture');
  if (isAddress && node.href && content.trim()) return style.link(node.href, content);
  const mark = MARKS[node.tagName];
  return mark ? style.mark(mark, content) : content;
}
