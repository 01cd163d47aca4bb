import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stackexchange } from '../../src/importers/stackexchange.ts';
import { quoteGraph } from '../../src/quotes/graph.ts';
import { readThread } from '../../src/quotes/reading.ts';
import { threadSchema } from '../../src/thread/schema.ts';
import { exportFrom, exportIn, FIXTURES, importAll } from './exports.ts';

const SITE = 'https://quays.example';
const json = (value: unknown) => exportFrom(JSON.stringify(value));
const importing = (value: unknown) => importAll(stackexchange, json(value));
const owner = { user_id: 7, display_name: 'Ines', link: `${SITE}/users/7/ines` };
const question = (extra: object = {}) => ({
  question_id: 1,
  is_answered: true,
  answer_count: 1,
  creation_date: 1772524800,
  title: 'Rope?',
  body: '<p>How long?</p>',
  link: `${SITE}/questions/1/rope`,
  owner,
  ...extra,
});
const answer = (id: number, extra: object = {}) => ({
  answer_id: id,
  question_id: 1,
  is_accepted: false,
  creation_date: 1772524900,
  body: `<p>Answer ${id}</p>`,
  owner,
  ...extra,
});
const comment = (id: number, extra: object = {}) => ({
  comment_id: id,
  post_id: 1,
  creation_date: 1772525000,
  body: `Comment ${id}`,
  ...extra,
});
const outline = async (value: unknown) =>
  (await importing(value)).threads.map(({ posts }) => posts.map(({ id, parent }) => `${id}<${parent ?? ''}`));

describe('what it claims', () => {
  test.each([
    ['an answer of the API', { items: [question()], has_more: false }, true],
    ['its items alone', [answer(2)], true],
    ['comments', { items: [comment(3)] }, true],
    ['one question', question(), true],
    ['an answer that holds nothing', { items: [], has_more: false }, false],
    ['an error of the API', { error_id: 502, error_name: 'throttle_violation' }, false],
    ['a question of a survey', { question_id: 1, text: 'Why?' }, false],
    ['null', null, false],
  ])('%s', async (_name, value, claimed) => {
    expect(await stackexchange.detect(json(value))).toBe(claimed);
  });
});

describe('which entries are one thread', () => {
  test('a comment on an answer stands below it, whatever the order', async () => {
    expect(await outline([comment(3, { post_id: 2 }), answer(2), question()])).toEqual([
      ['comment3<2', '2<1', '1<'],
    ]);
  });

  test('a comment and an answer with one number are two posts', async () => {
    expect(await outline([question(), answer(2), comment(2)])).toEqual([['1<', '2<1', 'comment2<1']]);
  });

  test('questions of the same number on two sites are two threads', async () => {
    const elsewhere = question({ link: 'https://lamps.example/questions/1/wick', title: 'Wick?' });
    const { threads } = await importing([question(), elsewhere]);
    expect(threads.map(({ title, origin }) => [title, origin.community])).toEqual([
      ['Rope?', 'quays.example'],
      ['Wick?', 'lamps.example'],
    ]);
  });

  test('answers without their question stand below a placeholder', async () => {
    expect(await outline([answer(2)])).toEqual([['1<', '2<1']]);
  });
});

describe('what is kept', () => {
  const first = async (extra: object) => (await importing([question(extra)])).threads[0];

  test('a portrait by Gravatar is not: its address is made of a mail address', async () => {
    const profile_image = 'https://www.gravatar.com/avatar/0123?d=identicon';
    expect((await first({ owner: { ...owner, profile_image } }))?.people['7']).not.toHaveProperty('avatar');
  });

  test('licences are, each once', async () => {
    const { threads } = await importing([
      question({ content_license: 'CC BY-SA 4.0' }),
      answer(2, { content_license: 'CC BY-SA 3.0' }),
      answer(3, { content_license: 'CC BY-SA 4.0' }),
    ]);
    expect(threads[0]?.origin.licence).toBe('CC BY-SA 3.0, CC BY-SA 4.0');
  });

  test.each([
    ['escaped', 'a &amp;lt; b &gt; c', 'a &lt; b > c'],
    ['bare', 'a &lt; b > c', 'a &lt; b > c'],
  ])('Markdown that is %s is decoded once or not at all', async (_name, body_markdown, markdown) => {
    const thread = await first({ body: undefined, body_markdown });
    expect(thread?.posts[0]?.body).toEqual({ markdown, flavour: 'commonmark' });
  });

  test('who has no account any more has a name, who has neither is nobody', async () => {
    const { threads } = await importing([
      question({ owner: { user_type: 'does_not_exist', display_name: 'user12' } }),
      answer(2, { owner: { user_type: 'does_not_exist' } }),
    ]);
    expect(threads[0]?.posts.map(({ author }) => author === null)).toEqual([false, true]);
    expect(Object.values(threads[0]?.people ?? {})).toEqual([{ handle: 'user12' }]);
  });

  test('words that were not asked for are missed aloud, and so is a question’s end', async () => {
    const { warnings } = await importing({
      items: [question({ body: undefined, closed_date: 1772524800, locked_date: 1772611200 })],
      has_more: true,
    });
    expect(warnings.map(({ code }) => code)).toEqual(['more-pages', 'closed', 'locked', 'no-body']);
  });
});

