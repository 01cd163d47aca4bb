import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { expect, test } from 'vitest';
import { FLAVOURS, type FlavourName } from '../../src/bodies/flavours/index.ts';
import { parseHtml } from '../../src/bodies/html.ts';
import { parseMarkdown } from '../../src/bodies/markdown.ts';
import { segment } from '../../src/bodies/plain/segments.ts';
import { parsePlain } from '../../src/bodies/plain.ts';
import { bodyText, quotesIn } from '../../src/bodies/text.ts';
import { BLOCKS, LINES } from './hostile-marks.ts';

const flavours = Object.keys(FLAVOURS) as FlavourName[];

/** Everything in the tree that a page must not carry. */
function dangers(root: Root): string[] {
  const found: string[] = [];
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (/^(?:html|definition|linkReference|imageReference)$/.test(node.type)) found.push(node.type);
    if ('url' in node && !/^(?:https?:\/\/|mailto:)/.test(node.url)) found.push(node.url);
    if (node.type === 'image' && !node.url.startsWith('http')) found.push(node.url);
    if ('value' in node && /[\u202D\u202E]/.test(node.value)) found.push('override');
    if ('children' in node) waiting.push(...node.children);
  }
  return found;
}

const piece = fc.constantFrom(
  '<script>', '</script>', '<a href="javascript:x">', '<img src=x onerror=y>', '<svg>', '</svg>', '<b>', '</b>', '<p>',
  '<blockquote>', '</blockquote>', '<table>', '<td>', '<li>', '<pre>', '</pre>', '<details>', '</details>', '<!--', '-->',
  'word ', '> ', '\n', '\n\n', '[a](data:x)', '![i](javascript:y)', '[r]: vbscript:z\n', '[r]', '`', '*', '\u202E', '&lt;',
  '[quote="a, post:3, topic:7"]', '[/quote]', '[spoiler]', '[/spoiler]', '[details=x]', '[/details]', '[b]', '[/b]', '[code]',
  '[/code]', '[url=javascript:x]', '[/url]', '[img]', '[/img]', '[list]', '[*]', '[/list]', '||', '>!', '!<', '^(', '&gt;',
  '>>> ', '&gt;&gt;&gt;', '```', '```quote\n', '```spoiler x\n', '@**', '@_**', '**', '|7**', '<@1>', '<#2|a>', '<:a:1>',
  '<javascript:x|y>', '<t:9999999999999:f>', '<!here>', '-# ', '~', '_',
  'On 3 March 2026, Petra Holm wrote:', '<hr>', '<kbd>', '<template>', '<math>', '<style>', '__proto__',
); // prettier-ignore
const soup = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));

test('whatever is put together from tags and marks, nothing dangerous comes out', () => {
  fc.assert(
    fc.property(soup, (text) => {
      expect(dangers(parseHtml(text))).toEqual([]);
      for (const name of flavours) expect(dangers(parseMarkdown(text, name)), name).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

const MANY = 100_000;
test.each<[string, () => Root, string]>([
  [
    'nested blockquotes',
    () => parseHtml(`${'<blockquote>'.repeat(MANY)}deep${'</blockquote>'.repeat(MANY)}own`),
    'own',
  ],
  ['unclosed tags', () => parseHtml(`${'<div><b>'.repeat(MANY)}own`), 'own'],
  ['nested lists', () => parseHtml(`${'<ul><li>'.repeat(MANY)}own`), 'own'],
])('%s a hundred thousand deep are read in time, and what follows keeps its place', (_, parse, own) => {
  const root = parse();
  expect(bodyText(root).text).toBe(own);
});

test.each([
  '>',
  '> ',
  '- ',
  '1. ',
  '*_',
  '**a ',
  '[a](',
  '](',
  ']',
  '<b>',
  '|a',
  '~~',
  '```\n',
  '![',
  '\\[',
  '&lt;',
])('a hundred thousand %j in Markdown end in time', (mark) => {
  const root = parseMarkdown(`${mark.repeat(MANY)} own`, 'github');
  expect(JSON.stringify(root)).toContain('own');
});

/** Fewer than in Markdown, for there are many: the benchmark `hostile` reads ten times as many of each. */
const REPEATED = 10_000;
test.each(LINES)('ten thousand %j are segmented in time', { timeout: 30_000 }, (line) => {
  const body = `${line.repeat(REPEATED)}own`;
  const segments = segment(body, { likely: true });
  expect(segments.map(({ text }) => text).join('') === body).toBe(true);
  expect(JSON.stringify(parsePlain(body))).toContain('own');
});

test.each(BLOCKS)('ten thousand %j in HTML are read in time', { timeout: 30_000 }, (block) => {
  expect(JSON.stringify(parseHtml(`${block.repeat(REPEATED)}own`))).toContain('own');
});

/** The marks that a flavour adds; a body that is longer than any is read as plain text. */
const OPENING: Readonly<Record<FlavourName, readonly string[]>> = {
  commonmark: ['> '],
  github: ['~~'],
  gitlab: ['>>>\n', '>>>\n```\n'],
  discourse: ['[quote]', '[quote="', '[spoiler]', '[b]', '[/quote]'],
  bbcode: ['[quote]', '[b]', '[code]', '[*]', '[/b]', '[list]', '[url='],
  slack: ['&gt;', '>>>', '*', '*_', '`', '<@', '```'],
  discord: ['> ', '>>> ', '||', '<@', '-# ', '```'],
  zulip: ['```quote\n', '~~~ spoiler\n', '@**', '#**'],
  reddit: ['>!', '!<', '^', '^('],
};
const LONGEST = 262_000;
test.each(flavours.flatMap((name) => OPENING[name].map((mark) => [name, mark] as const)))(
  '%s reads a hundred thousand %j in time',
  { timeout: 60_000 },
  (name, mark) => {
    const root = parseMarkdown(`${mark.repeat(Math.min(MANY, Math.floor(LONGEST / mark.length)))} own`, name);
    expect(JSON.stringify(root)).toContain('own');
  },
);

test('no quote stands deeper than fifty, however deep tags and fences nest', () => {
  const deep = (open: string, close: string) => `${open.repeat(5000)}a${close.repeat(5000)}`;
  const depths = [
    parseMarkdown(deep('[quote]\n', '\n[/quote]'), 'discourse'),
    parseMarkdown(deep('[quote]', '[/quote]'), 'bbcode'),
    parseMarkdown(deep('```quote\n', '\n```'), 'zulip'),
    parsePlain(deep('[quote]', '[/quote]')),
  ].map((root) => Math.max(...quotesIn(root).map(({ depth }) => depth)));
  expect(depths).toEqual([50, 50, 50, 50]);
});

const corpus = join(import.meta.dirname, '../../../shared/corpus/xss');
test.skipIf(!existsSync(corpus))('nothing dangerous in the published attack collections survives', () => {
  const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.\w+$/.test(name),
  );
  for (const name of files) {
    const text = readFileSync(join(corpus, name), 'utf8');
    for (const one of [text, ...text.split(/\n#data\n|\n#document\n/)]) {
      expect(dangers(parseHtml(one)), name).toEqual([]);
      if (one.length < 4000) expect(dangers(parseMarkdown(one, 'github')), name).toEqual([]);
    }
  }
});
