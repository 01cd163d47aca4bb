import { mf2 } from 'microformats-parser';
import { expect, inject, test } from 'vitest';
import { builtPages } from './built-page.ts';

type Root = ReturnType<typeof mf2>['items'][number];

const HOST = 'https://quotidian.example';
const pages = builtPages(inject('example'));
const threads = pages.filter(({ path }) => /^\/threads\/./.test(path));
const digests = pages.filter(({ path }) => /^\/digests\/.*\/$/.test(path));

test.each(threads)('$path reads as entries with author, date, address and content', ({ html, path }) => {
  const entries = ofType('h-entry', html, path);
  expect(entries.length).toBeGreaterThan(10);
  const posts = entries.filter(({ properties }) => properties.content);
  expect(posts.length).toBeGreaterThan(10);
  for (const { properties } of posts) {
    expect(nameOf(properties.author?.[0])).toMatch(/./);
    expect(new URL(String(properties.url?.[0]), `${HOST}${path}`).href).toMatch(`${HOST}${path}#`);
    if (properties.published) expect(String(properties.published[0])).toMatch(/^\d{4}-\d{2}-\d{2}T/);
  }
});

test.each(digests)('$path reads as an entry that cites, each citation with its author', ({ html, path }) => {
  const [entry] = ofType('h-entry', html, path);
  expect(entry?.properties).toMatchObject({
    name: [expect.any(String)],
    published: [expect.stringMatching(/^2026-/)],
  });
  const citations = ofType('h-cite', html, path);
  expect(citations.length).toBeGreaterThan(5);
  for (const { properties } of citations) expect(nameOf(properties.author?.[0])).toMatch(/./);
  expect(citations.some(({ properties }) => String(properties.url?.[0]).startsWith(`${HOST}/threads/`))).toBe(
    true,
  );
});

test.each(digests)('$path names its editors, its tags and its address', ({ html, path }) => {
  const [entry] = ofType('h-entry', html, path);
  expect(entry?.properties.url?.[0]).toBe(`${HOST}${path}`);
  expect(entry?.properties.author?.map(nameOf).join()).toMatch(/Ottoline Brack|Yusuf Greave/);
  expect(entry?.properties.category?.length).toBeGreaterThan(1);
});

test.each(pages.filter(({ path }) => /^\/(?:$|archive\/|tags\/.)/.test(path)))(
  '$path reads as a feed of digests',
  ({ html, path }) => {
    const [feed, ...others] = ofType('h-feed', html, path);
    expect(others).toEqual([]);
    expect(feed?.properties.name?.[0]).toMatch(/./);
    const entries = (feed?.children ?? []).filter(({ type }) => type?.includes('h-entry'));
    expect(entries.length).toBeGreaterThan(0);
    for (const { properties } of entries) {
      expect(String(properties.url?.[0])).toMatch(`${HOST}/digests/`);
      expect(String(properties.published?.[0])).toMatch(/^2026-/);
      expect(properties.name?.[0]).toMatch(/./);
      expect(properties.summary?.[0]).toMatch(/./);
    }
  },
);

/** At every depth, as properties or as children. */
function ofType(type: string, html: string, path: string): readonly Root[] {
  const found: Root[] = [];
  const waiting: unknown[] = [...mf2(html, { baseUrl: `${HOST}${path}` }).items];
  for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
    if (!isRoot(item)) continue;
    if (item.type?.includes(type)) found.push(item);
    waiting.push(...Object.values(item.properties).flat(), ...(item.children ?? []));
  }
  return found;
}

function isRoot(value: unknown): value is Root {
  return typeof value === 'object' && value !== null && 'properties' in value;
}

function nameOf(author: unknown): string {
  return isRoot(author) ? String(author.properties.name?.[0] ?? author.value) : String(author ?? '');
}
