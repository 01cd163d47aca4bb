import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { embedOf } from '../../src/site/embed.ts';
import type { Quotation } from '../../src/site/quotations.ts';
import { settingsSchema } from '../../src/site/settings.ts';

const place = (lang = 'en') => ({
  site: new URL('https://quay.example'),
  base: '/',
  settings: settingsSchema.parse({ title: 'Quay & <sons>', lang }),
});
const DIGEST = { slug: 'ferry', title: 'The <b>ferry</b>', editors: ['Sanna Ekdahl'], lang: 'en' };
const QUOTATION: Quotation = {
  anchor: 'quote-2',
  paragraphs: ['The timetable says <07:40>.', 'The ferry says otherwise.'],
  author: { name: 'Ines <script>', monogram: 'I', voice: 3 },
  published: '2026-03-03T08:00:00Z',
  href: '/threads/ferry/#a--0-4',
};

test('a digest is embedded by a quote of it, whose it is, and the way to it', () => {
  const embed = embedOf(DIGEST, [QUOTATION], true, place());
  expect(embed).toMatchObject({
    version: '1.0',
    type: 'rich',
    title: 'The <b>ferry</b>',
    author_name: 'Sanna Ekdahl',
    provider_url: 'https://quay.example/',
    width: expect.any(Number),
    height: expect.any(Number),
    thumbnail_url: 'https://quay.example/digests/ferry/card.png',
    thumbnail_width: 1200,
    thumbnail_height: 630,
  });
  expect(embed.html).toContain('cite="https://quay.example/digests/ferry/#quote-2"');
  expect(embed.html).toContain('3 March 2026. <a href="https://quay.example/digests/ferry/#quote-2">');
});

test('what is embedded runs nothing, asks for nothing, and prints what people wrote as they wrote it', () => {
  const { html } = embedOf(DIGEST, [QUOTATION], false, place());
  const tags = new Set<string>();
  let text = '';
  visit(fromHtml(String(html), { fragment: true }), (node) => {
    if (node.type === 'element') tags.add(node.tagName);
    if (node.type === 'text') text += node.value;
  });
  expect([...tags].toSorted()).toEqual(['a', 'blockquote', 'p']);
  expect(text).toContain('The timetable says <07:40>.');
  expect(text).toContain('Ines <script>, 3 March 2026. The <b>ferry</b>, Quay & <sons>');
});

test('the date is said in the language of the site', () => {
  expect(embedOf(DIGEST, [QUOTATION], false, place('de')).html).toContain('3. März 2026');
});

test('a digest without a quote that may leave its page is embedded as a link', () => {
  const embed = embedOf(DIGEST, [], false, place());
  expect(embed).toMatchObject({ version: '1.0', type: 'link', title: 'The <b>ferry</b>' });
  for (const name of ['html', 'width', 'height', 'thumbnail_url']) expect(embed).not.toHaveProperty(name);
});
