import { expect, test } from 'vitest';
import { atomFeed, type FeedItem, jsonFeed, readableWithoutStyle, rssFeed } from '../../src/site/feeds.ts';
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
  lang: 'en',
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

const WRITERS = { RSS: rssFeed, Atom: atomFeed, JSON: jsonFeed };

test.each(Object.entries(WRITERS))(
  '%s holds the whole text and every editor, below the base path',
  (_, write) => {
    const text = write([item({ editors: ['Sanna Ekdahl', 'Bo Lindqvist'] })], PLACE);
    for (const words of ['It ran every night.', 'Sanna Ekdahl', 'Bo Lindqvist'])
      expect(text).toContain(words);
    expect(text).toContain('https://quay.example/notes/digests/ferry/');
  },
);

test('each feed says where it stands itself', () => {
  expect(rssFeed([item()], PLACE)).toContain(
    '<atom:link href="https://quay.example/notes/feed.xml" rel="self"',
  );
  expect(atomFeed([item()], PLACE)).toContain('<link href="https://quay.example/notes/atom.xml" rel="self"');
  expect(JSON.parse(jsonFeed([item()], PLACE))).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    feed_url: 'https://quay.example/notes/feed.json',
  });
});

test('a feed of a tag names the tag, and stands and leads where the tag does', () => {
  const place = { ...PLACE, tag: { name: 'Open data', href: '/notes/tags/open-data/' } };
  expect(JSON.parse(jsonFeed([item()], place))).toMatchObject({
    title: 'Boats & <tides>: Open data',
    home_page_url: 'https://quay.example/notes/tags/open-data/',
    feed_url: 'https://quay.example/notes/tags/open-data/feed.json',
  });
  expect(atomFeed([item()], place)).toContain('<id>https://quay.example/notes/tags/open-data/</id>');
});

test('what the XML cannot hold does not break it', () => {
  const items = [
    item({ title: 'A ]]> <b>&', html: '<p>a[b[0]]>1 \u0001\u{b}</p>', tags: [{ name: 'c<d', href: '/' }] }),
  ];
  for (const xml of [rssFeed(items, PLACE), atomFeed(items, PLACE)]) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    const markup = xml.replaceAll(/<!\[CDATA\[[\s\S]*?\]\]>/g, '');
    expect(markup).not.toContain(']]>');
    expect(markup).not.toMatch(/="[^"]*<[^"]*"/);
  }
});

test.each(Object.entries(WRITERS))('the same digests give the same bytes in %s', (_, write) => {
  const items = [item(), item({ title: 'Older', href: '/notes/digests/older/', date: '2025-01-01' })];
  expect(write(items, PLACE)).toBe(write(items, PLACE));
});

test('the date of a feed is that of its newest digest', () => {
  const items = [item(), item({ title: 'Older', href: '/notes/digests/older/', date: '2025-01-01' })];
  expect(atomFeed(items, PLACE)).toMatch(/<updated>2026-03-11T00:00:00.000Z<\/updated>\s*<entry>/);
  expect(rssFeed(items, PLACE)).toContain('<lastBuildDate>Wed, 11 Mar 2026 00:00:00 GMT</lastBuildDate>');
  expect(rssFeed([], PLACE)).toMatch(/<title>\s*(?:<!\[CDATA\[)?Boats &amp; &lt;tides&gt;/);
});

test.each(Object.entries(WRITERS))('%s holds a digest without editors', (_, write) => {
  expect(write([item({ editors: [] })], PLACE)).toContain('The ferry');
});

test('every entry of Atom has an author, as RFC 4287 wants: the editors, or the site', () => {
  const editors = [{ name: 'Sanna Ekdahl', url: 'https://quay.example/sanna' }];
  const without = { ...PLACE, settings: settingsSchema.parse({ title: 'Quay' }) };
  const within = { ...PLACE, settings: settingsSchema.parse({ title: 'Quay', editors }) };
  expect(atomFeed([item({ editors: [] })], without)).toMatch(/<feed[^>]*>\s*<author>\s*<name>Quay/);
  expect(atomFeed([item({ editors: [] })], within)).toContain('<uri>https://quay.example/sanna</uri>');
});

test('a title is said as it stands, to readers that take it for HTML and to those that do not', () => {
  const items = [item({ title: 'Tides < boats & <b>' })];
  expect(rssFeed(items, PLACE)).toContain('Tides &lt; boats &amp; &lt;b&gt;]]>');
  expect(atomFeed(items, PLACE)).toMatch(/<title type="text">\s*<!\[CDATA\[Tides < boats & <b>\]\]>/);
  expect(JSON.parse(jsonFeed(items, PLACE)).items[0].title).toBe('Tides < boats & <b>');
});

test('a digest in another language than the site says so, in its text and in JSON', () => {
  const [entry] = JSON.parse(jsonFeed([item({ lang: 'ar' })], PLACE)).items;
  expect(entry).toMatchObject({ language: 'ar' });
  expect(entry.content_html).toMatch(/^<div lang="ar" dir="rtl">/);
});

test('what only leads about on the page is left out', () => {
  const html = '<p>One.</p><div><a class="onward" href="#quote-2">Next quote</a></div>';
  expect(readableWithoutStyle(html, PAGE, ':')).toBe('<p>One.</p><div></div>');
});
