import type { Element, ElementContent } from 'hast';
import type { Code, Nodes, Root } from 'mdast';
import { bundledLanguages, createCssVariablesTheme, createHighlighter, type Highlighter } from 'shiki';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { extensionOf, parseDiff } from './diff-lines.ts';

/** Prints a code block as `pre > code` with classes and no inline style. */
export type Highlight = (code: CodeBlock) => Element;

/** `meta` of a diff is the name of the file that it changes. */
type CodeBlock = Pick<Code, 'value' | 'lang' | 'meta'>;
type Language = keyof typeof bundledLanguages;

const THEME = createCssVariablesTheme({ name: 'quotidian', variablePrefix: '--', fontStyle: false });
/** Longer blocks and lines are printed plain: a page should not wait for them. */
const LONGEST_BLOCK = 60_000;
const LONGEST_LINE = 1_000;
/** Endings that are not the name of a language. */
const LANGUAGES: Readonly<Record<string, Language>> = {
  h: 'c',
  cc: 'cpp',
  hpp: 'cpp',
  hh: 'cpp',
  makefile: 'make',
  dockerfile: 'docker',
};

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

function languagesOf(roots: readonly Root[]): ReadonlySet<Language> {
  const languages = new Set<Language>();
  const waiting: Nodes[] = [...roots];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const language = node.type === 'code' ? languageOf(node) : undefined;
    if (language) languages.add(language);
    if ('children' in node) for (const child of node.children) waiting.push(child);
  }
  return languages;
}

/** A diff is printed in the language of its file. */
function languageOf({ lang, meta }: CodeBlock): Language | undefined {
  if (lang === 'diff') {
    const extension = extensionOf(meta ?? '');
    return LANGUAGES[extension] ?? (isBundled(extension) ? extension : undefined);
  }
  return isBundled(lang) ? lang : undefined;
}

function isBundled(language: string | null | undefined): language is Language {
  return typeof language === 'string' && Object.hasOwn(bundledLanguages, language);
}

/** Prints blocks whose languages need not be loaded. */
const printPlain: Highlight = (code) => printWith(code, plainTokens);

type Tokenize = (text: string) => readonly ElementContent[][];

function plainTokens(text: string): readonly ElementContent[][] {
  return text.split('\n').map((value) => (value === '' ? [] : [{ type: 'text', value }]));
}

function print(code: CodeBlock, shiki: Highlighter): Element {
  const lang = languageOf(code);
  const tooLong =
    code.value.length > LONGEST_BLOCK || code.value.split('\n').some((line) => line.length > LONGEST_LINE);
  if (!lang || tooLong) return printPlain(code);
  return printWith(code, (text) => {
    const { tokens } = shiki.codeToTokens(text, { lang, theme: 'quotidian' });
    return tokens.map((line) => line.map(({ content, color }) => token(content, color)));
  });
}

function printWith({ value, lang, meta }: CodeBlock, tokenize: Tokenize): Element {
  const lines = lang === 'diff' ? diffLines(value, tokenize) : tokenize(value);
  const printed = lines.flatMap((line, n): ElementContent[] => {
    return n < lines.length - 1 ? [...line, { type: 'text', value: '\n' }] : [...line];
  });
  return block(printed, lang, lang === 'diff' ? meta : undefined);
}

/** Each version of the file is read by itself, so that a deleted line does not open what an inserted one closes. */
function diffLines(value: string, tokenize: Tokenize): readonly ElementContent[][] {
  const { lines, before, after } = parseDiff(value);
  const versions = { before: tokenize(before.join('\n')), after: tokenize(after.join('\n')) };
  return lines.map(({ kind, text, marks, place }) => {
    const words = place && versions[place.version][place.line];
    const content: ElementContent[] = words
      ? [{ type: 'text', value: text.slice(0, marks) }, ...words]
      : [{ type: 'text', value: text }];
    if (kind === 'context') return content;
    return [
      { type: 'element', tagName: 'span', properties: { className: [`line-${kind}`] }, children: content },
    ];
  });
}

/** `var(--token-keyword)` → `token-keyword`; what has the text's own colour needs no element. */
function token(content: string, color: string | undefined): ElementContent {
  const name = /^var\(--(token-[a-z-]+)\)$/.exec(color ?? '')?.[1];
  const text: ElementContent = { type: 'text', value: content };
  if (!name) return text;
  return { type: 'element', tagName: 'span', properties: { className: [name] }, children: [text] };
}

function block(
  children: ElementContent[],
  lang: string | null | undefined,
  file: string | null | undefined,
): Element {
  return {
    type: 'element',
    tagName: 'pre',
    properties: {
      className: ['code'],
      ...(lang ? { dataLang: lang } : {}),
      ...(file ? { dataFile: file } : {}),
      tabIndex: 0,
    },
    children: [{ type: 'element', tagName: 'code', properties: {}, children }],
  };
}
