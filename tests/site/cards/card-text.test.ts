import { expect, test } from 'vitest';
import { type CardText, cardOf } from '../../../src/site/cards/card-text.ts';

const LONG = Array.from({ length: 80 }, (_, n) => `word${n}`).join(' ');
const quotation = (name: string, ...paragraphs: readonly string[]) => ({
  paragraphs,
  author: { name, monogram: name.slice(0, 1), voice: 3 },
});
const FERRY = quotation('Ines Kovar', 'The ferry says otherwise.');
const TEXT: CardText = {
  site: 'The Quayside Digest',
  place: 'quay.example',
  title: 'The ferry that never was',
  summary: 'A cancelled sailing lived on in a PDF.',
  quotations: [FERRY],
  lang: 'en',
  accent: 40,
};
const card = (change: Partial<CardText>, canDraw: (text: string) => boolean = () => true) =>
  cardOf({ ...TEXT, ...change }, canDraw);
const isLatin = (text: string) => /^[\p{Script=Latin}\p{Script=Common}]*$/u.test(text);

test('a card shows a quote, whose it is, and the digest that it is from, instead of the summary', () => {
  expect(card({})).toEqual({
    site: TEXT.site,
    place: TEXT.place,
    title: TEXT.title,
    quote: {
      paragraphs: ['The ferry says otherwise.'],
      name: 'Ines Kovar',
      speaker: 'Ines Kovar',
      monogram: 'I',
      voice: 3,
    },
    lang: 'en',
    accent: 40,
  });
});

test('a digest without a quote that may leave its page shows its summary', () => {
  expect(card({ quotations: [] })).toMatchObject({ title: TEXT.title, summary: TEXT.summary });
  expect(card({ quotations: [] }).quote).toBeUndefined();
});

test('a later quote that can be shown whole is preferred to one that would have to be cut', () => {
  expect(card({ quotations: [quotation('Bo', LONG), FERRY] }).quote?.name).toBe('Ines Kovar');
});

test('a long quote is cut between words, and says so as every omission does', () => {
  const [text = ''] = card({ quotations: [quotation('Bo', LONG)] }).quote?.paragraphs ?? [];
  expect(text.length).toBeLessThan(260);
  expect(text).toMatch(/ word\d+ \[…\]$/);
  expect(LONG.startsWith(`${text.slice(0, -' […]'.length)} `)).toBe(true);
});

test('a long second paragraph is cut, the first stands whole', () => {
  const first = 'The ferry says otherwise, as it has said every morning since January.';
  const paragraphs = card({ quotations: [quotation('Bo', first, LONG)] }).quote?.paragraphs ?? [];
  expect(paragraphs[0]).toBe(first);
  expect(paragraphs[1]).toMatch(/ \[…\]$/);
});

test('words without a place to cut are not cut', () => {
  expect(card({ quotations: [quotation('Bo', 'x'.repeat(500))] }).quote).toBeUndefined();
});

test('what follows a paragraph that fills the card is left out with a mark', () => {
  const first = 'The ferry says. '.repeat(14).trim();
  const paragraphs = card({ quotations: [quotation('Bo', first, 'x'.repeat(500))] }).quote?.paragraphs;
  expect(paragraphs).toEqual([`${first} […]`]);
});

test('a quote of which a letter cannot be drawn gives way to the next, and at last to the summary', () => {
  const japanese = quotation('Bo', '堰が静かになった。');
  expect(card({ quotations: [japanese, FERRY] }, isLatin).quote?.name).toBe('Ines Kovar');
  expect(card({ quotations: [japanese] }, isLatin)).toMatchObject({ summary: TEXT.summary });
  expect(card({ quotations: [quotation('山田', 'The ferry.')] }, isLatin).quote).toBeUndefined();
});

test('a title that cannot be drawn is left out, as is the name of the site', () => {
  const shown = card({ title: '堰', site: '井戸' }, isLatin);
  expect(shown).not.toHaveProperty('title');
  expect(shown).not.toHaveProperty('site');
  expect(shown.quote?.name).toBe('Ines Kovar');
});

test.each(['Ines 🌊', '🏳️‍🌈 Ines', 'Ines ❤️', 'Ines 👩🏽‍💻'])('beside the name %s emoji are left out', (name) => {
  const { quote } = card({ quotations: [quotation(name, 'The ferry.')] });
  expect(quote).toMatchObject({ speaker: 'Ines', name });
});

test('digits and signs that some emoji are made of stay in a name', () => {
  expect(card({ quotations: [quotation('Bo #3 *', 'The ferry.')] }).quote?.speaker).toBe('Bo #3 *');
});

test('a person whose whole name is an emoji is not shown without a name', () => {
  expect(card({ quotations: [quotation('🌊', 'The ferry.')] }).quote).toBeUndefined();
});

test('a long title is shortened between words', () => {
  expect(card({ title: LONG }).title).toMatch(/^word0 .{40,110} …$/);
});
