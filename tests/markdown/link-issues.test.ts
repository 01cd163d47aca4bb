import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { parseDigest } from '../../src/markdown/digest-syntax.ts';
import { issueMentions, linkIssues } from '../../src/markdown/link-issues.ts';
import { wordsFor } from '../../src/site/words/index.ts';

const KNOWN = new Set([1, 12]);

function linked(markdown: string, lang = 'en'): readonly string[] {
  const tree = parseDigest(markdown);
  const before = textOf(tree);
  linkIssues(tree, {
    see: wordsFor(lang).issues.see,
    hrefOf: (issue) => (KNOWN.has(issue) ? `/issues/${issue}/` : undefined),
  });
  expect(textOf(tree)).toBe(before);
  const links: string[] = [];
  visit(tree, 'link', (node) => {
    links.push(`${textOf(node)} ${node.url}`);
  });
  return links;
}

test.each([
  ['We said so (see issue 12).', ['issue 12 /issues/12/']],
  ['See issue 1 and, later, see issue 12.', ['issue 1 /issues/1/', 'issue 12 /issues/12/']],
  ['It is old, see\nissue 12, and true.', ['issue 12 /issues/12/']],
  ['- *see issue 12*', ['issue 12 /issues/12/']],
])('%j leads there', (markdown, links) => {
  expect(linked(markdown)).toEqual(links);
});

test.each([
  'see issue 13',
  'see issue 0',
  'see issue 012',
  'see issue #12',
  'see issue 12.3',
  'see issue 12-4',
  'see issue 1200000',
  'issue 12',
  'oversee issue 12',
  'see issue 12th',
  '`see issue 12`',
  '    see issue 12',
  '# see issue 12',
  '> see issue 12',
  '[see issue 12](https://tracker.example/12)',
])('%j is left alone', (markdown) => {
  expect(linked(markdown).filter((link) => link.includes('/issues/'))).toEqual([]);
});

describe('in other languages', () => {
  test.each([
    ['de', 'Das hatten wir schon (siehe Ausgabe 12).', ['Ausgabe 12 /issues/12/']],
    ['fr', 'Nous l’avons dit, voir le numéro 12.', ['le numéro 12 /issues/12/']],
    ['de', 'see issue 12', []],
  ])('%s: %s', (lang, markdown, links) => {
    expect(linked(markdown, lang)).toEqual(links);
  });
});

test('names the issues that a text speaks of, whether they are there or not', () => {
  const see = wordsFor('en').issues.see;
  expect(
    issueMentions(parseDigest('See issue 12, see issue 99, see issue 12.\n\n> see issue 3'), see),
  ).toEqual([12, 99]);
});

test('a text that begins to speak of an issue a hundred thousand times ends, and stays as it is', () => {
  expect(linked('see issue '.repeat(100_000))).toEqual([]);
});