test.each([
  'https://stackoverflow.com/c/quay/questions/1',
  'https://stackoverflowteams.com/c/quay/questions/1',
])('a team’s question needs consent: %s', async (link) => {
  const files = json([question({ link })]);
  await expect(importAll(stackexchange, files)).rejects.toMatchObject({ code: 'no-consent' });
  const options = { warn: () => undefined, consent: 'All were asked.' };
  expect(await Array.fromAsync(stackexchange.parse(files, options))).toHaveLength(1);
});

describe('what is hostile or broken', () => {
  test('entries within each other a hundred thousand times are read', async () => {
    const depth = 100_000;
    const open = Array.from(
      { length: depth },
      (_, n) => `{"comment_id":${n + 2},"post_id":1,"creation_date":1,"body":"x","comments":[`,
    );
    const content = `[${JSON.stringify(question())},${open.join('')}${']}'.repeat(depth)}]`;
    expect((await importAll(stackexchange, exportFrom(content))).threads[0]?.posts.length).toBe(depth + 1);
  });

  test('odd keys are named, and the rest is read', async () => {
    const { threads, warnings } = await importing([
      question({ score: 'high' }),
      answer(2, { question_id: {} }),
      { word: 1 },
      7,
    ]);
    expect(threads[0]?.posts.map(({ id }) => id)).toEqual(['1']);
    expect(warnings.map(({ code }) => code)).toEqual([
      'unreadable-field',
      'unreadable-post',
      'unreadable-post',
      'unreadable-post',
    ]);
  });

  test('__proto__ as an id and addresses that run something do no harm', async () => {
    const text = JSON.stringify([
      question({ link: 'javascript:alert(1)', owner: { user_id: '__proto__', display_name: '\u202Ex' } }),
      answer(2, { answer_id: '__proto__' }),
    ]);
    const [thread] = (await importAll(stackexchange, exportFrom(text))).threads;
    expect(threadSchema.parse(thread)).toEqual(thread);
    expect(JSON.stringify(thread)).not.toContain('javascript:');
  });

  test.each([
    ['not-stackexchange', '{"items":[]}'],
    ['unreadable-export', JSON.stringify([question({ question_id: {} })])],
    ['empty-file', ' '],
  ])('%s is an error that says what to do', async (code, content) => {
    await expect(importAll(stackexchange, exportFrom(content))).rejects.toMatchObject({
      code,
      place: { file: 'input.json' },
      hint: expect.stringMatching(/\.$|withbody/),
    });
  });
});

test('quotes are traced in HTML and in Markdown', async () => {
  const traced = async (name: string) => {
    const { threads } = await importAll(stackexchange, await exportIn(join(FIXTURES, 'stackexchange', name)));
    return threads
      .flatMap((thread) => quoteGraph(readThread(thread)).quotes)
      .flatMap(({ post, source, fidelity }) => (source ? [[post, source.post, fidelity]] : []));
  };
  expect(await traced('question-with-answers')).toContainEqual(['7750', '7741', 'verbatim']);
  expect(await traced('separate-files')).toContainEqual(['8124', '8120', 'verbatim']);
});

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus/stackexchange');

describe.skipIf(!existsSync(CORPUS))('real exports', () => {
  const names = existsSync(CORPUS) ? readdirSync(CORPUS) : [];

  /** Their numbers were made up: an answer may have its question's, which the site never gives twice. */
  test.each(names)(
    '%s: as many posts as the file holds, or it is told which number is there twice',
    async (name) => {
      const content = readFileSync(join(CORPUS, name), 'utf8');
      const files = exportFrom(content);
      expect(await stackexchange.detect(files)).toBe(true);
      const { threads, warnings } = await importAll(stackexchange, files);
      const twice = warnings.filter(({ code }) => code === 'duplicate-id');
      const posts = threads.flatMap((thread) => thread.posts).filter(({ state }) => state !== 'missing');
      const ids = content.match(/"(?:answer_id|comment_id|is_answered)":/g);
      expect(posts.length + twice.length).toBe(ids?.length);
    },
  );
});
