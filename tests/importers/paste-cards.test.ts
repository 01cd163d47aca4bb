import { describe, expect, test } from 'vitest';
import { splitCard } from '../../src/importers/paste/cards.ts';

const URL = 'https://www.quaynews.example/bell';

describe('a link preview', () => {
  test.each([
    [
      'title, description and site below the address',
      `Look.\n\n${URL}\n\nThe bell - Quay News\n\nIt was cast in the valley…\n\nQuay News`,
      `Look.\n\n${URL}`,
      {
        url: URL,
        title: 'The bell - Quay News',
        description: 'It was cast in the valley…',
        site: 'Quay News',
      },
    ],
    [
      'title and site',
      `${URL}\n\nThe bell | Quay News\n\nQuay News`,
      URL,
      { url: URL, title: 'The bell | Quay News', site: 'Quay News' },
    ],
    [
      'a title that ends with the host’s name',
      `See ${URL}.\n\nThe bell – Quay News®`,
      `See ${URL}.`,
      { url: URL, title: 'The bell – Quay News®' },
    ],
    [
      'such a title, and a description',
      `${URL}\n\nThe bell - Quay News\n\nIt was cast in the valley…`,
      URL,
      { url: URL, title: 'The bell - Quay News', description: 'It was cast in the valley…' },
    ],
    [
      'a site that is not the host, but stands at both places',
      `https://short.example/x\n\nThe bell · The Quay\n\nCast in the valley.\n\nThe Quay`,
      'https://short.example/x',
      {
        url: 'https://short.example/x',
        title: 'The bell · The Quay',
        description: 'Cast in the valley.',
        site: 'The Quay',
      },
    ],
    [
      'below words that follow the address',
      `${URL}\n\nI like it.\n\nThe bell - Quay News`,
      `${URL}\n\nI like it.`,
      { url: URL, title: 'The bell - Quay News' },
    ],
    [
      'a patch’s page',
      'Was it not?\n[PATCH RFC 02/20] bell: add a rope - Alma Rydh',
      'Was it not?',
      { title: '[PATCH RFC 02/20] bell: add a rope - Alma Rydh' },
    ],
    [
      'a site in brackets',
      'Look.\n\nBells of the north [TideNews.example]',
      'Look.',
      { title: 'Bells of the north [TideNews.example]' },
    ],
  ])('%s', (_, text, own, card) => {
    expect(splitCard(text)).toEqual({ text: own, card });
  });
});

describe('words of the post', () => {
  test.each([
    ['a last paragraph below an address', `${URL}\n\nI was there - it is loud`],
    ['a title without a site', `${URL}\n\nThe bell of the quay`],
    ['a site that is another one’s', `${URL}\n\nThe bell - Pier Herald`],
    ['two lines in a paragraph', `${URL}\n\nThe bell - Quay News\nI like it`],
    ['a title above the address', `The bell - Quay News\n\n${URL}`],
    ['a title in the line below the address', `${URL}\nThe bell - Quay News`],
    ['more paragraphs than a preview has', `${URL}\n\nThe bell - Quay News\n\na\n\nb\n\nc`],
    ['an address that a page may not carry', 'javascript://quaynews.example\n\nThe bell - Quay News'],
    ['a patch’s subject in a sentence', 'Look at\n[PATCH 1/2] bell: add a rope - it is good'],
    ['a patch’s subject and nothing else', '[PATCH 1/2] bell: add a rope - Alma Rydh'],
    ['a bracket in the same paragraph', 'Look.\nBells of the north [TideNews.example]'],
    ['a bracket after a sentence', 'Look.\n\nThat is so. As they say [TideNews.example]'],
    ['a bracket that is no site', 'Look.\n\nBells of the north [sic]'],
    ['nothing', ''],
  ])('stay where they are: %s', (_, text) => {
    expect(splitCard(text)).toEqual({ text, card: null });
  });
});

test.each([
  ['spaces', ' '],
  ['addresses', 'https://a'],
  ['blank lines', '\n\n'],
  ['separators', ' - '],
  ['brackets', '[PATCH '],
  ['closing marks', 'https://a).'],
  ['lines', `\n\n${URL}\n\na - b`],
])('takes time in proportion to the text: %s', (_, part) => {
  const text = part.repeat(100_000);
  expect(text.startsWith(splitCard(text).text)).toBe(true);
});
