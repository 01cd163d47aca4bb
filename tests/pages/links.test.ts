import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { attribute, type BuiltPage, builtFiles, builtPages } from './built-page.ts';
import { HARD_BASE } from './hard-content.ts';

const sites = [
  { name: 'at the root', dist: inject('example'), base: '', host: 'https://quotidian.example' },
  { name: 'below a path', dist: inject('hard'), base: HARD_BASE, host: 'https://quay.example' },
];

/** What machines and mail programs read, and how many addresses there are in it at the least. */
const KINDS_OF_FILES = [
  { kind: 'feeds', pattern: /(?:feed|atom)\.(?:xml|json)$/, least: 20 },
  { kind: 'sitemaps', pattern: /^sitemap-.*\.xml$/, least: 4 },
  { kind: 'robots.txt', pattern: /^robots\.txt$/, least: 1 },
  { kind: 'oEmbed answers', pattern: /oembed\.json$/, least: 4 },
  { kind: 'mails', pattern: /email\.html$/, least: 2 },
  { kind: 'text editions', pattern: /^(?:digests|issues)\/.*\.(?:txt|md)$/, least: 4 },
] as const;

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
      internalAddresses(page, host, base)
        .filter((address) => !leadsSomewhere(address))
        .map((address) => `${page.path} → ${address}`),
    );
    expect(broken).toEqual([]);
    expect(pages.flatMap((page) => internalAddresses(page, host, base)).length).toBeGreaterThan(100);
  });

  test('names as the source of a quote a post that stands in that thread', () => {
    const sources = pages.flatMap(({ elements }) =>
      elements.flatMap(({ element }) => attribute(element, 'dataSource') ?? []),
    );
    expect(sources.length).toBeGreaterThan(10);
    expect(sources.filter((source) => !isPost(source))).toEqual([]);
  });

  test('tells machines of its own addresses in a page only where they are', () => {
    const told = pages.flatMap((page) =>
      addressesIn(toldToMachines(page), host)
        .filter((address) => isOurs({ pathname: address }, page.path))
        .map((address) => ({ path: page.path, address })),
    );
    expect(told.length).toBeGreaterThan(pages.length);
    const broken = told.filter(({ address }) => !leadsSomewhere(address));
    expect(broken.map(({ path, address }) => `${path} → ${address}`)).toEqual([]);
  });

  test.each(KINDS_OF_FILES)('names its own addresses in $kind only where they are', ({ pattern, least }) => {
    const files = builtFiles(dist).filter((name) => pattern.test(name) && !EXPORTED.test(name));
    const named = files.flatMap((name) =>
      addressesIn(readFileSync(join(dist, name), 'utf8'), host).map((address) => ({ name, address })),
    );
    expect(named.length).toBeGreaterThanOrEqual(least);
    // Search engines are not led to threads and people: these are for those who come by a digest.
    const left = new RegExp(`^${host}${base}/(?:threads/.|people)`);
    const inSitemap = named.filter(({ name }) => name.startsWith('sitemap'));
    expect(inSitemap.filter(({ address }) => left.test(address))).toEqual([]);
    const broken = named.filter(({ address }) => !leadsSomewhere(address));
    expect(broken.map(({ name, address }) => `${name} → ${address}`)).toEqual([]);
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

/** What the head and JSON-LD of a page say, a line each; `@id` only names a thing, and need not lead anywhere. */
function toldToMachines({ elements }: BuiltPage): string {
  const lines = elements.map(({ element: { tagName, properties, children } }) => {
    if (tagName === 'meta') return String(properties.content ?? '');
    if (properties.type !== 'application/ld+json') return '';
    const [data] = children;
    return data && 'value' in data ? data.value.replaceAll(/"@id":"[^"]*"/g, '') : '';
  });
  return lines.join('\n');
}

/** A thread's data says what its export said, addresses and all. */
const EXPORTED = /^threads\/[^/]+\.json$/;

/** An address of that host wherever it stands in a text, as a path: between quotes, brackets or spaces. */
function addressesIn(text: string, host: string): readonly string[] {
  return [...text.matchAll(/https:\/\/[^\s"'<>()[\]\\]+/g)].flatMap(([address]) => {
    const whole = URL.parse(address.replaceAll('&amp;', '&'));
    return whole?.origin === host ? [`${decodeURI(whole.pathname)}${whole.hash}`] : [];
  });
}

/**
 * What a page asks of its own site, as paths: relative addresses and those that name the site's own host. Participants'
 * links (`ugc`) may lead to what else that host holds.
 */
function internalAddresses({ path, elements }: BuiltPage, host: string, base: string): readonly string[] {
  return elements.flatMap(({ element }) =>
    ADDRESSES.flatMap((name) => {
      const address = attribute(element, name);
      const whole = address === undefined ? null : URL.parse(address, `${host}${path}`);
      const elsewhere = attribute(element, 'rel')?.includes('ugc') && !whole?.pathname.startsWith(`${base}/`);
      return whole?.origin === host && !elsewhere && isOurs(whole, path)
        ? [`${decodeURI(whole.pathname)}${whole.hash}`]
        : [];
    }),
  );
}

/** The 404 page stands nowhere in particular, and says in its canonical address where it was asked for. */
function isOurs({ pathname }: Pick<URL, 'pathname'>, path: string): boolean {
  return !(path.endsWith('/404.html') && pathname.endsWith('/404/'));
}

function idsIn(elements: BuiltPage['elements']): ReadonlySet<string> {
  return new Set(elements.flatMap(({ element }) => attribute(element, 'id') ?? []));
}
