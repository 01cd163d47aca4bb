import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { github } from '../../src/importers/github.ts';
import { quoteGraph } from '../../src/quotes/graph.ts';
import { readThread } from '../../src/quotes/reading.ts';
import { reviewsIn } from '../../src/quotes/review.ts';
import { type Thread, threadSchema } from '../../src/thread/schema.ts';
import { exportFrom, exportIn, FIXTURES, importAll } from './exports.ts';

const WEB = 'https://github.com/quay/weir';
const API = 'https://api.github.com/repos/quay/weir';
const ines = { login: 'ines', id: 102, type: 'User', html_url: 'https://github.com/ines' };

const issue = (extra: object = {}) => ({
  html_url: `${WEB}/issues/1`,
  number: 1,
  title: 'The gate',
  user: ines,
  author_association: 'NONE',
  created_at: '2026-03-03T08:12:00Z',
  body: 'It sticks.',
  ...extra,
});
const comment = (id: number, extra: object = {}) => ({
  html_url: `${WEB}/issues/1#issuecomment-${id}`,
  issue_url: `${API}/issues/1`,
  id,
  user: ines,
  author_association: 'NONE',
  created_at: '2026-03-03T09:00:00Z',
  body: `Comment ${id}`,
  ...extra,
});
const onLines = (id: number, extra: object = {}) =>
  comment(id, {
    html_url: `${WEB}/pull/1#discussion_r${id}`,
    path: 'weir.c',
    diff_hunk: '@@ -1,2 +1,2 @@\n gate\n-open\n+opened',
    ...extra,
  });

const json = (value: unknown) => exportFrom(JSON.stringify(value));
const importing = (value: unknown) => importAll(github, json(value));
const thread = async (value: unknown): Promise<Thread> => {
  const [first] = (await importing(value)).threads;
  if (!first) throw new Error('There is no thread.');
  return first;
};
const outline = async (value: unknown) =>
  (await thread(value)).posts.map(
    ({ id, parent, state }) => `${id}<${parent ?? ''}${state ? ` ${state}` : ''}`,
  );

describe('what it claims', () => {
  test.each([
    ['an issue of REST', issue(), true],
    ['an issue and its comments', { issue: issue(), comments: [comment(1)] }, true],
    ['comments alone', [comment(1)], true],
    ['pages of comments', [[comment(1)], [comment(2)]], true],
    ['results of a search', { total_count: 1, items: [issue()] }, true],
    [
      'a payload of a webhook',
      { action: 'created', issue: issue(), comment: comment(1), repository: {} },
      true,
    ],
    ['an answer of GraphQL', { data: { repository: { issue: { title: 'a', number: 1 } } } }, true],
    ['what gh prints', { number: 1, title: 'a', body: '', author: { login: 'ines', is_bot: false } }, true],
    ['an issue of Gitea', { id: 1, number: 1, title: 'a', body: '', user: { login: 'ines' } }, false],
    ['an issue of GitLab', { iid: 1, title: 'a', description: '', author: { username: 'ines' } }, false],
    ['a status of Mastodon', { id: '1', content: '', account: {}, in_reply_to_id: null }, false],
    ['an empty list', [], false],
    ['null', null, false],
  ])('%s: %#', async (_name, value, claimed) => {
    expect(await github.detect(json(value))).toBe(claimed);
  });

  test('an issue whose comments are an empty list in a file of their own', async () => {
    const files = new Map([...json(issue()), ['comments.json', new Blob(['[]'])]]);
    expect(await github.detect(files)).toBe(true);
    expect((await importAll(github, files)).threads[0]?.posts).toHaveLength(1);
  });
});

