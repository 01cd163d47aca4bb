import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { parsePlain } from '../../src/bodies/plain.ts';
import { quotesIn } from '../../src/bodies/text.ts';
import { parseDigest } from '../../src/markdown/digest-syntax.ts';
import { embeddedPosts } from '../../src/markdown/embedded-posts.ts';
import { type DigestReading, readDigest } from '../../src/markdown/read-digest.ts';
import { normalForm } from '../../src/quotes/normal.ts';
import { digestFiles, parseDigestFile } from '../../src/site/digest-files.ts';
import { openLibrary } from '../../src/site/library.ts';
import { openBrowser } from '../site/browser.ts';
import { attribute, builtMails } from './built-page.ts';
import { HARD_BASE } from './hard-content.ts';

const GMAIL_SHOWS = 102_000;
const example = inject('example');
const mails = [...builtMails(example), ...builtMails(inject('hard'), HARD_BASE)];
/** What the standard forbids and mails need: styles in elements, and layout by attributes. */
const mailRules = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: { 'no-inline-style': 'off', 'no-deprecated-attr': 'off', 'no-conditional-comment': 'off' },
});

test('there are mails of digests and of issues', () => {
  expect(mails.filter(({ path }) => /\/digests\/[^/]+\/email\.html$/.test(path)).length).toBeGreaterThan(4);
  expect(mails.some(({ path }) => /\/issues\/\d+\/email\.html$/.test(path))).toBe(true);
});

