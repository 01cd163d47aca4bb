import { expect, test } from 'vitest';
import { threadFigures } from '../../../src/site/figures/thread-figures.ts';
import { loadThread } from '../../../src/site/loaded-thread.ts';
import { threadSchema } from '../../../src/thread/schema.ts';

const PEOPLE = {
  a: { handle: '@ines@quay.example', name: 'Ines\u202e Kovar' },
  b: { handle: '@bo@quay.example', wishes: ['no-quote'] },
};

function figuresOf(posts: readonly object[]) {
  const thread = threadSchema.parse({
    format: 1,
    id: 'ferry',
    title: 'The ferry',
    origin: { platform: 'mastodon', importer: 'test' },
    people: PEOPLE,
    posts: posts.map((post, n) => ({
      id: `p${n}`,
      author: 'a',
      parent: null,
      body: { plain: 'Two words.' },
      ...post,
    })),
  });
  return threadFigures(loadThread({ thread, notes: new Map(), unknown: [], redactions: [] }, 200));
}

test('one post alone, and a thread of which nothing is held, say nothing', () => {
  expect(figuresOf([{}])).toBeNull();
  expect(figuresOf([{ author: null, state: 'missing', body: { plain: '' } }, {}])).toBeNull();
});

test('counts posts, people, words and time by what is certain', () => {
  const figures = figuresOf([
    { published: '2026-03-03T08:00:00Z' },
    { published: '2026-03-05T08:00:00Z', parent: 'p0', body: { plain: 'Now four whole words.' } },
    { published: '2026-03-09T08:00:00Z', inferred: ['published'], parent: 'p0' },
    { author: 'b', inferred: ['author'], parent: 'p0' },
  ]);
  expect(figures).toMatchObject({
    posts: 4,
    people: 1,
    again: 1,
    words: 10,
    median: 2,
    from: '2026-03-03T08:00:00Z',
    to: '2026-03-05T08:00:00Z',
    undated: 2,
  });
  expect(figures?.answers.unclear).toBe(1);
});

test('names are shown without what turns round the text beside them; whoever asked for silence is not named', () => {
  const figures = figuresOf([{}, { author: 'b', parent: 'p0' }]);
  expect(figures?.speakers.map(({ name }) => name)).toEqual(['Ines Kovar']);
  expect(figures?.answers).toMatchObject({ others: 1, pairs: [{ from: 1, to: 0, count: 1 }] });
  expect(JSON.stringify(figures)).not.toContain('quay.example');
});

test('without any date there is no time', () => {
  expect(figuresOf([{}, {}])).toMatchObject({ activity: [], undated: 2 });
  expect(figuresOf([{}, {}])).not.toHaveProperty('from');
});
