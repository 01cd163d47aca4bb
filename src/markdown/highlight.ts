import type { Element, ElementContent } from 'hast';
import type { Code, Nodes, Root } from 'mdast';
import { bundledLanguages, createCssVariablesTheme, createHighlighter, type Highlighter } from 'shiki';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';

/** Prints a code block as `pre > code` with classes and no inline style. */
export type Highlight = (code: Pick<Code, 'value' | 'lang'>) => Element;

const THEME = createCssVariablesTheme({ name: 'quotidian', variablePrefix: '--token-', fontStyle: false });
/** Longer blocks and lines are printed plain: a page should not wait for them. */
const LONGEST_BLOCK = 60_000;
const LONGEST_LINE = 1_000;

let highlighter: Promise<Highlighter> | undefined;

/** A highlighter that knows the languages of all code blocks of these trees. */
export async function highlightFor(roots: readonly Root[]): Promise<Highlight> {
  const wanted = languagesOf(roots);
  if (wanted.size === 0) return printPlain;
  highlighter ??= createHighlighter({
    themes: [THEME],
    langs: [],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  const shiki = await highlighter;
  const missing = [...wanted].filter((language) => !shiki.getLoadedLanguages().includes(language));
  await shiki.loadLanguage(...missing);
  return (code) => print(code, shiki);
}

function languagesOf(roots: readonly Root[]): ReadonlySet<keyof typeof bundledLanguages> {
  const languages = new Set<keyof typeof bundledLanguages>();
  const waiting: Nodes[] = [...roots];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'code' && isBundled(node.lang)) languages.add(node.lang);
    if ('children' in node) for (const child of node.children) waiting.push(child);
  }
  return languages;
}

function isBundled(language: string | null | undefined): language is keyof typeof bundledLanguages {
  return typeof language === 'string' && Object.hasOwn(bundledLanguages, language);
}

function printPlain({ value, lang }: Pick<Code, 'value' | 'lang'>): Element {
  return block([{ type: 'text', value }], lang);
}

function print({ value, lang }: Pick<Code, 'value' | 'lang'>, shiki: Highlighter): Element {
  const tooLong =
    value.length > LONGEST_BLOCK || value.split('\n').some((line) => line.length > LONGEST_LINE);
  if (!isBundled(lang) || tooLong) return printPlain({ value, ...(lang ? { lang } : {}) });
  const { tokens } = shiki.codeToTokens(value, { lang, theme: 'quotidian' });
  const lines = tokens.map((line) => line.map(({ content, color }) => token(content, color)));
  const text = value.split('\n');
  return block(
    lines.flatMap((line, n): ElementContent[] => {
      const end: ElementContent[] = n < lines.length - 1 ? [{ type: 'text', value: '\n' }] : [];
      const kind = lang === 'diff' ? kindOfDiffLine(text[n] ?? '') : undefined;
      if (!kind) return [...line, ...end];
      return [
        { type: 'element', tagName: 'span', properties: { className: [kind] }, children: line },
        ...end,
      ];
    }),
    lang,
  );
}

/** `var(--token-keyword)` → `token-keyword`; what has the text's own colour needs no element. */
function token(content: string, color: string | undefined): ElementContent {
  const name = /^var\(--(token-[a-z-]+)\)$/.exec(color ?? '')?.[1];
  const text: ElementContent = { type: 'text', value: content };
  if (!name || name === 'token-foreground') return text;
  return { type: 'element', tagName: 'span', properties: { className: [name] }, children: [text] };
}

function kindOfDiffLine(line: string): string | undefined {
  if (line.startsWith('@@')) return 'line-hunk';
  if (/^(?:\+\+\+|---) /.test(line)) return 'line-file';
  if (line.startsWith('+')) return 'line-inserted';
  return line.startsWith('-') ? 'line-deleted' : undefined;
}

function block(children: ElementContent[], lang: string | null | undefined): Element {
  return {
    type: 'element',
    tagName: 'pre',
    properties: { className: ['code'], ...(lang ? { dataLang: lang } : {}), tabIndex: 0 },
    children: [{ type: 'element', tagName: 'code', properties: {}, children }],
  };
}
