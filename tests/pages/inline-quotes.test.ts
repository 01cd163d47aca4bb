import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from '../site/browser.ts';
import { HARD_BASE } from './hard-content.ts';
import { SENTENCES } from './sentences-thread.ts';
import { type Served, serve } from './serve.ts';

let served: Served;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  served = await serve(inject('hard'), HARD_BASE);
  browser = await openBrowser();
  page = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
  served?.close();
});

describe.each([`${HARD_BASE}/threads/${SENTENCES}/`, `${HARD_BASE}/digests/${SENTENCES}/`])('%s', (path) => {
  test('a quotation in a sentence leads to its passage, under the quotation marks of its writer', async () => {
    await page.goto(`${served.origin}${path}`);
    const post = page.locator('#k2');
    expect(await post.locator('.e-content').innerText()).toMatch(
      /“[^“”]*The key hangs on a nail behind the door[^“”]*”/,
    );
    const pieces = await post.locator('.inline-quote').evaluateAll((quotes) =>
      quotes.map((quote) => ({
        tag: quote.tagName,
        id: quote.id,
        source: quote.getAttribute('data-source'),
        fidelity: quote.getAttribute('data-fidelity'),
        heard: quote.textContent ?? '',
      })),
    );
    expect(pieces.map(({ id }) => id).filter(Boolean)).toEqual(['k2-quote-1', 'k2-quote-2']);
    for (const piece of pieces)
      expect(piece).toMatchObject({ tag: 'A', source: `${SENTENCES}#k1`, fidelity: 'verbatim' });
    const heard = pieces.map((piece) => piece.heard).join('');
    expect(heard.match(/Quote from Ines Kovar, /g)).toHaveLength(2);
    expect(heard.match(/ End of quote\./g)).toHaveLength(2);
    expect(heard).toContain('Quote from Ines Kovar, The key hangs on a nail behind the door End of quote.');
    await post.locator('a.inline-quote').first().press('Enter');
    await page.waitForURL(`**/threads/${SENTENCES}/#k1--*`);
    expect(await page.locator(':target').innerText()).toContain('The key hangs on a nail');
  });
});

describe('the thread', () => {
  beforeAll(async () => {
    await page.goto(`${served.origin}${HARD_BASE}/threads/${SENTENCES}/`);
  });

  test('counts quotations in sentences with the other quotes of a passage, and leads to them', async () => {
    const list = page.locator('#k1-quotes a');
    const hrefs = await list.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    for (const id of ['k2-quote-1', 'k2-quote-2', 'k3-quote-1', 'k3-quote-2', 'k3-quote-3']) {
      expect(hrefs.filter((href) => href.endsWith(`#${id}`))).toHaveLength(1);
      expect(await page.locator(`#${id}`).count()).toBe(1);
    }
  });

  test('says who handed words on, and what a quotation leaves out', async () => {
    expect(await page.locator('#k3-quote-1 .way > li').allInnerTexts()).toEqual([
      expect.stringMatching(/Ines Kovar said it$/),
      expect.stringMatching(/Bo Lindqvist quoted it$/),
      'quoted here',
    ]);
    const abridged = page.locator('#k3-quote-2');
    expect(await abridged.getAttribute('data-fidelity')).toBe('abridged');
    expect(await abridged.textContent()).toMatch(
      /^Quote from Ines Kovar, .*abridged, The key hangs on a nail \[…\] next to it End/,
    );
  });

  test('puts no link into another', async () => {
    expect(await page.locator('a a').count()).toBe(0);
    expect(await page.locator('#k3 a[href="https://quay.example/lamp"] span.inline-quote').count()).toBe(1);
  });

  test('says that these quotes are inferred', async () => {
    expect(await page.locator('#k2').getAttribute('data-inferred')).toBe('quote');
    expect(await page.locator('#k2 .inferred').innerText()).not.toBe('');
  });
});
