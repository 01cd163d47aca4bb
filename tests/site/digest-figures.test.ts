import { expect, test } from 'vitest';
import { parseDigest } from '../../src/markdown/digest-syntax.ts';
import { composeDigest } from '../../src/markdown/compose-digest.ts';
import { readDigest } from '../../src/markdown/read-digest.ts';
import { gatherEvidence } from '../../src/quotes/evidence.ts';
import { compositionOf } from '../../src/site/digest-figures.ts';
import type { Library } from '../../src/site/library.ts';
import { loadThread } from '../../src/site/loaded-thread.ts';
import { wordsFor } from '../../src/site/words/index.ts';
import { threadOf } from '../quotes/threads.ts';

test('a branch shows the code of its replies, whatever its language', async () => {
  const thread = threadOf({
    a: { by: 'ines', html: '<p>How is it done?</p>' },
    b: { by: 'bo', to: 'a', html: '<pre><code class="language-lua">local tide = nil</code></pre>' },
  });
  const loaded = loadThread({ thread, notes: new Map(), unknown: [], redactions: [] }, 200);
  const evidence = gatherEvidence([loaded.reading]);
  const library: Library = { thread: () => loaded, redactions: () => [], evidence: () => evidence };
  const tree = parseDigest('```js\nlet x;\n```\n\n::thread{#a depth=1}\n');
  const reading = readDigest(tree, evidence);
  const words = wordsFor('en');
  const composition = await compositionOf(tree, reading, evidence, { base: '/', words, library });
  const printed = JSON.stringify(composeDigest(tree, reading, composition));
  expect(printed).toMatch(/"token-keyword"\]\},"children":\[\{"type":"text","value":"local"/);
});
