import { expect, test } from 'vitest';
import { quoteGraph } from '../../src/quotes/graph.ts';
import { readThread } from '../../src/quotes/reading.ts';
import { quotedCode } from '../../src/site/quoted-code.ts';
import { threadOf } from '../quotes/threads.ts';

const shown = (quoted: string) => {
  const code =
    '<pre><code class="language-py">def near(reading):\n    if reading.level is None:\n        return False\n</code></pre>';
  const reading = readThread(
    threadOf({
      a: { by: 'ines', html: `<p>It copies what it is given, no more.</p>${code}` },
      b: { by: 'bo', to: 'a', html: `<blockquote>${quoted}</blockquote><p>Why?</p>` },
    }),
  );
  const [quote] = quoteGraph(reading).quotes;
  const node = reading.byId.get('b')?.quotes[0]?.node;
  return quote && node && quotedCode(quote, node, reading);
};

test('lines of code stay code when a mail program has made prose of them', () => {
  expect(shown('<p>if reading.level is None:<br>return False</p>')).toEqual({
    type: 'code',
    value: '    if reading.level is None:\n        return False',
    lang: 'py',
  });
});

test.each([
  ['a part of a line', '<p>reading.level is None</p>'],
  ['prose', '<p>It copies what it is given</p>'],
  ['words that nobody said', '<p>if reading.level is missing or so:</p>'],
  ['code that is shown as code', '<pre><code>    if reading.level is None:</code></pre>'],
])('%s stays as it is', (_, quoted) => {
  expect(shown(quoted)).toBeUndefined();
});
