import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from 'hast';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, inject, test } from 'vitest';
import { attribute, type BuiltPage, builtPages, elementsOf } from './built-page.ts';
import { HARD_BASE, HARD_CONTENT } from './hard-content.ts';
import { HARM } from './hostile-thread.ts';
import { liveHarm } from './live-harm.ts';

const dist = inject('hard');
const pages = builtPages(dist, HARD_BASE);
const thread = (id: string) => pageAt(`${HARD_BASE}/threads/${id}/`);
const digest = pageAt(`${HARD_BASE}/digests/hostile/`);
/** The digests of the hard site that are no drafts. */
const PUBLISHED = Object.keys(HARD_CONTENT).filter((path) => path.startsWith('content/digests/')).length;
const source = JSON.parse(HARD_CONTENT['content/threads/hostile.json'] ?? '') as { posts: unknown[] };

describe('a thread whose every text is hostile', () => {
  test('has the skeleton of the same thread in harmless words', () => {
    expect(skeleton(thread('hostile'))).toEqual(skeleton(thread('tame')));
  });

  test('shows every post, each with its body within it', () => {
    const articles = thread('hostile').elements.filter(({ element }) => isPost(element));
    expect(articles).toHaveLength(source.posts.length);
    const bodies = thread('hostile').elements.filter(({ element }) => hasClass(element, 'e-content'));
    for (const { parent } of bodies) expect(['div', 'details']).toContain(parent?.tagName);
  });

  test('prints the harm as words, so that a reader sees what was written', () => {
    const headings = thread('hostile').elements.filter(({ element }) => element.tagName === 'h1');
    expect(headings.map(({ element }) => element.children)).toEqual([
      [expect.objectContaining({ type: 'text', value: HARM.join(' ') })],
    ]);
    expect(thread('hostile').elements.some(({ element }) => attribute(element, 'id') === 'pwned')).toBe(
      false,
    );
  });

  test('keeps the page’s own ids and classes to the page', () => {
    const { elements } = thread('hostile');
    expect(
      elements
        .filter(({ element }) => attribute(element, 'id') === 'text')
        .map(({ element }) => element.tagName),
    ).toEqual(['main']);
    expect(elements.filter(({ element }) => hasClass(element, 'skip'))).toHaveLength(1);
  });
});

describe('a digest of hostile posts, with a hostile title', () => {
  test('holds each post as one article', () => {
    expect(digest.elements.filter(({ element }) => isPost(element))).toHaveLength(source.posts.length);
  });

  test('tells machines its title in JSON that does not end early', () => {
    const title = HARM.join(' ');
    const data = digest.elements.filter(
      ({ element }) => attribute(element, 'type') === 'application/ld+json',
    );
    expect(data).toHaveLength(1);
    const [text] = data[0]?.element.children ?? [];
    const json = JSON.parse(text?.type === 'text' ? text.value : '') as {
      '@graph': Record<string, unknown>[];
    };
    expect(json['@graph'].map(({ headline }) => headline)).toContain(title);
  });
});

describe('feeds of it', () => {
  const feed = (name: string) => readFileSync(join(dist, name), 'utf8');
  const rss = parseRssFeed(feed('feed.xml')).items ?? [];
  const atom = parseAtomFeed(feed('atom.xml')).entries ?? [];
  const json = parseJsonFeed(feed('feed.json')).items ?? [];
  const bodies = {
    RSS: rss.map(({ content }) => content?.encoded ?? ''),
    Atom: atom.map(({ content }) => content?.value ?? ''),
    JSON: json.map(({ content_html: html }) => html ?? ''),
  };

  test.each(Object.entries(bodies))('carry nothing live in %s', (_, texts) => {
    expect(texts).toHaveLength(PUBLISHED);
    for (const text of texts) {
      expect(text.length).toBeGreaterThan(100);
      expect(liveHarm(elementsOf(text, 'fragment'))).toEqual([]);
    }
  });

  test('carry titles that reading programs show as words', () => {
    const words = HARM.join(' ');
    const titles = rss.map(({ title }) => title);
    expect(titles).toHaveLength(PUBLISHED);
    for (const title of titles) expect(liveHarm(elementsOf(String(title), 'fragment'))).toEqual([]);
    expect(atom.map(({ title }) => title?.type ?? 'text')).toEqual(atom.map(() => 'text'));
    expect(atom.map(({ title }) => title?.value)).toContain(words);
    expect(json.map(({ title }) => title)).toContain(words);
  });
});

test('the site’s hostile name stands in every page as words', () => {
  for (const { elements, path } of pages) {
    const titles = elements.filter(
      ({ element, parent }) => element.tagName === 'title' && parent?.tagName === 'head',
    );
    const [text] = titles[0]?.element.children ?? [];
    expect(titles, path).toHaveLength(1);
    expect(text?.type === 'text' ? text.value : '', path).toContain(
      '</title><script>window.pwned=1</script>',
    );
  }
});

function pageAt(path: string): BuiltPage {
  const page = pages.find((one) => one.path === path);
  if (!page) throw new Error(`${path} was not built; there are ${pages.map((one) => one.path).join(', ')}.`);
  return page;
}

/** What a text may shape: its own body, and how many quotes were counted in all of them. */
const SHAPED = ['e-content', 'facts'];

/** Every other element, with its class, but for hues. */
function skeleton({ html }: BuiltPage): readonly string[] {
  const inside = new Set<Element>();
  return elementsOf(html).flatMap(({ element, parent }) => {
    if ((parent && inside.has(parent)) || SHAPED.some((name) => hasClass(element, name))) {
      inside.add(element);
      return [];
    }
    const classes = (attribute(element, 'className') ?? '').replace(/voice-\d+/, 'voice');
    return [`${element.tagName} ${classes}`];
  });
}

function isPost(element: Element): boolean {
  return element.tagName === 'article' && hasClass(element, 'post');
}

function hasClass(element: Element, name: string): boolean {
  return attribute(element, 'className')?.split(' ').includes(name) ?? false;
}
