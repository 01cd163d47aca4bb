import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quoteGraph } from '../../src/quotes/graph.ts';
import { inferencesOf, readThread } from '../../src/quotes/reading.ts';
import { threadOf } from './threads.ts';

const SAID =
  'The harbour office is closed today. The key hangs on a nail behind the door, and the lamp stands next to it.';

type Posts = Parameters<typeof threadOf>[0];

const graphOf = (posts: Posts) => {
  const reading = readThread(threadOf(posts));
  const { quotes, quotedBy } = quoteGraph(reading);
  const own = (post: string) => reading.byId.get(post)?.own.text ?? '';
  return {
    reading,
    quotedBy,
    quotes,
    inline: quotes.flatMap((quote) => {
      const { post, inline, source, ...rest } = quote;
      if (!inline || !source) return [];
      const quoting = own(post).slice(inline.start, inline.end);
      return [
        {
          ...rest,
          post,
          from: source.post,
          via: source.via,
          quoting,
          said: own(source.post).slice(source.start, source.end),
        },
      ];
    }),
  };
};

const answering = (sentence: string, said = SAID) =>
  graphOf({
    a: { by: 'ines', html: `<p>${said}</p>` },
    b: { by: 'bo', to: 'a', html: `<p>${sentence}</p>` },
  });

test.each([
  ['English marks', 'Ines said “the lamp stands next to it”, which is wrong.'],
  ['straight marks', 'Ines said "the lamp stands next to it", which is wrong.'],
  ['single marks', "Ines said 'the lamp stands next to it', which is wrong."],
  ['German marks', 'Ines sagt „the lamp stands next to it“, so ist es nicht.'],
  ['French marks', 'Ines dit « the lamp stands next to it », et non.'],
  ['Danish marks', 'Ines siger »the lamp stands next to it«, men nej.'],
  ['italics', 'Ines said <i>the lamp stands next to it</i>, which is wrong.'],
  ['a q element', 'Ines said <q>the lamp stands next to it</q>, which is wrong.'],
  ['a stop that is the quoting sentence’s', 'Wrong is “the lamp stands next to it,” I fear.'],
  ['a line break within', 'Ines said “the lamp\nstands next to it”, no.'],
  ['markup within', 'Ines said “the lamp <b>stands</b> next to it”, no.'],
  ['a quotation of somebody else around it', 'I heard “He claimed ‘the lamp stands next to it’ to me”.'],
])('words in a sentence, in %s, are a quote of the post that says them', (_, sentence) => {
  const { inline } = answering(sentence);
  expect(inline).toMatchObject([
    { post: 'b', from: 'a', index: 0, depth: 1, fidelity: 'verbatim', said: 'the lamp stands next to it' },
  ]);
  expect(inline[0]?.quoting.replace(/\s+/g, ' ')).toBe('the lamp stands next to it');
});

test('a declared omission makes the quotation abridged', () => {
  expect(answering('She writes “The key hangs on a nail […] next to it”, no more.').inline).toMatchObject([
    {
      fidelity: 'abridged',
      said: 'The key hangs on a nail behind the door, and the lamp stands next to it',
    },
  ]);
});

test('pieces that a post quotes one by one are not that post’s words', () => {
  const { inline } = graphOf({
    a: { by: 'ines', html: `<p>${SAID}</p>` },
    b: {
      by: 'bo',
      to: 'a',
      html: '<p>“The key hangs on a nail” and “the lamp stands next to it”, she says.</p>',
    },
    c: { by: 'petra', to: 'b', html: '<p>So “The key hangs on a nail […] next to it”, I see.</p>' },
  });
  expect(inline.at(-1)).toMatchObject({ post: 'c', from: 'a', fidelity: 'abridged' });
});

test('words of Japanese are quoted in a sentence', () => {
  expect(
    answering(
      'イネスは「鍵は扉の裏の釘に掛かっている」と書いた。',
      '鍵は扉の裏の釘に掛かっている。灯りはその隣。',
    ).inline,
  ).toMatchObject([{ from: 'a', quoting: '鍵は扉の裏の釘に掛かっている' }]);
});

test('the words stay in the post, which says that the quote is inferred', () => {
  const { reading, quotes, quotedBy } = answering('Ines said “the lamp stands next to it”, no.');
  const post = reading.byId.get('b');
  expect(post?.own.text).toBe('Ines said “the lamp stands next to it”, no.');
  expect(post && inferencesOf(post, quotes)).toEqual(['quote']);
  expect(post && inferencesOf(post, [])).toEqual([]);
  expect(quotedBy.get('a')).toMatchObject([{ by: { post: 'b', index: 0 } }]);
});

