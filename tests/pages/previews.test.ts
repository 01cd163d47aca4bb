import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import openGraph from 'open-graph-scraper';
import { describe, expect, inject, test } from 'vitest';
import { attribute, builtFiles, builtPages } from './built-page.ts';
import { HARD_BASE } from './hard-content.ts';

const sites = [
  { name: 'at the root', dist: inject('example'), base: '', host: 'https://quotidian.example' },
  { name: 'below a path', dist: inject('hard'), base: HARD_BASE, host: 'https://quay.example' },
];

describe.each(sites)('a site $name', ({ dist, base, host }) => {
  const pages = builtPages(dist, base).filter(({ path }) => path.endsWith('/'));
  const digests = pages.filter(({ path }) => path.startsWith(`${base}/digests/`));
  const fileOf = (address: string) => join(dist, new URL(address).pathname.slice(base.length));

  test('has digests to preview', () => {
    expect(digests.length).toBeGreaterThan(2);
  });

  test.each(pages)(
    '$path is previewed by a picture that is there, with its size and its words',
    async (page) => {
      const { result } = await openGraph({ html: page.html });
      const [image] = result.ogImage ?? [];
      expect(result).toMatchObject({
        twitterCard: 'summary_large_image',
        ogTitle: expect.stringMatching(/./),
      });
      expect(image).toMatchObject({ width: '1200', height: '630', type: 'image/png' });
      expect(image?.alt).toMatch(/./);
      expect(image?.url).toMatch(`${host}${base}/`);
      const png = readFileSync(fileOf(image?.url ?? ''));
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    },
  );

  test.each(digests)(
    '$path says where it can be embedded from, and how',
    async ({ elements, path, html }) => {
      const [link] = elements.flatMap(({ element }) =>
        attribute(element, 'type') === 'application/json+oembed' ? [attribute(element, 'href') ?? ''] : [],
      );
      expect(link).toBe(`${host}${path}oembed.json`);
      const embed = JSON.parse(readFileSync(fileOf(link ?? ''), 'utf8')) as Record<string, unknown>;
      expect(embed).toMatchObject({ version: '1.0', type: expect.stringMatching(/^(?:rich|link)$/) });
      expect(existsSync(fileOf(String(embed.thumbnail_url)))).toBe(true);
      if (embed.type !== 'rich') return;
      const [, cite = ''] = /cite="([^"]+)"/.exec(String(embed.html)) ?? [];
      expect(cite).toMatch(`${host}${path}#`);
      expect(html).toContain(`id="${cite.split('#')[1]}"`);
      expect(embed.html).not.toMatch(/<script|<iframe|<img|style=/);
    },
  );
});

test('the card of each digest of the example shows somebody’s words, and each another’s', async () => {
  const said = builtPages(inject('example'))
    .filter(({ path }) => path.startsWith('/digests/') && path.endsWith('/'))
    .map(({ elements }) =>
      elements.flatMap(({ element }) =>
        attribute(element, 'property') === 'og:image:alt' ? [attribute(element, 'content')] : [],
      ),
    );
  for (const [alt] of said) expect(alt).toMatch(/^[^:]+: “.+”$/s);
  expect(new Set(said.flat()).size).toBe(said.length);
});

test('a site has as many cards as digests, and its own', () => {
  for (const { dist } of sites) {
    const files = builtFiles(dist);
    const digests = files.filter((name) => /^digests\/[^/]+\/index\.html$/.test(name));
    expect(files.filter((name) => /(?:^|\/)card\.png$/.test(name))).toHaveLength(digests.length + 1);
  }
});
