import jsonld, { type JsonLdDocument } from 'jsonld';
import { describe, expect, inject, test } from 'vitest';
import { attribute, type BuiltPage, builtPages } from './built-page.ts';
import { HARD_BASE } from './hard-content.ts';

interface Thing {
  readonly '@type': string;
  readonly [term: string]: unknown;
}

const sites = [
  { name: 'at the root', dist: inject('example'), base: '', host: 'https://quotidian.example' },
  { name: 'below a path', dist: inject('hard'), base: HARD_BASE, host: 'https://quay.example' },
];

/** What schema.org's own context does to the terms in use: the rest of it need not be fetched. */
const CONTEXT = {
  '@vocab': 'https://schema.org/',
  url: { '@type': '@id' },
  item: { '@type': '@id' },
  image: { '@type': '@id' },
  isBasedOn: { '@type': '@id' },
  mainEntityOfPage: { '@type': '@id' },
};

describe.each(sites)('a site $name', ({ dist, base, host }) => {
  const pages = builtPages(dist, base);
  const ofKind = (kind: string) =>
    pages.filter(({ path }) => path.startsWith(`${base}/${kind}/`) && /\/[^/]+\/[^/]+\/$/.test(path));

  test.each(pages)('$path: a JSON-LD processor reads what it tells, every address whole', async (page) => {
    for (const text of textsOf(page)) {
      const data = JSON.parse(text) as JsonLdDocument;
      const documentLoader = async (address: string) => ({
        documentUrl: address,
        document: { '@context': CONTEXT },
      });
      const read = await jsonld.expand(data, { documentLoader });
      const ids = [...JSON.stringify(read).matchAll(/"@id":"([^"]*)"/g)].map(([, id = '']) => id);
      expect(ids.length).toBeGreaterThan(0);
      for (const id of ids) expect(id).toMatch(/^https?:\/\//);
    }
  });

  test.each(ofKind('digests'))('$path says which of its quotes are whose, as the page does', (page) => {
    const article = thingOf(page, 'Article');
    const quotations = article.hasPart as readonly Thing[];
    for (const { url, text, creator } of quotations) {
      const id = String(url).split('#')[1] ?? '';
      const quote = page.elements.find(({ element }) => attribute(element, 'id') === id);
      expect(quote, id).toBeDefined();
      expect(attribute(quote?.element as never, 'dataFidelity')).toMatch(/^(?:verbatim|abridged)$/);
      expect(text).toMatch(/./);
      expect(page.html).toContain(escaped(String((creator as Thing).name)));
    }
  });

  test.each(ofKind('digests'))(
    '$path says where it stands among the pages, each of which is there',
    (page) => {
      const trail = thingOf(page, 'BreadcrumbList').itemListElement as readonly Thing[];
      const paths = trail.map(({ item }) => String(item).slice(host.length));
      expect(paths[0]).toBe(`${base}/`);
      expect(paths.at(-1)).toBe(page.path);
      for (const path of paths) expect(pages.map((one) => one.path)).toContain(path);
    },
  );

  test('threads tell of posts that are there, and of none that is gone or closed', () => {
    const threads = pages.filter(({ path }) => /\/threads\/[^/]+\/$/.test(path));
    let told = 0;
    for (const page of threads) {
      const closed = idsOf(page, ({ element }) => attribute(element, 'dataState') !== undefined);
      const posts = idsOf(page, ({ element }) => element.tagName === 'article');
      for (const { url } of commentsOf(thingOf(page, 'DiscussionForumPosting'))) {
        const id = String(url).split('#')[1] ?? '';
        expect(posts).toContain(id);
        expect(closed).not.toContain(id);
        told += 1;
      }
    }
    expect(told).toBeGreaterThan(10);
  });
});

test('the home page tells machines how the site is searched, at a page that is there', () => {
  const pages = builtPages(inject('example'));
  const home = pages.find(({ path }) => path === '/');
  const action = thingOf(home as BuiltPage, 'WebSite').potentialAction as { target: { urlTemplate: string } };
  expect(action.target.urlTemplate).toBe('https://quotidian.example/search/?q={search_term_string}');
  expect(pages.map(({ path }) => path)).toContain('/search/');
});

function textsOf({ elements }: BuiltPage): readonly string[] {
  return elements.flatMap(({ element }) =>
    attribute(element, 'type') === 'application/ld+json'
      ? element.children.flatMap((child) => (child.type === 'text' ? [child.value] : []))
      : [],
  );
}

function thingOf(page: BuiltPage, type: string): Thing {
  const [text = '{}'] = textsOf(page);
  const { '@graph': things = [] } = JSON.parse(text) as { '@graph'?: readonly Thing[] };
  const thing = things.find((one) => one['@type'] === type);
  if (!thing) throw new Error(`${page.path} tells of no ${type}.`);
  return thing;
}

function commentsOf({ comment = [] }: Thing): readonly Thing[] {
  return (comment as readonly Thing[]).flatMap((one) => [one, ...commentsOf(one)]);
}

function idsOf(
  { elements }: BuiltPage,
  isMeant: (placed: BuiltPage['elements'][number]) => boolean,
): readonly string[] {
  return elements.filter(isMeant).flatMap(({ element }) => attribute(element, 'id') ?? []);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