describe('what cannot be read is an error that says where', () => {
  test.each([
    ['something else', { posts: [] }, 'not-github'],
    ['an empty list', [], 'empty-export'],
    ['a list of what is no entry', [{ id: 1 }], 'not-github'],
    ['an issue with a body that is no text', issue({ body: {} }), 'unreadable-export'],
  ])('%s', async (_name, value, code) => {
    await expect(importing(value)).rejects.toMatchObject({
      name: 'QuotidianError',
      code,
      place: { file: 'input.json' },
      hint: expect.stringMatching(/\.$/),
    });
  });

  test('an entry of a list that is none is named and the others are read', async () => {
    const { threads, warnings } = await importing([comment(1), { id: 2, text: 'hello' }]);
    expect(threads[0]?.posts.map(({ id }) => id)).toEqual(['1', 'issuecomment-1']);
    expect(warnings[0]).toMatchObject({ post: '2', code: 'unreadable-post', file: 'input.json' });
  });
});

describe('who answers whom', () => {
  test('comments belong to their issue, whomever they mention', async () => {
    const comments = [comment(2), comment(3, { body: '@ines no' })];
    expect(await outline({ issue: issue(), comments })).toEqual([
      '1<',
      'issuecomment-2<1',
      'issuecomment-3<1',
    ]);
  });

  test('comments of several issues in one list are several threads', async () => {
    const other = { html_url: `${WEB}/issues/9#issuecomment-8`, issue_url: `${API}/issues/9` };
    const { threads } = await importing([comment(2), comment(8, other)]);
    expect(threads.map(({ title }) => title)).toEqual(['quay/weir#1', 'quay/weir#9']);
  });

  test('a comment on lines answers its conversation, and only the first shows the lines', async () => {
    const comments = [onLines(2), onLines(3, { in_reply_to_id: 2 }), onLines(4, { in_reply_to_id: 77 })];
    const { posts } = await thread([issue(), comments]);
    expect(posts.map(({ id, parent }) => `${id}<${parent ?? ''}`)).toEqual([
      '1<',
      'discussion_r2<1',
      'discussion_r3<discussion_r2',
      'discussion_r77<1',
      'discussion_r4<discussion_r77',
    ]);
    expect(posts.filter(({ body }) => 'markdown' in body && body.markdown.includes('```diff'))).toHaveLength(
      2,
    );
  });

  test('in GraphQL a conversation’s later comments answer its first', async () => {
    const node = (id: number) => ({
      id: `PRRC_${id}`,
      author: ines,
      body: `${id}`,
      path: 'weir.c',
      diffHunk: '',
    });
    const threads = { nodes: [{ isResolved: true, comments: { nodes: [node(1), node(2)] } }] };
    const pullRequest = { number: 1, title: 'The gate', body: '', author: ines, url: `${WEB}/pull/1` };
    expect(
      await outline({ data: { repository: { pullRequest: { ...pullRequest, reviewThreads: threads } } } }),
    ).toEqual(['1<', 'PRRC_1<1', 'PRRC_2<PRRC_1']);
  });

  test('100,000 levels of replies are no problem', async () => {
    const levels = Array.from({ length: 100_000 }, (_, n) => JSON.stringify(comment(n + 1)).slice(0, -1));
    const nested = exportFrom(`${levels.join(',"replies":[')}${'}]'.repeat(levels.length - 1)}}`);
    expect((await importAll(github, nested)).threads[0]?.posts).toHaveLength(100_001);
    const chain = Array.from({ length: 20_000 }, (_, n) => onLines(n + 1, { in_reply_to_id: n }));
    expect((await thread(chain)).posts).toHaveLength(20_001);
  });
});