describe.each(mails)('$path', ({ html, elements }) => {
  test('is short enough to be shown whole', () => {
    expect(Buffer.byteLength(html)).toBeLessThan(GMAIL_SHOWS);
  });

  test('is valid, but for what mails need', async () => {
    const { results } = await mailRules.validateString(html);
    const errors = results.flatMap(({ messages }) => messages).filter(({ severity }) => severity === 2);
    const said = errors.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`);
    expect([...new Set(said)].slice(0, 20)).toEqual([]);
  });

  test('runs and loads nothing, and is not for search engines', () => {
    const names = new Set(elements.map(({ element }) => element.tagName));
    const active = ['script', 'img', 'link', 'iframe', 'form', 'object', 'video', 'audio', 'svg'];
    expect(active.filter((name) => names.has(name))).toEqual([]);
    const styles = elements.flatMap(({ element }) => attribute(element, 'style') ?? []);
    expect(styles.filter((style) => /url\(|@import|expression/i.test(style))).toEqual([]);
    expect(html).toContain('<meta name="robots" content="noindex">');
    const handlers = elements.flatMap(({ element }) =>
      Object.keys(element.properties).filter((name) => /^on/i.test(name)),
    );
    expect(handlers).toEqual([]);
  });

  test('gives every address whole', () => {
    const addresses = elements.flatMap(({ element }) => [
      ...(attribute(element, 'href')?.split(' ') ?? []),
      ...(attribute(element, 'cite')?.split(' ') ?? []),
    ]);
    expect(addresses.length).toBeGreaterThan(2);
    // Footnotes lead within the mail.
    expect(addresses.filter((address) => !/^(?:https?:\/\/|mailto:|#)/.test(address))).toEqual([]);
  });

  test('says who speaks before each quote that it traced', () => {
    const quotes = elements.filter(({ element }) => element.tagName === 'blockquote');
    for (const { parent } of quotes) {
      const before = parent?.children.find((child) => child.type === 'element');
      expect(before?.type === 'element' && attribute(before, 'className')).toBe('who');
    }
  });
});

describe.each([
  { site: 'at the root', dist: example, base: '', host: 'https://quotidian.example' },
  { site: 'below a path', dist: inject('hard'), base: HARD_BASE, host: 'https://quay.example' },
])('a site $site', ({ dist, base, host }) => {
  test('is where its mails lead', () => {
    const own = builtMails(dist, base)
      .flatMap(({ elements }) => elements.flatMap(({ element }) => attribute(element, 'href') ?? []))
      .filter((address) => address.startsWith(`${host}/`))
      .map((address) => decodeURI(new URL(address).pathname));
    expect(own.length).toBeGreaterThan(10);
    const lost = own.filter(
      (path) => !path.startsWith(`${base}/`) || !existsSync(join(dist, path.slice(base.length))),
    );
    expect(lost).toEqual([]);
  });
});

describe.each(['light', 'dark'] as const)('in a %s browser', (colorScheme) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  test('a mail fits a telephone and keeps to its own policy', async () => {
    const page = await browser.newPage({ colorScheme, viewport: { width: 320, height: 640 } });
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    for (const { html, path } of builtMails(example)) {
      await page.setContent(html);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide, path).toBeLessThanOrEqual(0);
      const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(paper, path).toBe(colorScheme === 'light' ? 'rgb(252, 250, 246)' : 'rgb(23, 20, 17)');
    }
    expect(complaints).toEqual([]);
    await page.close();
  });
});

const root = inject('exampleProject');
const library = openLibrary(root, 200);
const digests = digestFiles(root).map((file) => ({ ...parseDigestFile(file), slug: file.slug }));

describe.each(digests)('the digest $slug', ({ slug, body, data: { threads, title } }) => {
  const evidence = library.evidence(threads);
  const written = readDigest(parseDigest(body), evidence);
  const read = (ending: string) => readFileSync(join(example, `digests/${slug}.${ending}`), 'utf8');

  test('is a digest again when its Markdown is read, and every quote found as it was', () => {
    const again = readDigest(parseDigest(read('md')), evidence);
    expect(again.problems).toEqual([]);
    const whole = (reading: DigestReading) => reading.quotes.map(({ fidelity }) => fidelity);
    const sources = placesOf(again);
    expect(sources).toEqual(expect.arrayContaining([...placesOf(written)]));
    expect(whole(again).filter((fidelity) => fidelity === 'altered' || fidelity === 'unsourced')).toEqual(
      whole(written).filter((fidelity) => fidelity === 'altered' || fidelity === 'unsourced'),
    );
    expect(again.quotes.filter(({ misattributed }) => misattributed !== undefined)).toEqual([]);
    // A whole post is a quote there.
    expect(again.quotes.length).toBeGreaterThanOrEqual(written.quotes.length + written.embeds.length);
  });

  test('is read from its plain text by the reader of mails with the same quotes', () => {
    const found = quotesIn(parsePlain(read('txt')));
    const quotes = found.map(({ text }) => normalForm(text).text);
    const block = written.quotes.filter(({ node }) => node).map(({ text }) => normalForm(text).text);
    expect(block.filter((text) => !quotes.includes(text))).toEqual([]);
    const posts = written.embeds.flatMap((embed) => embeddedPosts(embed, evidence));
    const outermost = written.quotes.filter(({ node, depth }) => node && depth === 1).length + posts.length;
    expect(found.filter(({ depth }) => depth === 1).length).toBe(outermost);
  });

  test('has no line of plain text that is too wide, but for addresses, code and tables', () => {
    const lines = read('txt').split('\n');
    expect(lines[0]).toBe(title);
    const wide = lines.filter((line) => line.length > 72 && !line.includes('://'));
    expect(wide.filter((line) => !/^(?:> ?)* {4}/.test(line))).toEqual([]);
    expect(lines.filter((line) => / $/.test(line) || line === '--')).toEqual([]);
  });

  test('tells of its editions in the head of its page', () => {
    const html = readFileSync(join(example, `digests/${slug}/index.html`), 'utf8');
    expect(html).toContain(`href="/digests/${slug}.txt"`);
    expect(html).toContain(`href="/digests/${slug}.md"`);
    expect(html).toContain(`href="/digests/${slug}/email.html"`);
    expect(readFileSync(join(example, 'sitemap-0.xml'), 'utf8')).not.toContain('email');
  });
});

function placesOf({ quotes }: DigestReading): readonly string[] {
  return quotes.flatMap(({ source }) =>
    source ? [`${source.thread}#${source.post} ${source.start}-${source.end}`] : [],
  );
}
