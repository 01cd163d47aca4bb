import fc from 'fast-check';
import { expect, test } from 'vitest';
import { piecesOf } from '../../src/quotes/declared.ts';
import { locateDeclared, locateExact, locateParagraphs } from '../../src/quotes/locate.ts';
import { locateNear } from '../../src/quotes/locate-near.ts';
import { seek } from '../../src/quotes/sought.ts';
import { normalForm } from '../../src/quotes/normal.ts';

const SOURCE = normalForm(
  'We knew about the cancellation in January (the list has it), and nobody owned the export. It ran every night.',
).text;
const STRICT = { share: 0.1, atLeast: 0 };

test.each([
  ['We […] nobody', ['We', 'nobody']],
  ['We [...] nobody', ['We', 'nobody']],
  ['We … nobody …', ['We', 'nobody']],
  ['We [snip] nobody <snip> it', ['We', 'nobody', 'it']],
  ['[We] knew', ['knew']],
  ['knew [sic] about', ['knew', 'about']],
  ['knew (emphasis added) about', ['knew', 'about']],
  ['nothing declared', ['nothing declared']],
  ['…', []],
])('the pieces of %j', (quote, pieces) => {
  expect(piecesOf(normalForm(quote).text).map(({ text }) => text)).toEqual(pieces);
});

test('a bracket against a letter opens the word that it stands in', () => {
  expect(piecesOf('[W]e knew')).toMatchObject([{ text: 'e knew', opensWord: true, join: 'insertion' }]);
});

test('pieces in the wrong order are not found', () => {
  expect(locateDeclared(SOURCE, seek('nobody owned the export […] We knew about'))).toBeNull();
  expect(locateDeclared(SOURCE, seek('We knew about […] nobody owned the export'))).not.toBeNull();
});

test('a word put in stands for a few words, not for half the text', () => {
  expect(locateDeclared(SOURCE, seek('We knew [it] in January'))).toMatchObject({ fidelity: 'abridged' });
  expect(locateDeclared(SOURCE, seek('We knew [it] every night'))).toBeNull();
});

test('white space beside punctuation does not make a quote altered', () => {
  const quote = seek(
    'We knew about the cancellation in January ( the list has it) , and nobody owned the export.',
  );
  expect(locateExact(SOURCE, quote)).toBeNull();
  expect(locateNear(SOURCE, quote, STRICT)).toMatchObject({ fidelity: 'verbatim' });
});

test.each([
  [
    'a space within a word',
    'We knew about the can cellation in January (the list has it), and nobody owned the export.',
  ],
  [
    'a changed mark',
    'We knew about the cancellation in January (the list has it)? And nobody owned the export.',
  ],
  [
    'a changed word',
    'We knew about the cancellation in February (the list has it), and nobody owned the export.',
  ],
  [
    'a negation',
    'We never knew about the cancellation in January (the list has it), and nobody owned the export.',
  ],
  [
    'a dropped negation',
    'We knew about the cancellation in January (the list has it), and body owned the export.',
  ],
  [
    'another case',
    'we knew about the cancellation in January (the list has it), and nobody owned the export.',
  ],
])('%s is never verbatim', (_, text) => {
  const quote = seek(text);
  const found =
    locateExact(SOURCE, quote) ??
    locateDeclared(SOURCE, quote) ??
    locateNear(SOURCE, quote, { share: 0.25, atLeast: 1 });
  expect(found?.fidelity ?? 'altered').toBe('altered');
});