test('quotes of sentences are numbered on from the quotes of the body', () => {
  const { quotes } = answering(
    'See “the lamp stands next to it” and “The key hangs on a nail”.</p><blockquote>The harbour office is closed today.</blockquote><p>So.',
  );
  expect(quotes.map(({ index, text, inline }) => [index, text, inline !== undefined])).toEqual([
    [0, 'The harbour office is closed today.', false],
    [1, 'the lamp stands next to it', true],
    [2, 'The key hangs on a nail', true],
  ]);
});

test.each([
  ['three words', 'The “next to it” is wrong.'],
  ['a word more', 'Ines said “the lamp always stands next to it”, which is wrong.'],
  ['a word exchanged', 'Ines said “the rope stands next to it”, which is wrong.'],
  ['another case', 'Ines said “THE LAMP STANDS NEXT TO IT”, which is wrong.'],
  ['part of a word', 'Ines said “he lamp stands next to i”, which is wrong.'],
  ['words without marks', 'I know that the lamp stands next to it, and more.'],
  ['code', 'Try <code>"the lamp stands next to it"</code>, perhaps.'],
  ['the name of a link', 'Read <a href="https://quay.example/">the lamp stands next to it</a>, perhaps.'],
])('%s: the sentence stays its author’s', (_, sentence) => {
  expect(answering(sentence).quotes).toEqual([]);
});

test.each([
  ['an idiom', 'It is late at the end of the day, as they say.', 'So “at the end of the day” we lost.'],
  ['a title', 'I read The Lamp and the Harbour Key last week.', 'Is “The Lamp and the Harbour Key” good?'],
  ['a title in marks', 'I read “the lamp by the harbour” last week.', 'Is “the lamp by the harbour” good?'],
  [
    'a title in italics',
    'I read <i>the lamp by the harbour</i> last week.',
    'Is “the lamp by the harbour” good?',
  ],
  [
    'a headline that was linked',
    '<a href="https://quay.example/">Ferry stays at the quay until the end of next week</a> they say.',
    'Is “Ferry stays at the quay until the end of next week” true?',
  ],
  [
    'words of code',
    'I set name="a lamp of the harbour" today.',
    'You set name="a lamp of the harbour" there?',
  ],
])('%s is nobody’s quote', (_, said, sentence) => {
  expect(answering(sentence, said).quotes).toEqual([]);
});

test('one’s own words are no quote of somebody else', () => {
  const { quotes } = graphOf({
    a: { by: 'ines', html: `<p>${SAID}</p>` },
    b: { by: 'ines', to: 'a', html: '<p>As I said, “the lamp stands next to it”, really.</p>' },
  });
  expect(quotes).toEqual([]);
});

describe('words that more than one says', () => {
  const other = { by: 'petra', to: 'a', html: '<p>I too think the lamp stands next to it, yes.</p>' };

  test('a few are nobody’s, for two people may choose them alike', () => {
    const { quotes } = graphOf({
      a: { by: 'ines', html: `<p>${SAID}</p>` },
      b: other,
      c: { by: 'bo', to: 'b', html: '<p>Is “the lamp stands next to it” true?</p>' },
    });
    expect(quotes).toEqual([]);
  });

  test('those who quote them do not say them', () => {
    const quoting = (by: string, to: string) => ({
      by,
      to,
      html: `<p>${by} asks whether “the lamp stands next to it” is true.</p>`,
    });
    const { inline } = graphOf({
      a: { by: 'ines', html: `<p>${SAID}</p>` },
      b: quoting('petra', 'a'),
      c: quoting('bo', 'b'),
      d: quoting('petra', 'c'),
      e: quoting('bo', 'd'),
      f: quoting('petra', 'e'),
    });
    expect(inline.map(({ post, from, via }) => [post, from, via])).toEqual([
      ['b', 'a', undefined],
      ['c', 'a', ['b']],
      ['d', 'a', ['c', 'b']],
      ['e', 'a', ['d', 'c', 'b']],
      ['f', 'a', ['e', 'd', 'c', 'b']],
    ]);
  });
});

test('of a post that is not answered, only long words are taken, and only earlier ones', () => {
  const sentence = (words: string) => `<p>Somewhere I read “${words}”, I think.</p>`;
  const long = 'The key hangs on a nail behind the door';
  const { inline } = graphOf({
    a: { by: 'ines', html: `<p>${SAID}</p>` },
    b: { by: 'bo', html: sentence(long) },
    c: { by: 'petra', html: sentence('the lamp stands next to it') },
    d: { by: 'bo', html: sentence('a lantern was left in the boat house by the crew') },
    e: { by: 'petra', html: '<p>Yes, a lantern was left in the boat house by the crew.</p>' },
  });
  expect(inline).toMatchObject([{ post: 'b', from: 'a', quoting: long }]);
});

