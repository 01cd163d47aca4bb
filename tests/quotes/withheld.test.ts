import { expect, test } from 'vitest';
import { parseBody } from '../../src/bodies/index.ts';
import { withheldIn } from '../../src/quotes/withheld.ts';

test.each([
  ['<p>call 555-<b>0100</b></p>', true],
  ['<blockquote><p>call <a href="https://quay.example/">555‑0100</a></p></blockquote>', true],
  ['<ul><li>555&ndash;0100</li></ul>', true],
  ['<p><img alt="555-0100"></p><pre>555-0100</pre>', true],
  ['<p>call 555-[redacted]</p>', false],
])('of %j it is %j that it holds 555-0100', (html, held) => {
  expect(withheldIn(parseBody({ html }), ['555-0100']).length > 0).toBe(held);
});

test('case and white space do not hide words', () => {
  expect(withheldIn(parseBody({ plain: '> > at 12 QUAY\n> > lane' }), ['12 Quay Lane'])).toMatchObject([
    { words: '12 Quay Lane', node: { type: 'paragraph' } },
  ]);
});
