import { describe, expect, test } from 'vitest';
import { account, status, thread } from './statuses.ts';

describe('the author of a missing post', () => {
  const reply = (id: string, by: string, to: string | null) =>
    status(id, { account: account(by), in_reply_to_id: 'gone', in_reply_to_account_id: to });
  const present = [
    status('i'),
    status('o', { account: account('bo') }),
    status('m', { account: account('mara') }),
  ];

  test.each([
    ['is whoever answers themselves', [reply('x', 'bo', 'bo')], 'bo'],
    [
      'is not certain from one answer: Mastodon may have carried the name over',
      [reply('x', 'bo', 'ines')],
      null,
    ],
    [
      'is certain when two people’s answers name the same',
      [reply('x', 'bo', 'ines'), reply('y', 'mara', 'ines')],
      'ines',
    ],
    ['is whoever all answers allow', [reply('x', 'bo', 'ines'), reply('y', 'bo', 'bo')], 'bo'],
    ['is unknown where answers contradict', [reply('x', 'bo', 'bo'), reply('y', 'mara', 'mara')], null],
    ['is unknown where nobody is named', [reply('x', 'bo', null)], null],
    [
      'is unknown where the export does not hold the account',
      [reply('x', 'bo', 'ola'), reply('y', 'mara', 'ola')],
      null,
    ],
  ])('%s', async (_name, replies, author) => {
    const { posts } = await thread([...present, ...replies]);
    expect(posts.find(({ state }) => state === 'missing')).toMatchObject({ id: 'gone', author });
  });
});
