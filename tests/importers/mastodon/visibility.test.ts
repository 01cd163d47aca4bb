import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NOT_FOR_PUBLICATION } from '../exports.ts';
import { account, importing, outline, status, thread } from './statuses.ts';

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

describe('whatever answers or quotes whatever', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const visibilities = fc.constantFrom('public', 'unlisted', 'private', 'direct', null);
  const open = (visibility: string | null) => visibility === 'public' || visibility === 'unlisted';
  const statuses = fc.array(
    fc.record({
      id: fc.constantFrom(...ids),
      visibility: visibilities,
      parent: fc.option(fc.constantFrom(...ids, 'gone')),
      quotes: fc.option(fc.constantFrom(...ids)),
      whole: fc.boolean(),
      quotable: visibilities,
      boosts: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  );
  const marked = (id: string, visibility: string | null) => {
    const words = open(visibility) ? 'open' : NOT_FOR_PUBLICATION;
    return status(id, {
      visibility,
      url: `https://quay.example/${words}/${id}`,
      content: words,
      spoiler_text: words,
      account: account(words.toLowerCase(), words, { display_name: words }),
      media_attachments: [{ type: 'image', description: words }],
      card: { title: words },
      poll: { options: [{ title: words }] },
    });
  };

  test('no word, name or address of a post that is not public gets out', async () => {
    await fc.assert(
      fc.asyncProperty(statuses, async (some) => {
        const given = some.map(({ id, visibility, parent, quotes, whole, quotable, boosts }) => ({
          ...marked(id, visibility),
          in_reply_to_id: parent,
          in_reply_to_account_id: parent && NOT_FOR_PUBLICATION.toLowerCase(),
          quote: quotes && {
            state: 'accepted',
            ...(whole ? { quoted_status: marked(quotes, quotable) } : { quoted_status_id: quotes }),
          },
          reblog: boosts ? marked('boosted', 'private') : null,
        }));
        expect(JSON.stringify(await importing(given)).toUpperCase()).not.toContain(NOT_FOR_PUBLICATION);
      }),
      { numRuns: 300 },
    );
  });
});
