import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { detect, importers } from '../../src/importers/index.ts';
import { threadSchema } from '../../src/thread/schema.ts';
import { cases, exportIn, FIXTURES, folders, importAll, NOT_FOR_PUBLICATION } from './exports.ts';

/** `ines@quay.example`, but not the handle `@ines@quay.example`. */
const MAIL_ADDRESS = /(?<![@\w.%+-])[\w.%+-]{1,64}@[A-Za-z0-9-]{1,63}\.[A-Za-z]{2,}/g;

test('every importer has fixtures, and all fixtures have an importer', () => {
  expect(folders(FIXTURES)).toEqual(importers.map(({ name }) => name).toSorted());
});

test('every importer has a name of its own and says what it reads', () => {
  expect(new Set(importers.map(({ name }) => name)).size).toBe(importers.length);
  for (const { name, label, formats } of importers) {
    expect(name).toMatch(/^[a-z][a-z0-9-]*$/);
    expect(label).toMatch(/\S/);
    expect(formats).toMatch(/^\S[^\n]*$/);
  }
});

describe.each(cases())('$importer, $name', ({ importer: name, folder }) => {
  const importer = importers.find((candidate) => candidate.name === name);
  const imported = async () => {
    if (!importer) throw new Error(`No importer is called ${name}.`);
    return importAll(importer, await exportIn(folder));
  };

  test('the folder holds an export', async () => {
    expect((await exportIn(folder)).size).toBeGreaterThan(0);
  });

  test('is claimed by its importer and by no other', async () => {
    const files = await exportIn(folder);
    const claims = await Promise.all(
      importers.map(async (candidate) => ((await candidate.detect(files)) ? candidate.name : [])),
    );
    expect(claims.flat()).toEqual([name]);
    expect((await detect(files))?.name).toBe(name);
  });

  test('gives what was expected', async () => {
    const written = `${JSON.stringify(await imported(), null, 2)}\n`;
    await expect(written).toMatchFileSnapshot(join(folder, 'expected.json'));
  });

  test('every thread is as the schema wants it, and nothing is lost when it is written and read again', async () => {
    for (const thread of (await imported()).threads) {
      expect(threadSchema.parse(JSON.parse(JSON.stringify(thread)))).toEqual(thread);
      expect(thread.origin.importer).toBe(name);
    }
  });

  test('ids are unique, and every parent and author is there', async () => {
    const { threads } = await imported();
    expect(new Set(threads.map(({ id }) => id)).size).toBe(threads.length);
    for (const { posts, people } of threads) {
      const ids = new Set(posts.map(({ id }) => id));
      expect(ids.size).toBe(posts.length);
      for (const { parent, author } of posts) {
        expect(parent === null || ids.has(parent)).toBe(true);
        expect(author === null || Object.hasOwn(people, author)).toBe(true);
      }
    }
  });

  test('no post is its own ancestor', async () => {
    for (const { posts } of (await imported()).threads) {
      const parents = new Map(posts.map(({ id, parent }) => [id, parent]));
      for (const { id } of posts) {
        const line = new Set([id]);
        for (let at = parents.get(id); at && !line.has(at); at = parents.get(at)) line.add(at);
        const first = [...line].at(-1) ?? id;
        expect(parents.get(first)).toBeNull();
      }
    }
  });

  test('a missing post has no words, no date and at least one reply', async () => {
    for (const { posts } of (await imported()).threads)
      for (const { id, body, published } of posts.filter(({ state }) => state === 'missing')) {
        expect({ body, published }).toEqual({ body: { plain: '' }, published: undefined });
        expect(posts.some(({ parent }) => parent === id)).toBe(true);
      }
  });

  test('dates are in UTC', async () => {
    for (const { posts } of (await imported()).threads)
      for (const date of posts.flatMap(({ published, edited }) => [published ?? [], edited ?? []].flat()))
        expect(date).toMatch(/Z$/);
  });

  test('reading it twice gives the same', async () => {
    expect(await imported()).toEqual(await imported());
  });

  test('no mail address and nothing that is not public gets out', async () => {
    const output = JSON.stringify(await imported());
    expect(output.match(MAIL_ADDRESS)).toBeNull();
    expect(output).not.toContain(NOT_FOR_PUBLICATION);
  });
});
