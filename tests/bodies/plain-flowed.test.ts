import { expect, test } from 'vitest';
import { joinFlowed } from '../../src/bodies/plain/flowed.ts';
import { parsePlain } from '../../src/bodies/plain.ts';
import { segment } from '../../src/bodies/plain/segments.ts';

const text = (value: string) => ({ type: 'text', value });
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children });
const BREAK = { type: 'break' };

test('a line that ends in a space goes on in the next, others end', () => {
  const tree = parsePlain('The lamp is \nlit again.\nPetra\n', 'flowed');
  expect(tree.children).toEqual([paragraph(text('The lamp is lit again.'), BREAK, text('Petra'))]);
});

test('DelSp drops the space that marks a soft line end', () => {
  expect(parsePlain('Don \nau \ndampf\n', 'delsp').children).toEqual([paragraph(text('Donaudampf'))]);
});

test('a soft line end does not reach into another quote depth', () => {
  const tree = parsePlain('> The lamp \n>> is it lit \n>> yet?\n> is lit.\n', 'flowed');
  expect(tree.children).toMatchObject([
    {
      type: 'blockquote',
      children: [
        paragraph(text('The lamp')),
        { type: 'blockquote', children: [paragraph(text('is it lit yet?'))] },
        paragraph(text('is lit.')),
      ],
    },
  ]);
});

test('a stuffed line is not a quote, and loses its stuffing', () => {
  expect(parsePlain(' > mine\n From here\n', 'flowed').children).toEqual([
    paragraph(text('> mine'), BREAK, text('From here')),
  ]);
});

test('the line of a signature ends in a space and does not go on', () => {
  expect(segment('Bye \n-- \nPetra\n', { stuffed: true }).map(({ role }) => role)).toEqual([
    'words',
    'signature',
  ]);
  expect(joinFlowed(['-- ', 'Petra'], 'flowed')).toEqual([{ text: '-- ' }, { text: 'Petra' }]);
});

test('lines that the author did not flow are joined by their width like any wrapped text', () => {
  const wrapped = [
    '> This was quoted from a mail that is not flowed, and so its lines are wrapped at',
    '> a column as in any other mail, however flowed the answer to it may be and was.',
  ].join('\n');
  expect(parsePlain(wrapped, 'flowed').children).toMatchObject([
    { children: [{ type: 'paragraph', children: [{ type: 'text' }] }] },
  ]);
});
