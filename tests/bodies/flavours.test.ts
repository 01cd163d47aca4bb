import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FLAVOURS, type FlavourName } from '../../src/bodies/flavours/index.ts';
import { parseMarkdown } from '../../src/bodies/markdown.ts';
import { bodyText } from '../../src/bodies/text.ts';
import { outline } from './outline.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/bodies/flavours');
const names = Object.keys(FLAVOURS) as FlavourName[];

test('every flavour has fixtures, and every fixture folder a flavour', () => {
  expect(readdirSync(FIXTURES).toSorted()).toEqual(names.toSorted());
});

describe.each(names)('%s', (name) => {
  test.each(readdirSync(join(FIXTURES, name)))('%s becomes the tree that its fixture shows', async (one) => {
    const folder = join(FIXTURES, name, one);
    const tree = parseMarkdown(readFileSync(join(folder, 'input.md'), 'utf8'), name);
    const shown = `${outline(tree)}\n--- own words\n${bodyText(tree).text}\n`;
    await expect(shown).toMatchFileSnapshot(join(folder, 'expected.txt'));
  });
});
