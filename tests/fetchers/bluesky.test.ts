import { describe, expect, test } from 'vitest';
import { fetcherFor } from '../../src/fetchers/index.ts';
import { json, type Served, serveHere } from '../cli/fetching/servers.ts';
import { fetched } from './fetched.ts';

const API = 'https://public.api.bsky.app';
const DID = 'did:plc:ines23';
const uriOf = (key: string) => `at://${DID}/app.bsky.feed.post/${key}`;

/** Key of a post → key of what it answers. */
type Replies = Readonly<Record<string, string | null>>;
interface Hidden {
  /** Posts that are gone, and posts that the server shows to nobody. */
  readonly gone?: readonly string[];
  readonly blocked?: readonly string[];
  /** How deep the server goes, whatever it is asked for. */
  readonly depth?: number;
}

/** Speaks as the AppView does: `replies` are left out at the depth that was asked for. */
function bluesky(replies: Replies, { gone = [], blocked = [], depth: deepest = 1000 }: Hidden = {}) {
  const rootOf = (key: string): string => {
    let at = key;
    for (let above = replies[at]; above; above = replies[at]) at = above;
    return at;
  };
  const ref = (key: string) => ({ uri: uriOf(key), cid: `bafy${key}` });
  const below = (key: string) => Object.keys(replies).filter((one) => replies[one] === key);
  const view = (key: string) => {
    const parent = replies[key];
    return {
      ...ref(key),
      author: { did: DID, handle: 'ines.quay.example', displayName: 'Ines', labels: [] },
      record: {
        $type: 'app.bsky.feed.post',
        createdAt: '2026-03-03T08:00:00.000Z',
        text: `Said in ${key}.`,
        ...(parent && { reply: { parent: ref(parent), root: ref(rootOf(key)) } }),
      },
      replyCount: below(key).length,
      indexedAt: '2026-03-03T08:00:00.000Z',
      labels: [],
    };
  };
  const unseen = (key: string) => {
    if (gone.includes(key))
      return { $type: 'app.bsky.feed.defs#notFoundPost', uri: uriOf(key), notFound: true };
    if (!blocked.includes(key)) return undefined;
    const author = { did: DID };
    return { $type: 'app.bsky.feed.defs#blockedPost', uri: uriOf(key), blocked: true, author };
  };
  const down = (key: string, depth: number): object =>
    unseen(key) ?? {
      $type: 'app.bsky.feed.defs#threadViewPost',
      post: view(key),
      ...(depth > 0 && {
        replies: below(key)
          .filter((one) => !gone.includes(one))
          .map((one) => down(one, depth - 1)),
      }),
    };
  const up = (key: string): object =>
    unseen(key) ?? {
      $type: 'app.bsky.feed.defs#threadViewPost',
      post: view(key),
      ...(replies[key] && { parent: up(replies[key]) }),
    };
  return serveHere((path, response) => {
    const { pathname, searchParams: query } = new URL(path, API);
    const key = (query.get('uri') ?? query.get('uris') ?? '').split('/').at(-1) ?? '';
    const there = key in replies && !gone.includes(key);
    if (pathname.endsWith('.resolveHandle') && query.get('handle') === 'ines.quay.example')
      json(response, { did: DID });
    else if (pathname.endsWith('.getPosts')) json(response, { posts: there ? [view(key)] : [] });
    else if (pathname.endsWith('.getPostThread') && there) {
      const depth = Math.min(deepest, Number(query.get('depth')));
      const parent = replies[key];
      const above = parent && query.get('parentHeight') !== '0' ? { parent: up(parent) } : {};
      json(response, { thread: { ...down(key, depth), ...above } });
    } else response.writeHead(400).end('{"error":"NotFound"}');
  });
}
const fetching = (path: string, served: Served) =>
  fetched(`https://bsky.app/profile/${path}`, { [API]: served });
const said = async (path: string, served: Served) => {
  const { threads, warnings } = await fetching(path, served);
  return {
    posts: threads.map(({ posts }) =>
      posts.flatMap(({ body }) => /Said in (\w+)/.exec(JSON.stringify(body))?.[1] ?? []),
    ),
    warnings: warnings.map(({ code }) => code),
  };
};
const keys = ({ asked }: Served) =>
  asked.map(({ path }) => {
    const { pathname, searchParams: query } = new URL(path, API);
    const uri = query.get('uri') ?? query.get('uris');
    return `${pathname.split('.').at(-1)} ${uri?.split('/').at(-1) ?? query.get('handle')}`;
  });