describe('what must not get out', () => {
  test('a private repository needs consent, and the basis is kept', async () => {
    const payload = {
      action: 'opened',
      issue: issue(),
      repository: { full_name: 'quay/weir', private: true },
      sender: ines,
    };
    await expect(importing(payload)).rejects.toMatchObject({ code: 'no-consent' });
    const options = { warn: () => undefined, consent: 'all were asked' };
    const [asked] = await Array.fromAsync(github.parse(json(payload), options));
    expect(asked?.origin.consent).toBe('all were asked');
  });

  test.each([
    ['of GraphQL', { data: { repository: { isPrivate: true, issue: issue() } } }],
    ['that is internal to a company', { ...issue(), repository: { visibility: 'internal' } }],
    ['that a pull request is made to', issue({ base: { repo: { private: true } } })],
  ])('so does one %s', async (_name, value) => {
    await expect(importing(value)).rejects.toMatchObject({ code: 'no-consent' });
  });

  test('a thread that was not selected asks for no consent', async () => {
    const closed = issue({
      number: 2,
      title: 'Closed',
      html_url: `${WEB}x/issues/2`,
      repository: { private: true },
    });
    const options = { warn: () => undefined, select: ({ title }: { title: string }) => title === 'The gate' };
    expect(await Array.fromAsync(github.parse(json([closed, issue()]), options))).toHaveLength(1);
  });

  test('a hidden comment has no words, and the reason is told', async () => {
    const { threads, warnings } = await importing([
      comment(1, { isMinimized: true, minimizedReason: 'OFF_TOPIC', body: 'secret' }),
    ]);
    expect(JSON.stringify(threads)).not.toContain('secret');
    expect(threads[0]?.posts.at(-1)).toMatchObject({ state: 'removed', body: { plain: '' } });
    expect(warnings[0]?.message).toContain('off_topic');
  });

  test('what says of itself that it is hidden in an unknown way is left out', async () => {
    const { threads, warnings } = await importing([
      comment(1),
      comment(2, { isMinimized: 'yes', body: 'secret' }),
    ]);
    expect(JSON.stringify(threads)).not.toContain('secret');
    expect(warnings[0]).toMatchObject({ code: 'unreadable-post' });
  });
});

describe('posts', () => {
  const only = async (extra: object) => (await thread([comment(1, extra)])).posts.at(-1);

  test('updated_at is no edit; a webhook that tells of one is', async () => {
    const edit = comment(1, { updated_at: '2026-03-04T09:00:00Z' });
    expect((await only({ updated_at: '2026-03-04T09:00:00Z' }))?.edited).toBeUndefined();
    const told = {
      action: 'edited',
      changes: { body: { from: 'x' } },
      issue: issue(),
      comment: edit,
      repository: {},
    };
    const { posts } = await thread(told);
    expect(posts.map(({ edited }) => edited)).toEqual([undefined, '2026-03-04T09:00:00.000Z']);
  });

  test.each([
    ['null', { user: null }],
    ['ghost', { user: { login: 'ghost', id: 10137 } }],
    ['an empty login', { user: undefined, author: { login: '' } }],
  ])('an account that is gone is nobody: %s', async (_name, extra) => {
    expect((await only(extra))?.author).toBeNull();
  });

  test('where the export holds HTML only, that is the body', async () => {
    expect((await only({ body: undefined, body_html: '<p>Hello</p>' }))?.body).toEqual({
      html: '<p>Hello</p>',
    });
  });

  test('mail addresses go from answers by mail and from pointed brackets, and code stays as it is', async () => {
    const body =
      'git clone git@github.example:quay/weir\n\nOn Monday, Ines <ines@quay.example> wrote:\n\n> x';
    expect((await only({ body }))?.body).toMatchObject({
      markdown: 'git clone git@github.example:quay/weir\n\nOn Monday, Ines ‹address› wrote:\n\n> x',
    });
  });

  test('a comment without id keeps one that tells it from others, wherever it stands', async () => {
    const bare = (body: string) => ({ author: { login: 'ines' }, authorAssociation: 'NONE', body });
    const ids = async (...bodies: string[]) => (await thread(bodies.map(bare))).posts.map(({ id }) => id);
    const [one, other] = await ids('one', 'other');
    expect(await ids('other', 'one')).toEqual([other, one]);
  });
});

