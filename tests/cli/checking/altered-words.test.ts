import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyText } from '../../../src/bodies/text.ts';
import { applyEdits } from '../../../src/cli/checking/text-edits.ts';
import { alteredWords } from '../../../src/cli/checking/altered-words.ts';
import { parseDigest } from '../../../src/markdown/digest-syntax.ts';
import { readDigest } from '../../../src/markdown/read-digest.ts';
import { gatherEvidence } from '../../../src/quotes/evidence.ts';
import { readThread } from '../../../src/quotes/reading.ts';
import { threadOf } from '../../quotes/threads.ts';

const SAID =
  'The timetable says half past seven. The ferry says otherwise, and nobody on the quay has ever been told why.';
const evidence = gatherEvidence([
  readThread(
    threadOf({
      a: { by: 'ines', html: `<p>${SAID}</p>` },
      b: {
        by: 'bo',
        to: 'a',
        html: '<p>The harbour master keeps a list of *stars* and [brackets] in the drawer below the stamps.</p>',
      },
    }),
  ),
]);

/** The altered words of a digest: as they stand in it, with what would be put there. */
function altered(markdown: string) {
  const root = parseDigest(markdown);
  const { quotes } = readDigest(root, evidence);
  return quotes
    .filter(({ fidelity }) => fidelity === 'altered')
    .flatMap((quote) => {
      const children = quote.node?.children;
      const own = bodyText(children ? { type: 'root', children } : root);
      return alteredWords(quote, { ...own, from: quote.range?.start ?? 0 }, markdown);
    });
}

const changes = (markdown: string) =>
  altered(markdown).map(({ start, end, correction }) => [markdown.slice(start, end), correction]);

function corrected(markdown: string): string {
  return applyEdits(
    markdown,
    altered(markdown).flatMap(({ start, end, correction }) =>
      correction === undefined ? [] : [{ start, end, text: correction }],
    ),
  );
}

test.each<[string, string, [string, string][]]>([
  ['another word', SAID.replace('seven', 'eight'), [['eight', 'seven']]],
  ['words that were put in', SAID.replace('nobody', 'absolutely nobody'), [['absolutely ', '']]],
  ['words that were left out', SAID.replace('ever ', ''), [['has', 'has ever']]],
  [
    'several words in a row',
    SAID.replace('half past seven', 'a quarter to eight'),
    [['a quarter to eight', 'half past seven']],
  ],
])('of a quote with %s, just these are told, and what was said', (_, quote, expected) => {
  expect(changes(`Some words.\n\n> ${quote}\n>\n> — @ines\n`)).toEqual(expected);
});

test('the place is right behind escapes, references, line ends and the marks of quotes', () => {
  const markdown =
    'It began\\* here &amp; so:\r\n\r\n> The timetable says half past\r\n> eight. The ferry says otherwise, and\r\n> nobody on the quay has ever been told why.\r\n';
  expect(changes(markdown)).toEqual([['eight', 'seven']]);
});

test('a quotation within a sentence has its own place', () => {
  const markdown = `As *Ines* says, “${SAID.replace('seven', 'eight')}” And “that is all there is to it”.\n`;
  expect(changes(markdown)).toEqual([['eight', 'seven']]);
});

test('what is put there is Markdown that reads as the words', () => {
  const quote = '> The harbour master keeps a list of moons and [brackets] in the drawer below the stamps.\n';
  const [moons] = changes(quote.replace('[brackets]', 'brackets'));
  expect(moons).toEqual(['moons', '\\*stars\\*']);
});

test('words in emphasis are told, and not replaced where that would cut the emphasis in two', () => {
  expect(changes(`> ${SAID.replace('half past seven', 'half *past eight*')}\n`)).toEqual([
    ['eight', 'seven'],
  ]);
  expect(changes(`> ${SAID.replace('half past seven', 'a *quarter to* eight')}\n`)).toEqual([
    ['a *quarter to* eight', undefined],
  ]);
});

test('a quote with declared omissions keeps them', () => {
  const markdown = `> The timetable says half past eight. […] nobody on the quay has ever been told why.\n`;
  expect(changes(markdown)).toEqual([['eight', 'seven']]);
  expect(readDigest(parseDigest(corrected(markdown)), evidence).quotes).toMatchObject([
    { fidelity: 'abridged' },
  ]);
});

test('whatever words are exchanged, left out or put in, correcting all of them makes the quote verbatim', () => {
  const words = SAID.split(' ');
  const change = fc.record({
    at: fc.nat(words.length - 1),
    kind: fc.constantFrom('exchange', 'drop', 'insert'),
    by: fc.constantFrom('gulls', '\\*', 'R&amp;D', 'a\\_b', 'tide,'),
  });
  const wraps = fc.array(fc.nat(words.length - 1), { maxLength: 3 });
  let seen = 0;
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), wraps, (made, lines) => {
      const quote = words.map((word, n) => {
        const here = made.find(({ at }) => at === n);
        const end = lines.includes(n) ? '\n>' : '';
        if (!here) return word + end;
        return { exchange: here.by, drop: '', insert: `${word} ${here.by}` }[here.kind] + end;
      });
      const markdown = `> ${quote.filter(Boolean).join(' ')}\n`;
      if (altered(markdown).length === 0) return;
      seen += 1;
      expect(readDigest(parseDigest(corrected(markdown)), evidence).quotes).toMatchObject([
        { fidelity: 'verbatim' },
      ]);
    }),
    { numRuns: 120 },
  );
  expect(seen).toBeGreaterThan(60);
});
