import { toHtml } from 'hast-util-to-html';
import type { Code, Root } from 'mdast';
import { expect, test } from 'vitest';
import { highlightFor } from '../../src/markdown/highlight.ts';

const print = async (code: Pick<Code, 'value' | 'lang' | 'meta'>) => {
  const block: Code = { type: 'code', ...code };
  const root: Root = { type: 'root', children: [block] };
  return toHtml((await highlightFor([root]))(block));
};
const DIFF = `diff --git a/gauge.py b/gauge.py
--- a/gauge.py
+++ b/gauge.py
@@ -1,3 +1,3 @@ def near():
 def near(reading):
-    return None
+    return "near"
\\ No newline at end of file`;

test('code is printed with classes and no style', async () => {
  const html = await print({ value: 'const tide = "high";', lang: 'js' });
  expect(html).toMatch(/<span class="token-keyword">const<\/span>/);
  expect(html).not.toContain('style');
});

test('a diff shows what changed, in the language of its file', async () => {
  const html = await print({ value: DIFF, lang: 'diff', meta: 'gauge.py' });
  expect(html).toContain('data-file="gauge.py"');
  expect(html).toContain('<span class="line-hunk">@@ -1,3 +1,3 @@ def near():</span>');
  expect(html).toMatch(/<span class="line-deleted">- {4}<span class="token-keyword">return<\/span>/);
  expect(html).toMatch(/<span class="line-inserted">\+ {4}<span class="token-keyword">return<\/span>/);
  expect(html).toMatch(/\n <span class="token-keyword">def<\/span>/);
});

test.each([
  ['a diff in a language', { value: DIFF, lang: 'diff', meta: 'gauge.py' }],
  ['a diff of a file without one', { value: DIFF, lang: 'diff', meta: 'gauge.xyz' }],
  ['a diff without a file', { value: '@@ -1 +1 @@\n-a < b\n+a > b', lang: 'diff' }],
  ['an unknown language', { value: '<script>&amp;</script>', lang: 'no-such' }],
  ['a long line', { value: `${'x'.repeat(2_000)}\n"y"`, lang: 'js' }],
  ['an empty block', { value: '', lang: 'diff' }],
])('%s keeps every character', async (_, code) => {
  const text = (await print(code))
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#x3C;', '<')
    .replaceAll('&#x26;', '&');
  expect(text).toBe(code.value);
});
