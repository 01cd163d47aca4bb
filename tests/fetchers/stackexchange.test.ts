import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { fetcherFor } from '../../src/fetchers/index.ts';
import { type Served, serveHere } from '../cli/fetching/servers.ts';
import { fetched } from './fetched.ts';

const API = 'https://api.stackexchange.com';
const HOME = 'https://quays.stackexchange.com';
const common = (n: number) => ({
  owner: { user_id: n % 7, display_name: `Voice ${n % 7}`, link: `${HOME}/users/${n % 7}/voice` },
  score: 1,
  creation_date: 1772524800 + n,
  content_license: 'CC BY-SA 4.0',
  body: `<p>Said in ${n}.</p>\n`,
});
const QUESTION = {
  ...common(12),
  question_id: 12,
  title: 'Why does the clock drift?',
  link: `${HOME}/questions/12/why-does-the-clock-drift`,
  is_answered: true,
  answer_count: 130,
};
const ANSWERS = Array.from({ length: 130 }, (_, n) => ({
  ...common(100 + n),
  answer_id: 100 + n,
  question_id: 12,
  is_accepted: false,
}));
const POSTS = [QUESTION.question_id, ...ANSWERS.map((answer) => answer.answer_id)];
const COMMENTS = POSTS.map((post_id) => ({ ...common(post_id), comment_id: post_id + 5000, post_id }));

/** The API packs all it answers (api.stackexchange.com/docs/compression). */
function stackexchange(extra: (path: string) => object = () => ({})) {
  return serveHere((path, response) => {
    const { pathname, searchParams: query } = new URL(path, API);
    const [, , type = '', ids = '', kind = type] = pathname.split('/');
    const wanted = new Set(decodeURIComponent(ids).split(';').map(Number));
    const lists = new Map<string, readonly object[]>(
      Object.entries({
        questions: [QUESTION].filter((one) => wanted.has(one.question_id)),
        answers: ANSWERS.filter((one) => wanted.has(type === 'answers' ? one.answer_id : one.question_id)),
        comments: COMMENTS.filter((one) => wanted.has(one.post_id)),
      }),
    );
    const all = lists.get(kind) ?? [];
    const [page, size] = [Number(query.get('page')), Number(query.get('pagesize'))];
    const items = all.slice((page - 1) * size, page * size);
    const answer = { items, has_more: all.length > page * size, quota_max: 300, quota_remaining: 271 };
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
      .end(gzipSync(JSON.stringify({ ...answer, ...extra(path) })));
  });
}
const fetching = (path: string, served: Served) => fetched(`${HOME}${path}`, { [API]: served });
const paths = ({ asked }: Served) =>
  asked.map(({ path }) => path.replace(/&filter=withbody&order=asc&sort=creation&pagesize=100/, ''));

test('a question comes with its answers on all pages, and the comments on all of them', async () => {
  const served = await stackexchange();
  const { threads, warnings } = await fetching('/questions/12/why-does-the-clock-drift', served);
  expect(threads.map(({ title, posts }) => [title, posts.length])).toEqual([
    ['Why does the clock drift?', 1 + 130 + 131],
  ]);
  expect(warnings).toEqual([]);
  const site = 'site=quays.stackexchange.com';
  expect(paths(served)).toEqual([
    `/2.3/questions/12?${site}&page=1`,
    `/2.3/questions/12/answers?${site}&page=1`,
    `/2.3/questions/12/answers?${site}&page=2`,
    `/2.3/posts/${POSTS.slice(0, 100).join(';')}/comments?${site}&page=1`,
    `/2.3/posts/${POSTS.slice(100).join(';')}/comments?${site}&page=1`,
  ]);
});

test('where a method asks to be left alone, the next question of the same waits, and no other', async () => {
  const served = await stackexchange((path) => (path.includes('/answers') ? { backoff: 17 } : {}));
  const { said } = await fetching('/q/12', served);
  expect(said).toEqual(['  api.stackexchange.com wants a rest of 17 s']);
});

test.each(['/a/150', '/a/150/3', '/questions/12/why-does-the-clock-drift/150#150'])(
  'the address of an answer, %s, leads to its question',
  async (path) => {
    const { threads } = await fetching(path, await stackexchange());
    expect(threads.map(({ posts }) => posts.length)).toEqual([262]);
  },
);

test('pages without end are an error that says so', async () => {
  const served = await stackexchange((path) =>
    path.includes('/answers') ? { items: [ANSWERS[0]], has_more: true } : {},
  );
  await expect(fetching('/q/12', served)).rejects.toThrow('would be request 2001 for one thread');
});

test.each(['/q/13', '/a/13'])('%s, which is missing, is an error that says so', async (path) => {
  await expect(fetching(path, await stackexchange())).rejects.toThrow(
    /quays\.stackexchange\.com knows no (?:question|answer) 13/,
  );
});

test.each([
  'https://stackoverflow.com/questions/42',
  'https://pt.stackoverflow.com/q/42/7',
  'https://meta.stackexchange.com/questions/42/clock?noredirect=1',
  'https://ux.meta.stackexchange.com/a/42',
  'https://mathoverflow.net/questions/42/clock',
])('%s is such an address', (address) => {
  expect(fetcherFor(new URL(address)).importer).toBe('stackexchange');
});

test.each([
  'https://stackoverflow.com/questions/tagged/clock',
  'https://stackoverflow.com/users/42/petra',
  'https://api.stackexchange.com/questions/42',
  'https://stackoverflow.com.example/questions/42',
])('%s is not', (address) => {
  expect(() => fetcherFor(new URL(address))).toThrow('not of a form that is known');
});
