import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { attribute, type BuiltPage, builtPages } from './built-page.ts';
import { HARD_BASE } from './hard-content.ts';

const sites = [
  { name: 'at the root', dist: inject('example'), base: '', host: 'https://quotidian.example' },
  { name: 'below a path', dist: inject('hard'), base: HARD_BASE, host: 'https://quay.example' },
];

describe.each(sites)('a site $name', ({ dist, base, host }) => {
  const pages = builtPages(dist, base);
  const idsOf = new Map(pages.map(({ path, elements }) => [path, idsIn(elements)]));

  test('has pages of every kind', () => {
    const kinds = ['/', '/threads/', '/archive/', '/tags/', '/404.html'].map((path) => `${base}${path}`);
    expect([...idsOf.keys()]).toEqual(expect.arrayContaining(kinds));
    expect(pages.filter(({ path }) => path.startsWith(`${base}/digests/`)).length).toBeGreaterThan(1);
  });

  test('gives no id twice on a page', () => {
    const twice = pages.flatMap(({ path, elements }) => {
      const ids = elements.flatMap(({ element }) => attribute(element, 'id') ?? []);
      return ids.filter((id, n) => ids.indexOf(id) !== n).map((id) => `${path}#${id}`);
    });
    expect(twice).toEqual([]);
  });

  test('links to its own pages and files only where they are, and to fragments only where they are', () => {
    const broken = pages.flatMap((page) =>
      internalAddresses(page, host)
        .filter((address) => !leadsSomewhere(address))
        .map((address) => `${page.path} → ${address}`),
    );
    expect(broken).toEqual([]);
    expect(pages.flatMap((page) => internalAddresses(page, host)).length).toBeGreaterThan(100);
  });

  test('names as the source of a quote a post that stands in that thread', () => {
    const sources = pages.flatMap(({ elements }) =>
      elements.flatMap(({ element }) => attribute(element, 'dataSource') ?? []),
    );
    expect(sources.length).toBeGreaterThan(10);
    expect(sources.filter((source) => !isPost(source))).toEqual([]);
  });

  test('names only pages that are there in its sitemap', () => {
    const sitemap = readFileSync(join(dist, 'sitemap-0.xml'), 'utf8');
    const named = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => String(address));
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((address) => !leadsSomewhere(address.slice(host.length)))).toEqual([]);
  });

  function leadsSomewhere(address: string): boolean {
    const [path = '', fragment] = address.split(':~:')[0]?.split('#') ?? [];
    const ids = idsOf.get(path);
    if (!ids) return path.startsWith(`${base}/`) && existsSync(join(dist, path.slice(base.length)));
    return !fragment || ids.has(decodeURIComponent(fragment));
  }

  function isPost(source: string): boolean {
    const [thread = '', post] = source.split('#');
    const file = join(dist, 'threads', `${thread}.json`);
    if (!existsSync(file)) return false;
    const { posts } = JSON.parse(readFileSync(file, 'utf8')) as { posts: { id: string }[] };
    return posts.some(({ id }) => id === post);
  }
});

const ADDRESSES = ['href', 'src', 'cite', 'action'] as const;

/** What a page asks of its own site, as paths: relative addresses and those that name the site's own host. */
function internalAddresses({ path, elements }: BuiltPage, host: string): readonly string[] {
  return elements.flatMap(({ element }) =>
    ADDRESSES.flatMap((name) => {
      const address = attribute(element, name);
      const whole = address === undefined ? null : URL.parse(address, `${host}${path}`);
      return whole?.origin === host && whole.protocol.startsWith('http') && isOurs(whole, path)
        ? [`${decodeURI(whole.pathname)}${whole.hash}`]
        : [];
    }),
  );
}

/** The 404 page stands nowhere in particular, and says in its canonical address where it was asked for. */
function isOurs({ pathname }: URL, path: string): boolean {
  return !(path.endsWith('/404.html') && pathname.endsWith('/404/'));
}

function idsIn(elements: BuiltPage['elements']): ReadonlySet<string> {
  return new Set(elements.flatMap(({ element }) => attribute(element, 'id') ?? []));
}