const THREAD: Replies = { a1: null, b1: 'a1', c1: 'b1', b2: 'a1' };

test('a thread is fetched from its first post, whichever post is named, by handle or by DID', async () => {
  for (const [path, asked] of [
    [`${DID}/post/a1`, ['getPosts a1', 'getPostThread a1']],
    ['did%3Aplc%3Aines23/post/c1', ['getPosts c1', 'getPosts a1', 'getPostThread a1']],
    ['ines.quay.example/post/a1', ['resolveHandle ines.quay.example', 'getPosts a1', 'getPostThread a1']],
  ] as const) {
    const served = await bluesky(THREAD);
    const { posts, warnings } = await said(path, served);
    expect(posts.map((one) => one.toSorted())).toEqual([['a1', 'b1', 'b2', 'c1']]);
    expect(warnings).toEqual([]);
    expect(keys(served)).toEqual(asked);
  }
});

test('replies below the depth of an answer are asked for, and order is kept', async () => {
  const chain = Object.fromEntries(
    Array.from({ length: 9 }, (_, n) => [`p${n}`, n === 0 ? null : `p${n - 1}`]),
  );
  const served = await bluesky(chain, { depth: 3 });
  const { threads, warnings } = await fetching(`${DID}/post/p0`, served);
  expect(threads[0]?.posts.map(({ parent }) => parent)).toEqual([
    null,
    ...(threads[0]?.posts.slice(0, -1).map(({ id }) => id) ?? []),
  ]);
  expect(threads[0]?.posts).toHaveLength(9);
  expect(warnings).toEqual([]);
  expect(keys(served)).toEqual(['getPosts p0', 'getPostThread p0', 'getPostThread p3', 'getPostThread p6']);
});

describe('what is not there is told', () => {
  test('a first post that is gone: the highest that is left begins', async () => {
    const { posts, warnings } = await said(`${DID}/post/c1`, await bluesky(THREAD, { gone: ['a1'] }));
    expect(posts).toEqual([['b1', 'c1']]);
    expect(warnings).toContain('no-beginning');
  });

  test('replies that are gone, with their count', async () => {
    const { warnings } = await fetching(`${DID}/post/a1`, await bluesky(THREAD, { gone: ['c1', 'b2'] }));
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: 'missing-replies', message: expect.stringMatching(/blocked: 2\.$/) }),
    );
  });

  test('a post between: what was asked for comes all the same', async () => {
    const { posts } = await said(`${DID}/post/c1`, await bluesky(THREAD, { blocked: ['b1'] }));
    expect(posts.flat().toSorted()).toEqual(['a1', 'b2', 'c1']);
  });

  test('the post itself', async () => {
    await expect(fetching(`${DID}/post/zz`, await bluesky(THREAD))).rejects.toThrow(
      'bsky.app shows no such post',
    );
  });

  test('the person', async () => {
    await expect(fetching('bo.quay.example/post/a1', await bluesky(THREAD))).rejects.toThrow(
      'public.api.bsky.app answered 400',
    );
  });
});

test('posts whose replies are never given are not asked for without end', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 400 }, (_, n) => [
      [`m${n}`, 'a1'],
      [`n${n}`, `m${n}`],
    ]).flat(),
  );
  const gone = Object.keys(many).filter((key) => key.startsWith('n'));
  const served = await bluesky({ a1: null, ...many }, { gone });
  const { threads, warnings } = await fetching(`${DID}/post/a1`, served);
  expect(threads[0]?.posts).toHaveLength(401);
  expect(served.asked.length).toBeLessThan(310);
  expect(warnings).toContainEqual(expect.objectContaining({ message: expect.stringMatching(/: 400\.$/) }));
});

test.each([
  'https://bsky.app/profile/ines.quay.example/post/3kquay2222222',
  'https://bsky.app/profile/did:web:pier.example/post/3kquay2222222/',
])('%s is such an address', (address) => {
  expect(fetcherFor(new URL(address)).importer).toBe('bluesky');
});

test.each([
  'https://bsky.app/profile/ines.quay.example',
  'https://sky.example/profile/ines.quay.example/post/3kquay2222222',
])('%s is not', (address) => {
  expect(() => fetcherFor(new URL(address))).toThrow('not of a form that is known');
});
