import { expect, test } from 'vitest';
import { csv } from '../../src/importers/csv.ts';
import { detect } from '../../src/importers/index.ts';
import { ndjson } from '../../src/importers/ndjson.ts';
import { quoteGraph } from '../../src/quotes/graph.ts';
import { readThread } from '../../src/quotes/reading.ts';
import { exportFrom, importAll } from './exports.ts';

const line = (value: object) => `${JSON.stringify(value)}\n`;
const post = (other: object = {}) =>
  line({ id: '1', author: 'ines', format: 'plain', body: 'Words.', ...other });

test.each([
  ['Pushshift’s comments', line({ id: 'a', author: 'b', body: 'c', parent_id: 't1_d', created_utc: 1 })],
  ['Firebase’s items', line({ id: 1, by: 'b', text: 'c', parent: 2, type: 'comment' })],
  ['a format that is no format', line({ body: 'c', format: 'org.matrix.custom.html' })],
  ['a list', '[{"body":"c","format":"plain"}]'],
  [
    'Reddit’s own comments.csv',
    'id,permalink,date,ip,subreddit,gildings,link,parent,body,media\n1,2,3,4,5,6,7,8,9,0\n',
  ],
  ['a sentence with both words', 'The body, and its format\n'],
  ['nothing', ''],
])('%s is left to others', async (_, content) => {
  expect((await detect(exportFrom(content, 'a.bin')))?.name).toBeUndefined();
});

test('a file is recognised by its first line, though a later one is broken', async () => {
  expect((await detect(exportFrom(`${post()}{broken\n`)))?.name).toBe('ndjson');
  expect((await detect(exportFrom('\uFEFF"Body";"Format"\na;plain\n')))?.name).toBe('csv');
});

test.each([
  ['2026-03-03T08:12:00Z', '2026-03-03T08:12:00Z'],
  ['2026-03-03T09:12:00+01:00', '2026-03-03T08:12:00.000Z'],
  ['2026-03-03 09:12:00+01:00', '2026-03-03T08:12:00.000Z'],
])('the date %s is %s', async (published, expected) => {
  const { threads } = await importAll(ndjson, exportFrom(post({ published })));
  expect(threads[0]?.posts[0]?.published).toBe(expected);
});

test.each(['2026-03-03', '2026-03-03T08:12:00', '2026-03-03 08:12'])(
  'the date %s does not say its zone and is refused with its line',
  async (published) => {
    const place = { file: 'input.json', line: 2 };
    await expect(importAll(ndjson, exportFrom(post() + post({ id: '2', published })))).rejects.toMatchObject({
      code: 'no-zone',
      place,
    });
    const table = `id,edited,format,body\n1,${published},plain,x\n`;
    await expect(importAll(csv, exportFrom(table))).rejects.toMatchObject({ code: 'no-zone', place });
  },
);

test('an id made of what a post says is the same in a longer file, and two that say the same have two', async () => {
  const same = { id: undefined, body: 'Aye.' };
  const short = await importAll(ndjson, exportFrom(post(same) + post(same)));
  const long = await importAll(ndjson, exportFrom(post() + post(same) + post(same)));
  const ids = short.threads[0]?.posts.map(({ id }) => id) ?? [];
  expect(new Set(ids).size).toBe(2);
  expect(long.threads[0]?.posts.map(({ id }) => id)).toEqual(['1', ...ids]);
  expect(short.warnings.map(({ code }) => code)).toEqual(['made-up-id']);
});

test('a column that the form does not have is told of once', async () => {
  const { warnings } = await importAll(ndjson, exportFrom(post({ karma: 1 }) + post({ id: '2', karma: 2 })));
  expect(warnings.map(({ code, message }) => [code, message])).toEqual([
    ['unknown-columns', 'Columns that are not of this form were not read: karma.'],
  ]);
});

test('quotes of a table are traced to their sources', async () => {
  const table =
    'id,parent,author,format,body\n1,,ines,plain,"Low water is at noon, they say."\n2,1,bo,markdown,"> Low water is at noon, they say.\n\nWho?"\n';
  const [thread] = (await importAll(csv, exportFrom(table))).threads;
  const quotes = thread ? quoteGraph(readThread(thread)).quotes : [];
  expect(quotes.map(({ fidelity, source }) => [fidelity, source?.post])).toEqual([['verbatim', '1']]);
});

test.each([
  ['another version of the form', ndjson, line({ quotidian: 2, thread: {} }), 'other-form'],
  ['a column that is there twice', csv, 'body,format,body\na,plain,b\n', 'column-twice'],
  ['a quotation mark that is never closed', csv, 'body,format\n"a,plain\nb,plain\n', 'quote-not-closed'],
  ['no line that can be read', ndjson, '{"quotidian":1,"thread":{}}\n[]\n', 'no-posts'],
  ['no column “body”', csv, 'text,format\na,plain\n', 'no-columns'],
])('%s is refused', async (_, importer, content, code) => {
  await expect(importAll(importer, exportFrom(content))).rejects.toMatchObject({ code });
});

test('bytes that are not UTF-8 are refused', async () => {
  const bytes = new Uint8Array([...new TextEncoder().encode('body,format\n'), 0xe9, 0x0a]);
  await expect(importAll(csv, exportFrom(bytes))).rejects.toMatchObject({ code: 'wrong-encoding' });
});

test('a table without a format holds plain text, where it is called CSV', async () => {
  const { threads } = await importAll(csv, exportFrom('author,body\nines,*Words*\n'));
  expect(threads[0]?.posts[0]?.body).toEqual({ plain: '*Words*' });
});

test(
  '100,000 answers to one another are read, from lines and from a table',
  { timeout: 60_000 },
  async () => {
    const ids = Array.from({ length: 100_000 }, (_, n) => n);
    const lines = ids.map((n) => post({ id: n, ...(n > 0 && { parent: n - 1 }) })).join('');
    const table = `id,parent,format,body\n${ids.map((n) => `${n},${n > 0 ? n - 1 : ''},plain,x\n`).join('')}`;
    expect((await importAll(ndjson, exportFrom(lines))).threads[0]?.posts.length).toBe(100_000);
    expect((await importAll(csv, exportFrom(table))).threads[0]?.posts.length).toBe(100_000);
  },
);

test('what is nested without end does no harm', async () => {
  const deep = `{"id":"2","format":"plain","body":"x","cards":${'['.repeat(100_000)}${']'.repeat(100_000)}}\n`;
  const { threads, warnings } = await importAll(ndjson, exportFrom(post() + deep));
  expect(threads[0]?.posts.map(({ cards }) => cards)).toEqual([undefined, undefined]);
  expect(warnings.length).toBe(1);
});
