import { existsSync, openAsBlob } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { paste } from '../../src/importers/paste.ts';
import type { Thread } from '../../src/thread/schema.ts';
import { importAll } from './exports.ts';

/* The real copy that this project began from; it lies outside the repository and is not quoted here. */
const COPY = resolve(import.meta.dirname, '../../../shared/corpus/paste/mastodon-web-copy.txt');

/** People by letter: the id, which is a hash of the handle. */
const PEOPLE: Readonly<Record<string, string>> = {
  L: 'gbru7xmcm6',
  D: 'mkggzlf6aa',
  U: 'urpav3jsid',
  M: 'fi3zgjzwu7',
  C: '6zsoopxq4c',
  K: 'kn3qceiu4a',
  H: 'ix5syghuiw',
  S: 'ttyiqte52g',
  P: 'vn7dcam3lx',
  B: 'gw7lhi27qo',
  J: 's3kmgszcuf',
  T: 'wlrxybk6ei',
  W: 'mopvud2kzi',
  F: 'cdd2475xhv',
  O: 'ujrfemnt6i',
};

/**
 * What a careful reader finds, from the words too: the author's letter (`?`: nobody can know) and the number of
 * the post answered (`?`: nobody can know; `-`: none), for each of the sixty posts.
 */
const TRUTH = `
  L- D1 L2 U2 M4 C5 M6 ?7 D2 L9    ?9 K1 ?12 H1 S14 H15 L16 H17 ?17 L15
  S20 ?15 P1 ?23 B1 L25 ?26 J26 L28 J29    ?1 ?1 ?1 ?1 ?1 T1 T36 T37 ?36 W1
  ?40 ?1 ?? ?1 ?1 ?1 ?1 ?1 ?1 F1    ?50 ?1 ?1 ?1 O1 L55 O56 L57 ?58 ?55`
  .trim()
  .split(/\s+/);

/** What is not to be concluded from mentions alone, though a reader may know it from the words. */
const OPEN_PARENTS = [9, 11, 30, 31, 37, 39, 43, 59, 60];
const OPEN_AUTHORS = [30, 36];

async function thread(): Promise<Thread> {
  const { threads } = await importAll(paste, new Map([['copy.txt', await openAsBlob(COPY)]]));
  if (!threads[0]) throw new Error('There is no thread.');
  return threads[0];
}

test.skipIf(!existsSync(COPY))('of the real copy, all that is concluded is true', async () => {
  const { posts, people } = await thread();
  expect(posts).toHaveLength(60);
  expect(Object.keys(people).toSorted()).toEqual(Object.values(PEOPLE).toSorted());

  const numbers = new Map(posts.map(({ id }, n) => [id, n + 1]));
  const found = posts.map(({ author, parent }) => ({ author, parent: parent && numbers.get(parent) }));
  const truth = TRUTH.map((entry) => ({
    author: PEOPLE[entry.slice(0, 1)] ?? null,
    parent: Number(entry.slice(1)) || null,
  }));
  const expected = truth.map(({ author, parent }, n) => ({
    author: OPEN_AUTHORS.includes(n + 1) ? null : author,
    parent: OPEN_PARENTS.includes(n + 1) ? null : parent,
  }));
  expect(found).toEqual(expected);
  expect(found.filter(({ author }) => author !== null)).toHaveLength(30);
  expect(found.filter(({ parent }) => parent !== null)).toHaveLength(50);
});

test.skipIf(!existsSync(COPY))(
  'of the real copy, four link previews are found and no character is lost',
  async () => {
    const { posts } = await thread();
    const previewed = posts.flatMap(({ cards }, n) => (cards ? [n + 1] : []));
    expect(previewed).toEqual([1, 6, 34, 35]);
    expect(posts[5]?.cards?.[0]).toHaveProperty('description');
    const parts = posts.flatMap(({ body, cards = [] }) => [
      'plain' in body ? body.plain : '',
      ...cards.flatMap(({ title, description = '', site = '' }) => [title, description, site]),
    ]);
    const copy = await (await openAsBlob(COPY)).text();
    expect(parts.join('').replace(/\s/g, '')).toBe(copy.replace(/\s/g, ''));
  },
);

test.skipIf(!existsSync(COPY))('the real copy is recognised', async () => {
  expect(await paste.detect(new Map([['copy.txt', await openAsBlob(COPY)]]))).toBe(true);
});
