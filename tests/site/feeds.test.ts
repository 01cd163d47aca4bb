import { expect, test } from 'vitest';
import { digestFeed, type FeedItem, readableWithoutStyle } from '../../src/site/feeds.ts';
import { settingsSchema } from '../../src/site/settings.ts';

const PAGE = new URL('https://quay.example/notes/digests/ferry/');
const PLACE = {
  settings: settingsSchema.parse({ title: 'Boats & <tides>', description: 'What was said' }),
  site: new URL('https://quay.example'),
  base: '/notes',
};
const QUOTE = `<figure class="quote h-cite voice-7" data-fidelity="abridged" id="quote-3"><figcaption><span class="visually-hidden">Quote from </span><a class="p-author h-card" href="/notes/threads/rfc/#r8"><span class="monogram" aria-hidden="true">PH</span><span class="p-name">Petra Holm</span></a><span class="visually-hidden">, </span><span class="verdict abridged">abridged</span></figcaption><blockquote cite="https://list.example/41" lang="en" dir="auto"><p>It ran <mark class="quoted" id="r8--1-2" data-quoted-by="2">every night</mark><sup class="quoted-by"><a href="#r8-quotes">2</a></sup>.</p></blockquote><p class="visually-hidden">End of quote.</p></figure>`;

const item = (change: Partial<FeedItem> = {}): FeedItem => ({
  title: 'The ferry',
  href: '/notes/digests/ferry/',
  date: '2026-03-11',
  summary: 'A sailing that was not.',
  editors: ['Sanna Ekdahl'],
  tags: [{ name: 'transit', href: '/notes/tags/transit/' }],
  html: QUOTE,
  ...change,
});

test('a quote reads in words where there is no style', () => {
  expect(readableWithoutStyle(QUOTE, PAGE, ':')).toBe(
    '<figure><figcaption><span>Quote from </span><a href="https://quay.example/notes/threads/rfc/#r8"><span>Petra Holm</span></a><span>, </span><span>abridged</span>:</figcaption><blockquote cite="https://list.example/41" lang="en" dir="auto"><p>It ran every night.</p></blockquote><p>End of quote.</p></figure>',
  );
});

test('addresses are whole: those of this site, of this page, and elsewhere', () => {
  const html = '<p><a href="/x/">a</a><a href="#note">b</a><a href="mailto:a@quay.example">c</a></p>';
  expect(readableWithoutStyle(html, PAGE, ':')).toBe(
    '<p><a href="https://quay.example/x/">a</a><a href="https://quay.example/notes/digests/ferry/#note">b</a><a href="mailto:a@quay.example">c</a></p>',
  );
});

test('all three feeds hold the whole text, its author and the addresses of the site below its base path', () => {
  const feed = digestFeed([item()], PLACE, 'html');
  for (const text of [feed.rss2(), feed.atom1(), JSON.parse(feed.json1()).items[0].content_html]) {
    expect(text).toContain('It ran every night.');
  }
  expect(feed.rss2()).toContain('<link>https://quay.example/notes/digests/ferry/</link>');
  expect(feed.atom1()).toContain('<link rel="self" href="https://quay.example/notes/atom.xml"/>');
  expect(feed.atom1()).toContain('<name>Sanna Ekdahl</name>');
  expect(JSON.parse(feed.json1())).toMatchObject({ feed_url: 'https://quay.example/notes/feed.json' });
});

test('a digest without editors is carried without an author', () => {
  const feed = digestFeed([item({ editors: [] })], PLACE, 'html');
  expect(feed.rss2()).toContain('<title><![CDATA[The ferry]]></title>');
  expect(feed.atom1()).not.toContain('<author>');
  expect(JSON.parse(feed.json1()).items[0]).toMatchObject({ title: 'The ferry' });
  expect(JSON.parse(feed.json1()).items[0]).not.toHaveProperty('author');
});

test('what the XML cannot hold does not break it', () => {
  const feed = digestFeed(
    [item({ title: 'A ]]> <b>&', html: '<p>a[b[0]]>1 \u0001\u{b}</p>', tags: [{ name: 'c<d', href: '/' }] })],
    PLACE,
    'html',
  );
  for (const xml of [feed.rss2(), feed.atom1()]) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    const markup = xml.replaceAll(/<!\[CDATA\[[\s\S]*?\]\]>/g, '');
    expect(markup).not.toContain(']]>');
    expect(markup).not.toMatch(/="[^"]*<[^"]*"/);
  }
});

test('the same digests give the same bytes, and the date is that of the newest', () => {
  const items = [item(), item({ title: 'Older', href: '/notes/digests/older/', date: '2025-01-01' })];
  expect(digestFeed(items, PLACE, 'html').atom1()).toBe(digestFeed(items, PLACE, 'html').atom1());
  expect(digestFeed(items, PLACE, 'html').atom1()).toContain('<updated>2026-03-11T00:00:00.000Z</updated>');
  expect(digestFeed([], PLACE, 'html').rss2()).toContain('<title>Boats &amp; &lt;tides&gt;</title>');
});

test('a title is said as it stands, to readers that take it for HTML too', () => {
  const items = [item({ title: 'Tides < boats & <b>' })];
  expect(digestFeed(items, PLACE, 'html').atom1()).toContain('<![CDATA[Tides &lt; boats &amp; &lt;b&gt;]]>');
  expect(JSON.parse(digestFeed(items, PLACE, 'plain').json1()).items[0].title).toBe('Tides < boats & <b>');
});
