import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { sourceOffsets } from '../../../src/cli/checking/source-offsets.ts';
import { applyEdits } from '../../../src/cli/checking/text-edits.ts';
import { withoutTracking } from '../../../src/cli/checking/tracking-parameters.ts';
import { typographicEdits } from '../../../src/cli/checking/typography.ts';
import { normalForm } from '../../../src/quotes/normal.ts';

test.each([
  ['https://a.example/?utm_source=x', 'https://a.example/'],
  ['https://a.example/p?id=3&utm_medium=mail&UTM_Campaign=q#end', 'https://a.example/p?id=3#end'],
  ['https://a.example/p?fbclid=1&id=%20a+b', 'https://a.example/p?id=%20a+b'],
  ['https://a.example/p?a=1&amp;gclid=2&amp;b=3', 'https://a.example/p?a=1&amp;b=3'],
  ['https://youtu.be/abc?si=QQ&t=42', 'https://youtu.be/abc?t=42'],
])('%s is %s without its tracking parameters', (address, clean) => {
  expect(withoutTracking(address).address).toBe(clean);
  expect(withoutTracking(clean)).toEqual({ address: clean, removed: [] });
});

test.each([
  'https://a.example/p?si=3&ref=x&t=1',
  'https://a.example/#?utm_source=x',
  'https://a.example/utm_source=x',
  'mailto:desk@quay.example?subject=utm_source',
  '/threads/ferry/?utm_source=x',
])('%s tracks nobody', (address) => {
  expect(withoutTracking(address)).toEqual({ address, removed: [] });
});

test.each<[string, string, string, 'verbatim' | 'abridged']>([
  [`"Yes" - it's there...`, '“Yes” — it’s there…', '“Yes” — it’s there…', 'verbatim'],
  ['so much [...] for the bird', 'so much, they say, for the bird', 'so much […] for the bird', 'abridged'],
  ['“so” […] “bird”', '"so" much, for the "bird"', '"so" […] "bird"', 'abridged'],
  ['so\n- much', 'so\n— much', 'so\n- much', 'verbatim'],
  ['said  so\nmuch', 'said so much', 'said  so\nmuch', 'verbatim'],
  ['run `it` now', "run 'it' now", 'run `it` now', 'verbatim'],
])('%s takes over the marks of %s', (text, passage, expected, fidelity) => {
  const edits = typographicEdits({ text, fidelity, passage });
  expect(applyEdits(text, edits)).toBe(expected);
});

const MARKED = fc
  .array(fc.constantFrom('bird', 'weir ', ' ', '“', '”', '"', "'", '’', '—', '-', '…', '...', '\n', 'ä'))
  .map((pieces) => pieces.join(''));

test('a quote that takes over its source’s marks says the same words, and has none left to take over', () => {
  fc.assert(
    fc.property(MARKED, MARKED, (text, other) => {
      const passage = normalForm(other).text === normalForm(text).text ? other : text.replaceAll('"', '”');
      const fixed = applyEdits(text, typographicEdits({ text, fidelity: 'verbatim', passage }));
      expect(normalForm(fixed).text).toBe(normalForm(text).text);
      expect(typographicEdits({ text: fixed, fidelity: 'verbatim', passage })).toEqual([]);
    }),
  );
});

test('a text is followed through escapes, references and the marks of a quote', () => {
  const markdown = '> a \\* b &amp; c\n>   d&#8217;s \\\\ &nothing;';
  visit(fromMarkdown(markdown), 'text', ({ value, position }) => {
    const from = position?.start.offset ?? 0;
    const offsets = sourceOffsets(value, markdown.slice(from, position?.end.offset));
    const places = [...'*&cd’\\'].map((character) => {
      const at = value.indexOf(character);
      return markdown.slice(from + (offsets?.starts[at] ?? 0), from + (offsets?.ends[at] ?? 0));
    });
    expect(places).toEqual(['\\*', '&amp;', 'c', 'd', '&#8217;', '\\\\']);
  });
});

test('every text of a Markdown document is found where it stands', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', ' ', '\n', '>', '\\', '*', '&amp;', '&', ';', 'b') }),
      (markdown) => {
        visit(fromMarkdown(markdown), 'text', ({ value, position }) => {
          const from = position?.start.offset ?? 0;
          const offsets = sourceOffsets(value, markdown.slice(from, position?.end.offset));
          expect(offsets === null ? value.length : offsets.starts.length).toBe(value.length);
          for (const [n, start] of offsets?.starts.entries() ?? [])
            if (/[ab]/.test(value[n] ?? '') && markdown[from + start] !== '&')
              expect(markdown[from + start]).toBe(value[n]);
        });
      },
    ),
  );
});