describe('lines of a patch', () => {
  test('they are a quote from the pull request, and the comment is a review of its line', async () => {
    const folder = join(FIXTURES, 'github/pull-request-with-reviews');
    const [read] = (await importAll(github, await exportIn(folder))).threads;
    if (!read) throw new Error('There is no thread.');
    const reading = readThread(read);
    const { quotes } = quoteGraph(reading);
    const [first] = quotes;
    expect(first).toMatchObject({
      post: 'discussion_r820001',
      fidelity: 'external',
      attribution: 'src/weir.c:',
    });
    expect(reading.byId.get('discussion_r820001')?.own.text).toBe('A step of zero never ends here.');
    const places = [...reviewsIn(reading, quotes).values()].flatMap(({ post, comments }) =>
      comments.map(({ about, file, last, answers }) => [post, about, file, last?.after, answers]),
    );
    expect(places).toEqual([
      ['discussion_r820001', 'line', 'src/weir.c', 23, undefined],
      ['discussion_r820002', 'line', 'src/weir.c', 23, 'discussion_r820001'],
      ['discussion_r820003', 'line', 'src/weir.c', 15, undefined],
      ['discussion_r820004', 'line', 'src/weir.c', 23, undefined],
      ['discussion_r820005', 'file', 'src/weir.c', undefined, undefined],
    ]);
  });

  test('a long hunk is cut to its end, and its numbers count on', async () => {
    const hunk = `@@ -1,200 +1,201 @@ gate()\n${' x\n'.repeat(200)}+y`;
    const { posts } = await thread([onLines(1, { diff_hunk: hunk })]);
    expect(posts.at(-1)?.body).toMatchObject({
      markdown: expect.stringContaining('> @@ -198,3 +198,4 @@ gate()\n>  x\n>  x\n>  x\n> +y\n'),
    });
  });
});

test('quotes are traced, also those that name their comment by its address', async () => {
  const [read] = (await importAll(github, await exportIn(join(FIXTURES, 'github/rest-folder')))).threads;
  if (!read) throw new Error('There is no thread.');
  const { quotes } = quoteGraph(readThread(read));
  expect(quotes.map(({ post, fidelity, source }) => [post, fidelity, source?.post])).toEqual([
    ['issuecomment-700001', 'verbatim', '12'],
    ['issuecomment-700003', 'verbatim', 'issuecomment-700001'],
    ['issuecomment-700006', 'verbatim', 'issuecomment-700001'],
  ]);
});

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');

describe.skipIf(!existsSync(CORPUS))('real exports', () => {
  const folder = join(CORPUS, 'github');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  // These are recordings and a collection of examples, which hold answers and payloads of GitHub but are none.
  const answersIn = (name: string, value: unknown): unknown => {
    const list = Array.isArray(value) ? value : [];
    if (name.startsWith('octokit-fixtures')) return list.map(({ response }) => response);
    return name.startsWith('octokit-webhooks-examples') ? list.flatMap(({ examples }) => examples) : value;
  };

  test.each(names)('%s', async (name) => {
    const raw: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const value = answersIn(name, raw);
    const files = json(value);
    if (/lock-issue|__markdown/.test(name)) return expect(await github.detect(files)).toBe(false);
    if (value === raw) expect(await github.detect(files)).toBe(true);
    const options = { warn: () => undefined, consent: 'a test' };
    const threads = await Array.fromAsync(github.parse(files, options));
    for (const read of threads) threadSchema.parse(read);
    const ids = threads.flatMap(({ origin, posts }) => posts.map(({ id }) => `${origin.community}${id}`));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(COUNTS[name] ?? 1);
  });

  /** As many different posts as the files hold, counted by hand; a review's empty shell and an unsent one are none. */
  const COUNTS: Readonly<Record<string, number>> = {
    'ghcli__issueView_previewFullComments.json': 6,
    'ghcli__issueView_previewSingleComment.json': 2,
    'ghcli__prViewPreviewFullComments.json': 6,
    'ghcli__prViewPreviewManyReviews.json': 6,
    'ghcli__prViewPreviewReviews.json': 5,
    'ghcli__prViewPreviewSingleComment.json': 2,
    'octokit-fixtures__paginate-issues.json': 13,
    'octokit-fixtures__search-issues.json': 2,
    'octokit-webhook__discussion.json': 2,
    'octokit-webhook__discussion_comment.json': 4,
    'octokit-webhook__issue_comment.json': 2,
    'octokit-webhook__issues.json': 3,
    'octokit-webhook__pull_request_review.json': 3,
    'octokit-webhook__pull_request_review_comment.json': 2,
    'octokit-webhook__pull_request_review_thread.json': 4,
    'octokit-webhooks-examples__api.github.com.json': 14,
  };
});
