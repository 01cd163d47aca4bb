import { expect, test } from 'vitest';
import { branches, type Branch } from '../../src/site/branches.ts';
import { repliesBelow } from '../../src/site/replies-below.ts';
import type { PostView } from '../../src/site/views.ts';
import { wordsFor } from '../../src/site/words/index.ts';

type Reply = Partial<Pick<PostView, 'depth' | 'inferred' | 'state'>> & { readonly by?: string };

function branchOf(replies: readonly Reply[]): Branch {
  const [branch] = branches([post('root', { depth: 0 }), ...replies.map((reply, n) => post(`p${n}`, reply))]);
  if (!branch) throw new Error('There is no branch.');
  return branch;
}

function post(id: string, { by, depth = 1, inferred = [], state }: Reply): PostView {
  return {
    id,
    depth,
    inferred,
    author: by === undefined ? null : { id: by, name: by, handle: by, monogram: by, voice: 1 },
    ...(state ? { state } : {}),
    parent: null,
    replies: 0,
    html: '',
    attachments: [],
    cards: [],
    reactions: [],
    quotedBy: [],
  };
}

const said = (replies: readonly Reply[]) => wordsFor('en').reading.below(repliesBelow(branchOf(replies)));

test.each([
  [[{ by: 'Ines' }], '1 reply: Ines'],
  [[{ by: 'Ines' }, { by: 'Bo', depth: 2 }, { by: 'Ines', depth: 3 }], '3 replies: Ines and Bo'],
  [[{ by: 'Ines' }, { by: 'Bo' }, { by: 'Cleo' }], '3 replies: Ines, Bo and Cleo'],
  [[{ by: 'Ines' }, { by: 'Bo' }, { by: 'Cleo' }, { by: 'Dan' }], '4 replies: Ines, Bo and 2 others'],
])('of %j it is said how many replies there are and by whom', (replies, text) => {
  expect(said(replies)).toBe(text);
});

test('nobody is named whose authorship was only inferred', () => {
  expect(said([{ by: 'Ines', inferred: ['author'] }, { by: 'Bo' }])).toBe(
    '2 replies: Bo and an author not known',
  );
  expect(said([{}, {}])).toBe('2 replies: authors not known');
});

test('a post that the export does not hold is no reply, and one that was deleted is one by nobody', () => {
  expect(said([{ state: 'missing' }, { by: 'Bo', depth: 2 }])).toBe('1 reply: Bo');
  expect(said([{ state: 'deleted' }])).toBe('1 reply');
});

test('a chain of ten thousand replies is counted', () => {
  const chain = Array.from({ length: 10_000 }, (_, n): Reply => ({ by: `v${n % 3}`, depth: n + 1 }));
  expect(repliesBelow(branchOf(chain))).toEqual({
    count: 10_000,
    names: ['v0', 'v1', 'v2'],
    others: 0,
    unnamed: 0,
  });
});
