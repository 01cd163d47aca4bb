import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseHtml } from '../../src/bodies/html.ts';
import { parseMarkdown } from '../../src/bodies/markdown.ts';
import { bodyText } from '../../src/bodies/text.ts';
import { outline } from './outline.ts';

const fixtures = join(import.meta.dirname, '../fixtures/bodies');
const parsers = {
  html: (text: string) => parseHtml(text),
  md: (text: string) => parseMarkdown(text, 'github'),
};

describe.each([
  ['html', 'html'],
  ['markdown', 'md'],
] as const)('%s bodies', (folder, extension) => {
  test.each(readdirSync(join(fixtures, folder)))(
    '%s becomes the tree that its fixture shows',
    async (name) => {
      const tree = parsers[extension](
        readFileSync(join(fixtures, folder, name, `input.${extension}`), 'utf8'),
      );
      const shown = `${outline(tree)}\n--- own words\n${bodyText(tree).text}\n`;
      await expect(shown).toMatchFileSnapshot(join(fixtures, folder, name, 'expected.txt'));
    },
  );
});
