import { expect, test } from 'vitest';
import { threadSchema } from '../../src/thread/schema.ts';

const thread = (posts: readonly object[]) =>
  threadSchema.safeParse({
    format: 1,
    id: 'ferry',
    title: 'The ferry',
    origin: { platform: 'copy', importer: 'paste' },
    people: { ines: { handle: '@ines' } },
    posts: posts.map((post) => ({ parent: null, body: { plain: '' }, ...post })),
  });

test.each(['bo', 'constructor', '__proto__', 'toString'])(
  'an author %j who is nobody is refused',
  (author) => {
    const { error } = thread([{ id: 'a', author }]);
    expect(error?.issues).toMatchObject([{ path: ['posts', 0, 'author'] }]);
  },
);

test('two posts of one id are refused', () => {
  const { error } = thread([
    { id: 'a', author: 'ines' },
    { id: 'a', author: null },
  ]);
  expect(error?.issues).toMatchObject([{ path: ['posts', 1, 'id'] }]);
});

test('the names of what every object has are ids like others', () => {
  expect(thread([{ id: 'constructor', author: 'ines' }]).success).toBe(true);
});
