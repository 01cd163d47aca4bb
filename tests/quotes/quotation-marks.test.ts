import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markedStretches } from '../../src/quotes/quotation-marks.ts';

const nearest = (text: string) =>
  markedStretches(text)
    .filter((marked) => marked.nearest)
    .map(({ start, end }) => text.slice(start, end));

test.each([
  ['English', 'Bo said “the key hangs”, and left.', ['the key hangs']],
  ['straight', 'Bo said "the key hangs", and left.', ['the key hangs']],
  ['single', "Bo said 'the key doesn't hang', and left.", ["the key doesn't hang"]],
  ['typographic single', 'Bo said ‘the key doesn’t hang’, and left.', ['the key doesn’t hang']],
  ['German', 'Bo sagte „der Schlüssel hängt“, und ging.', ['der Schlüssel hängt']],
  ['German, twice', '„Hier“ und „dort drüben“', ['Hier', 'dort drüben']],
  ['Polish', 'Bo mówi „klucz wisi” i idzie.', ['klucz wisi']],
  ['Swedish', 'Bo sade ”nyckeln hänger” och gick.', ['nyckeln hänger']],
  ['French', 'Bo a dit « la clé pend » avant de partir.', [' la clé pend ']],
  ['Danish', 'Bo sagde »nøglen hænger« og gik.', ['nøglen hænger']],
  ['Swiss single', 'Bo sagte ‹der Schlüssel›.', ['der Schlüssel']],
  ['Japanese', 'ボーは「鍵は釘に掛かっている」と言った。', ['鍵は釘に掛かっている']],
  ['Chinese', '他说“钥匙挂在钉子上”就走了。', ['钥匙挂在钉子上']],
  ['of a typesetter', "Bo said ``the key hangs'' and left.", ["`the key hangs'", 'the key hangs']],
  ['nested', '“He said ‘the key hangs’ to me”', ['He said ‘the key hangs’ to me', 'the key hangs']],
  [
    'nested of one kind',
    '"He said "the key hangs" to me"',
    ['He said "the key hangs" to me', 'the key hangs'],
  ],
])('%s quotation marks are read', (_, text, expected) => {
  expect(nearest(text)).toEqual(expected);
});

test.each([
  ['an apostrophe', "It isn't the boys' key, it's Ines's."],
  ['inches', 'A 5" pipe and a 7" pipe'],
  ['one that is never closed', 'Bo said “the key hangs and left.'],
  ['marks in two paragraphs', 'Bo said "the key\n\nhangs" and left.'],
  ['marks in two cells', 'the "key\thangs" here'],
])('%s sets nothing off', (_, text) => {
  expect(markedStretches(text)).toEqual([]);
});

test('an apostrophe at the end of a word does not cut a quotation short', () => {
  const text = "She wrote 'the boys' key hangs' yesterday.";
  expect(markedStretches(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    "the boys' key hangs",
    'the boys',
  ]);
});

test('attributes of code are not joined to what stands between them', () => {
  expect(nearest('<a name="ferry" value="at the quay"/>')).toEqual(['ferry', 'at the quay']);
  expect(markedStretches('<a name="ferry" value="at the quay"/>')).toHaveLength(2);
});

test('stretches lie within the text, whatever it holds', () => {
  const marks = fc.constantFrom(...'"“”„«»‹›‘’‚\'`「」 \n\tab.');
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 200 }), (characters) => {
      const text = characters.join('');
      for (const { start, end } of markedStretches(text)) {
        expect(start).toBeLessThan(end);
        expect(text.slice(start, end)).not.toMatch(/\n\n|\t/);
        expect(end).toBeLessThan(text.length);
      }
    }),
  );
});

const MANY = 100_000;
test.each(['"', '“', '”', '„“', '«»', "'", "' '", '" a', '“a ', '“a” ', "a'b ", '\n\n"', '`', '「'])(
  'a hundred thousand of %j take no longer than their number',
  (piece) => {
    const began = performance.now();
    markedStretches(piece.repeat(MANY));
    expect(performance.now() - began).toBeLessThan(3_000);
  },
);
