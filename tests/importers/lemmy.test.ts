import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lemmy } from '../../src/importers/lemmy.ts';
import { quoteGraph } from '../../src/quotes/graph.ts';
import { readThread } from '../../src/quotes/reading.ts';
import { exportFrom, exportIn, FIXTURES, importAll } from './exports.ts';

const person = { id: 11, name: 'petra', actor_id: 'https://harbour.example/u/petra' };
const community = (visibility?: string) => ({
  name: 'ferries',
  ap_id: 'https://harbour.example/c/ferries',
  visibility,
});
const post = (extra: object = {}) => ({
  id: 55,
  name: 'The clock',
  creator_id: 11,
  ap_id: 'https://harbour.example/post/55',
  ...extra,
});
const view = (extra: object = {}, visibility?: string) => ({
  post_view: { post: post(extra), creator: person, community: community(visibility) },
});
const comment = (id: number, path: string, extra: object = {}) => ({
  comment: {
    id,
    post_id: 55,
    content: `word ${id}`,
    path,
    ap_id: `https://harbour.example/comment/${id}`,
    ...extra,
  },
  creator: person,
});
const importing = (value: unknown) => importAll(lemmy, exportFrom(JSON.stringify(value)));
const outline = async (value: unknown) =>
  (await importing(value)).threads[0]?.posts.map(
    ({ id, parent, state }) => `${id}<${parent ?? ''}${state ? ` ${state}` : ''}`,
  );

test.each([
  ['a post', view(), true],
  ['a list of comments', { comments: [comment(1, '0.1')] }, true],
  ['a page of version 1.0', { items: [comment(1, '0.1')], next_page: null }, true],
  ['a bare list', [comment(1, '0.1')], true],
  ['an empty list', { comments: [] }, false],
  ['comments of another platform', { comments: [{ id: 1, body: 'x', path: 'src/a.ts' }] }, false],
  [
    'an ActivityPub page',
    { '@context': 'https://www.w3.org/ns/activitystreams', type: 'Page', content: '' },
    false,
  ],
])('claims or not: %s', async (_name, value, claimed) => {
  expect(await lemmy.detect(exportFrom(JSON.stringify(value)))).toBe(claimed);
});

test('a post without comments is claimed beside their empty list', async () => {
  const files = new Map([
    ['comments.json', new Blob(['{"comments":[]}'])],
    ['post.json', new Blob([JSON.stringify(view())])],
  ]);
  expect(await lemmy.detect(files)).toBe(true);
  expect((await importAll(lemmy, files)).threads[0]?.posts).toHaveLength(1);
});

describe('replies', () => {
  test('stand where their path says, and what is missing on it has its place', async () => {
    const comments = [comment(1, '0.1'), comment(3, '0.1.2.3'), comment(4, '0.1.2.4')];
    expect(await outline({ ...view(), comments })).toEqual([
      'post-55<',
      '1<post-55',
      '2<1 missing',
      '3<2',
      '4<2',
    ]);
  });

  test('of a post that was not saved stand below a placeholder', async () => {
    expect(await outline({ comments: [comment(1, '0.1')] })).toEqual(['post-55< missing', '1<post-55']);
  });

  test('a comment with the number of its post is another post', async () => {
    expect(await outline({ ...view(), comments: [comment(55, '0.55')] })).toEqual(['post-55<', '55<post-55']);
  });

  test('a hundred thousand below each other', async () => {
    const comments = Array.from({ length: 100_000 }, (_, n) =>
      comment(n + 1, n === 0 ? '0.1' : `0.${n}.${n + 1}`),
    );
    expect(await outline({ comments })).toHaveLength(100_001);
  });
});

describe('what is gone or closed', () => {
  test('has no words, and what answers it stays', async () => {
    const { threads } = await importing({
      ...view({ removed: true, body: 'secret', name: 'secret' }),
      comments: [comment(1, '0.1', { deleted: true, content: 'secret' }), comment(2, '0.1.2')],
    });
    expect(JSON.stringify(threads)).not.toContain('secret');
    expect(threads[0]?.posts.map(({ state }) => state)).toEqual(['removed', 'deleted', undefined]);
  });

  test('a mark that cannot be read is not taken for none', async () => {
    const { threads, warnings } = await importing({
      ...view(),
      comments: [comment(1, '0.1', { deleted: 'yes' })],
    });
    expect(threads[0]?.posts).toHaveLength(1);
    expect(warnings).toMatchObject([{ code: 'unreadable-post' }]);
  });

  test.each(['LocalOnly', 'private', 'local_only_private'])(
    'a community that is %s needs consent',
    async (visibility) => {
      await expect(importing(view({}, visibility))).rejects.toMatchObject({ code: 'no-consent' });
    },
  );

  test.each(['Public', 'public', 'unlisted'])('one that is %s does not', async (visibility) => {
    expect((await importing(view({}, visibility))).threads).toHaveLength(1);
  });
});

test('a date that cannot be read is named, and the comment stays', async () => {
  const { threads, warnings } = await importing({
    comments: [comment(1, '0.1', { published: 'yesterday' })],
  });
  expect(threads[0]?.posts.at(-1)?.body).toMatchObject({ markdown: 'word 1' });
  expect(warnings[0]).toMatchObject({
    code: 'unreadable-field',
    message: expect.stringContaining('published'),
  });
});

test.each([
  ['something else', { posts: 'none' }, 'not-lemmy'],
  ['no comment', { comments: [] }, 'empty-export'],
  ['nothing that can be read', { comments: [comment(1, '0.1', { content: 7 })] }, 'unreadable-export'],
])('%s is an error with a hint', async (_name, value, code) => {
  await expect(importing(value)).rejects.toMatchObject({ code, hint: expect.stringMatching(/\.$/) });
});

test('quotes are traced to the post that they are from', async () => {
  const { threads } = await importAll(lemmy, await exportIn(join(FIXTURES, 'lemmy/post-and-comments')));
  const [thread] = threads;
  if (!thread) throw new Error('There is no thread.');
  expect(quoteGraph(readThread(thread)).quotes).toMatchObject([
    { fidelity: 'verbatim', source: { post: 'post-55' } },
  ]);
});

test('__proto__ and very long addresses harm nothing', async () => {
  const start = performance.now();
  const { threads } = await importing({
    ...view({ url: `https://harbour.example/${'.png'.repeat(100_000)}x` }),
    comments: [comment(1, '0.__proto__.1')],
  });
  expect(threads[0]?.posts).toHaveLength(3);
  expect(performance.now() - start).toBeLessThan(2000);
});