describe('a quote of words that the post quotes in a sentence', () => {
  const a = { by: 'ines', html: `<p>${SAID}</p>` };
  const b = {
    by: 'bo',
    to: 'a',
    html: '<p>Ines said “the key hangs […] door” or “the lamp stands next to it”.</p>',
  };

  test('leads on to whoever said them', () => {
    const { quotes } = graphOf({
      a,
      b,
      c: { by: 'petra', to: 'b', html: '<blockquote>the lamp stands next to it</blockquote><p>No.</p>' },
    });
    expect(quotes.at(-1)).toMatchObject({
      post: 'c',
      fidelity: 'verbatim',
      source: { post: 'a', via: ['b'], start: SAID.indexOf('the lamp'), end: SAID.length - 1 },
    });
  });

  test('leads on from another branch too, where both would be as near', () => {
    const { quotes } = graphOf({
      a,
      b,
      c: { by: 'petra', html: '<blockquote>the lamp stands next to it</blockquote><p>No.</p>' },
    });
    expect(quotes.at(-1)).toMatchObject({ post: 'c', fidelity: 'verbatim', source: { post: 'a' } });
  });

  test('is the sentence’s own author’s, where it takes more than those words', () => {
    const { quotes } = graphOf({
      a,
      b,
      c: {
        by: 'petra',
        to: 'b',
        html: '<blockquote>or “the lamp stands next to it”.</blockquote><p>No.</p>',
      },
    });
    expect(quotes.at(-1)).toMatchObject({ post: 'c', source: { post: 'b' } });
  });

  test('names nobody wrongly who names the one that handed them on', () => {
    const { quotes } = graphOf({
      a,
      b,
      c: {
        by: 'petra',
        to: 'b',
        html: '<p>Bo Lindqvist wrote:</p><blockquote>the lamp stands next to it</blockquote><p>No.</p>',
      },
    });
    expect(quotes.at(-1)).toMatchObject({ post: 'c', source: { post: 'a' } });
    expect(quotes.at(-1)).not.toHaveProperty('misattributed');
  });
});

const WORDS =
  'ferry quay tide morning pilot rope ledger weather signal island bridge lantern answer season'.split(' ');
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 8, maxLength: 20 })
  .map((words) => words.join(' '));
const MARKS = fc.constantFrom(['“', '”'], ['"', '"'], ['„', '“'], ['«', '»'], ["'", "'"], ['「', '」']);

test('a sentence of an earlier post, put in marks, is found where it stands', () => {
  fc.assert(
    fc.property(
      fc.array(sentence, { minLength: 1, maxLength: 5 }),
      fc.nat(),
      MARKS,
      (sentences, chosen, [opening = '', closing = '']) => {
        const unique = sentences.map((words, n) => `Number ${n} of all: ${words} end${n}x`);
        const quoted = unique[chosen % unique.length] ?? '';
        const { inline } = graphOf({
          a: { by: 'ines', html: `<p>${unique.join('. ')}.</p>` },
          b: { by: 'bo', to: 'a', html: `<p>You say ${opening}${quoted}${closing} and I doubt it.</p>` },
        });
        expect(inline).toMatchObject([{ quoting: quoted, said: quoted, from: 'a', fidelity: 'verbatim' }]);
      },
    ),
  );
});

test('words that nobody said are nobody’s, whatever stands in marks', () => {
  fc.assert(
    fc.property(sentence, fc.string({ maxLength: 80 }), MARKS, (said, text, [opening = '', closing = '']) => {
      const words = `zebra ${text.replace(/[<&]/g, '')} giraffe gnu okapi`;
      const { quotes } = graphOf({
        a: { by: 'ines', html: `<p>${said}</p>` },
        b: { by: 'bo', to: 'a', html: `<p>I say ${opening}${words}${closing} here.</p>` },
      });
      expect(quotes).toEqual([]);
    }),
  );
});

describe('what is hostile stays quick', () => {
  const MANY = 100_000;
  const body = 'the lamp stands next to it and so do we all ';
  test.each([
    ['marks', '"'.repeat(MANY)],
    ['marks that never close', '“a lamp '.repeat(MANY)],
    ['quotations', '“the lamp stands next to it” '.repeat(MANY / 10)],
    ['nested marks', `${'“‘'.repeat(MANY)}the lamp stands next to it${'’”'.repeat(MANY)}`],
    ['italics', '<i>the lamp stands next to it</i> '.repeat(MANY / 10)],
  ])('%s', (_, text) => {
    const began = performance.now();
    graphOf({
      a: { by: 'ines', html: `<p>${body.repeat(MANY / 20)}</p>` },
      b: { by: 'bo', to: 'a', html: `<p>Says ${text} end.</p>` },
    });
    expect(performance.now() - began).toBeLessThan(30_000);
  });
});
