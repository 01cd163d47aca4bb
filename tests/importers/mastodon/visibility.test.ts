import { describe, expect, test } from 'vitest';
import { importing, outline, status, thread } from './statuses.ts';

describe('who may read it', () => {
  test.each(['private', 'direct', 'limited', 'list', 'local', 'PUBLIC', '', null, undefined])(
    'visibility %s stays out',
    async (visibility) => {
      expect(await outline([status('a'), status('b', { visibility })])).toEqual(['a<']);
    },
  );

  test('what a server keeps to itself stays out', async () => {
    expect((await importing(status('a', { local_only: true }))).threads).toEqual([]);
  });

  test('nothing is told of a post that is not public, not even by whom it is', async () => {
    const hidden = status('h', { visibility: 'private', in_reply_to_id: 'a' });
    const child = status('b', { in_reply_to_id: 'h', in_reply_to_account_id: 'ines' });
    const { posts } = await thread([status('a'), hidden, child]);
    expect(posts[1]).toEqual({ id: 'h', author: null, parent: null, state: 'missing', body: { plain: '' } });
  });
});
