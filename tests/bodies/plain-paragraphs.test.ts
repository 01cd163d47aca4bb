import { describe, expect, test } from 'vitest';
import { linkText } from '../../src/bodies/plain/links.ts';
import { paragraphs } from '../../src/bodies/plain/paragraphs.ts';

/** Blocks in short: a paragraph is its lines, `code` its text. */
const read = (...lines: string[]) =>
  paragraphs(lines.map((text) => ({ text }))).map((block) =>
    block.type === 'code'
      ? { code: block.value }
      : 'children' in block
        ? block.children
            .map((child) => ('value' in child ? child.value : child.type === 'break' ? '⏎' : child.type))
            .join('')
        : block.type,
  );

describe('line ends', () => {
  test('a wrapped paragraph is one line of text', () => {
    expect(
      read(
        'The tide clock in the harbour office has been eleven minutes slow since',
        'the storm, and nobody has dared to touch it, because the last keeper who',
        'did was blamed for the next storm.',
      ),
    ).toEqual([
      'The tide clock in the harbour office has been eleven minutes slow since the storm, and nobody has dared to touch it, because the last keeper who did was blamed for the next storm.',
    ]);
  });

  test('short lines keep their ends', () => {
    expect(read('the lamp is lit', 'the sea is wide', 'good night')).toEqual([
      'the lamp is lit⏎the sea is wide⏎good night',
    ]);
  });

  test('a line that ends where the next word had room was ended by its author', () => {
    expect(
      read(
        'Three things are missing from the lamp room, and all of them matter to us,',
        'the keepers:',
        'Oil.',
        'A ladder that reaches the gallery without the help of a second ladder or a',
        'friend.',
      ),
    ).toEqual([
      'Three things are missing from the lamp room, and all of them matter to us, the keepers:⏎Oil.⏎A ladder that reaches the gallery without the help of a second ladder or a friend.',
    ]);
  });

  test('list items and trailers begin lines of their own, their markers kept', () => {
    expect(
      read(
        'What the lamp room needs before the season begins, in order of urgency is',
        '- oil, of the kind that does not smoke when the wind comes from the north-west',
        '- a ladder',
        '1. and patience',
      ),
    ).toEqual([
      'What the lamp room needs before the season begins, in order of urgency is⏎- oil, of the kind that does not smoke when the wind comes from the north-west⏎- a ladder⏎1. and patience',
    ]);
    expect(
      read(
        'Signed-off-by: Petra Holm of the North Light and of the South Light <p@quay.example>',
        'Reviewed-by: Ines Abara',
      ),
    ).toEqual([
      'Signed-off-by: Petra Holm of the North Light and of the South Light <p@quay.example>⏎Reviewed-by: Ines Abara',
    ]);
  });

  test('a row of signs stands alone', () => {
    expect(read('The first case is the lamp that is lit by day and not by night', '=====', 'words')).toEqual([
      'The first case is the lamp that is lit by day and not by night⏎=====⏎words',
    ]);
  });

  test('scripts without spaces between words are joined without one', () => {
    const line =
      '灯台の灯りは毎晩日没の一時間後に点灯され夜明けの一時間前に消されますがそれは昔からの決まりであり誰も変えよう';
    expect(read(line, 'としません。')).toEqual([`${line}としません。`]);
  });
});

describe('preformatted text', () => {
  test('an indented block is code, blank lines within it and its inner indent kept', () => {
    expect(read('Like this:', '    if (dark) {', '      light();', '', '    }', '', 'Thanks.')).toEqual([
      'Like this:',
      { code: 'if (dark) {\n  light();\n\n}' },
      'Thanks.',
    ]);
  });

  test('columns and drawings are code', () => {
    expect(read('name      oil', 'north     9 l', 'south     7 l')).toEqual([
      { code: 'name      oil\nnorth     9 l\nsouth     7 l' },
    ]);
    expect(read('  /\\', ' /__\\', ' |[]|')).toEqual([{ code: ' /\\\n/__\\\n|[]|' }]);
  });

  test('statements, tags, settings and stack frames are code', () => {
    expect(read('while (dark) {', 'lens.turn();', '}')).toEqual([
      { code: 'while (dark) {\nlens.turn();\n}' },
    ]);
    expect(read('<lamp lit="true">', '<oil/>', '</lamp>')).toEqual([
      { code: '<lamp lit="true">\n<oil/>\n</lamp>' },
    ]);
    expect(read('lamp.colour=white', 'lamp.height=31')).toEqual([
      { code: 'lamp.colour=white\nlamp.height=31' },
    ]);
    expect(
      read('quay.Dark: no oil', ' at quay.Lamp.light(Lamp.java:12)', ' at quay.Main.main(Main.java:3)'),
    ).toEqual([
      { code: 'quay.Dark: no oil\n at quay.Lamp.light(Lamp.java:12)\n at quay.Main.main(Main.java:3)' },
    ]);
  });

  test('a list whose items end in semicolons is not code', () => {
    expect(read('- oil;', '- a ladder;', '- patience.')).toEqual(['- oil;⏎- a ladder;⏎- patience.']);
  });

  test('two spaces after a sentence do not make a table', () => {
    expect(read('The lamp is lit.  The sea is wide.', 'Good night.  Sleep well.')).toEqual([
      'The lamp is lit.  The sea is wide.⏎Good night.  Sleep well.',
    ]);
  });

  test('an indented address is a link', () => {
    expect(read('    https://quay.example/rota')).toEqual(['link']);
  });
});

describe('bare addresses become links', () => {
  const urls = (text: string) => linkText(text).flatMap((node) => (node.type === 'link' ? [node.url] : []));
  const around = (text: string) => linkText(text).flatMap((node) => ('value' in node ? [node.value] : []));

  test.each([
    ['see https://quay.example/a.', 'https://quay.example/a'],
    ['(https://quay.example/a)', 'https://quay.example/a'],
    ['https://quay.example/a_(b), or', 'https://quay.example/a_(b)'],
    ['<https://quay.example/a>', 'https://quay.example/a'],
    ['[1] http://quay.example/?a=b&c=d!', 'http://quay.example/?a=b&c=d'],
    ['“https://quay.example/a”', 'https://quay.example/a'],
  ])('%s', (text, url) => {
    expect(urls(text)).toEqual([url]);
  });

  test('what stands around an address stays, but for its angle brackets', () => {
    expect(around('a <https://quay.example/> b')).toEqual(['a ', ' b']);
    expect(around('see https://quay.example/, then')).toEqual(['see ', ', then']);
  });

  test('an address that only repeats, in angle brackets, the one before it goes', () => {
    expect(urls('https://quay.example/a <https://quay.example/a> b')).toEqual(['https://quay.example/a']);
    expect(around('https://quay.example/a <https://quay.example/a> b')).toEqual([' b']);
    expect(urls('https://quay.example/a <https://quay.example/b>')).toHaveLength(2);
    expect(urls('https://quay.example/a https://quay.example/a')).toHaveLength(2);
  });

  test('other schemes, mentions and broken addresses stay text', () => {
    expect(urls('javascript:alert(1) data:text/html,x @ines@quay.example https:// http://[')).toEqual([]);
  });
});