test.each([
  ['It is a non-trivial matter to build this.', 'trivial matter to build this'],
  ['I promise that this release is bug-free at last.', 'I promise that this release is bug'],
  ['The dam lost 1.5 million litres of water.', '5 million litres of water'],
  ['The dam lost 1,500 litres of water on Friday.', '500 litres of water on Friday'],
  ['It was −5 degrees on the quay at night.', '5 degrees on the quay at night'],
  ['We all thought that they don’t care.', 'We all thought that they don'],
  ['About half of them, or 50% of us.', 'About half of them, or 50'],
  ['Run rm -rf /tmp/build to clean the place.', 'Run rm -rf / tmp/build to clean the place.'],
  ['Set the value to -5 when it is cold.', 'Set the value to - 5 when it is cold.'],
  ['Version 1.5 of the timetable is out.', 'Version 1. 5 of the timetable is out.'],
])('of %j, %j is never verbatim', (said, wrote) => {
  const source = normalForm(said).text;
  const quote = seek(wrote);
  const found = locateExact(source, quote) ?? locateNear(source, quote, { share: 0.25, atLeast: 1 });
  expect(found?.fidelity ?? 'altered').toBe('altered');
});

test.each([
  ['The river rose—nobody saw it at all.', 'nobody saw it at all'],
  ['Je crois que l’eau est froide ce soir.', 'eau est froide ce soir'],
  ['Sails at 07:40, 08:10 and 09:40 on weekdays.', '08:10 and 09:40 on weekdays'],
])('of %j, %j is verbatim', (said, wrote) => {
  expect(locateExact(normalForm(said).text, seek(wrote))).toMatchObject({ fidelity: 'verbatim' });
});

test('one word in eleven may differ between participants, two may not', () => {
  expect(
    locateNear(
      SOURCE,
      seek('We heard about the cancellation in January […] nobody owned the export.'),
      STRICT,
    ),
  ).toMatchObject({ differing: 1 });
  expect(
    locateNear(
      SOURCE,
      seek('We heard about the cancellation in January […] nobody wanted the export.'),
      STRICT,
    ),
  ).toBeNull();
});

test('what the edits keep and add is the quote; what they keep and remove is the source', () => {
  const text = 'We heard about the cancellation in January (the list has it), and nobody owned the export.';
  const found = locateNear(SOURCE, seek(text), STRICT);
  const said = (...kinds: string[]) =>
    found?.edits
      ?.filter(({ kind }) => kinds.includes(kind))
      .map((edit) => edit.text)
      .join('');
  expect(said('same', 'added')).toBe(text);
  expect(said('same', 'removed')).toBe(SOURCE.slice(found?.start, found?.end));
});

test('paragraphs keep their order', () => {
  const source = normalForm('One of us asked.\n\nNobody answered.\n\nWe asked again.').text;
  expect(locateParagraphs(source, seek('One of us asked.\n\nWe asked again.'))).toMatchObject({
    fidelity: 'altered',
    differing: 2,
  });
  expect(locateParagraphs(source, seek('We asked again.\n\nOne of us asked.'))).toBeNull();
});

const sentence = fc.array(
  fc.constantFrom('the', 'ferry', 'sails', 'late', 'never', 'again,', 'so', 'it.', 'of', 'course'),
  {
    minLength: 12,
    maxLength: 60,
  },
);

test('any stretch of whole words is found verbatim, whatever stands around it', () => {
  fc.assert(
    fc.property(sentence, sentence, fc.nat(5), (words, around, from) => {
      const quote = seek(words.slice(from).join('  '));
      const source = normalForm([...words, ...around].join(' ')).text;
      const found = locateExact(source, quote);
      expect(found && source.slice(found.start, found.end)).toBe(quote.normal);
    }),
  );
});

test('a word left out in the middle is never verbatim', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.stringMatching(/^[a-z]{3,8}$/), { minLength: 12, maxLength: 40 }),
      (words) => {
        const source = normalForm(words.join(' ')).text;
        const quote = seek(words.toSpliced(5, 1).join(' '));
        const found = locateExact(source, quote) ?? locateNear(source, quote, { share: 0.25, atLeast: 1 });
        expect(found?.fidelity).toBe('altered');
      },
    ),
  );
});

test.each(['[', '[a] ', '… ', '[…] ', 'a ', '[a'])(
  '%j a hundred thousand times is read in linear time',
  (unit) => {
    const quote = seek(unit.repeat(100_000));
    expect(locateDeclared('nothing of the kind stands here', quote)).toBeNull();
  },
);
