import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from '../site/browser.ts';
import { CHAIN_THREAD, HARD_BASE, LONG_THREAD } from './hard-content.ts';
import { type Served, serve } from './serve.ts';

const WEIR = '/threads/quiet-weir/';
const READINGS = '/threads/nineteen-readings/';
const FLOOD = '/threads/mistaken-for-a-flood/';
const LONG = `${HARD_BASE}/threads/${LONG_THREAD}/`;
const CHAIN = `${HARD_BASE}/threads/${CHAIN_THREAD}/`;
const PATIENCE = 8_000;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let example: Served;
let hard: Served;
let browser: Browser;

beforeAll(async () => {
  example = await serve(inject('example'));
  hard = await serve(inject('hard'), HARD_BASE);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  example?.close();
  hard?.close();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const { origin } = path.startsWith(HARD_BASE) ? hard : example;
  page.on('pageerror', (error) => expect.unreachable(`${path}: ${error.message}`));
  await page.goto(`${origin}${path}`);
  return page;
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');
const posts = (page: Page) =>
  page.locator('.tree article.post').evaluateAll((articles) => articles.map(({ id }) => id));

describe('the replies of a post', () => {
  test('fold without script, under a line that says how many there are and by whom', async () => {
    const page = await open(WEIR, { javaScriptEnabled: false });
    const fold = page.locator('details.below').nth(1);
    const summary = fold.locator(':scope > summary');
    expect(await summary.textContent()).toMatch(/^\s*\d+ repl(?:y|ies): \S/);
    const reply = fold.locator('article.post').first();
    expect(await reply.isVisible()).toBe(true);
    await summary.click();
    expect(await reply.isVisible()).toBe(false);
    expect(
      await summary.locator('span').evaluate((span) => span.getBoundingClientRect().width),
    ).toBeGreaterThan(60);
  });

  test('are as many as the line says, and every post that has any has a fold', async () => {
    for (const path of [WEIR, READINGS, FLOOD]) {
      const page = await open(path);
      const folds = await page.locator('details.below').evaluateAll((all) =>
        all.map((fold) => ({
          said: Number.parseInt(fold.querySelector('summary')?.textContent ?? '', 10),
          there: fold.querySelectorAll('article.post:not([data-state=missing])').length,
          open: (fold as HTMLDetailsElement).open,
        })),
      );
      expect(folds.length).toBeGreaterThan(3);
      for (const { said, there, open: isOpen } of folds)
        expect({ said, isOpen }).toEqual({ said: there, isOpen: true });
    }
  });

  test('are closed and opened by keyboard', async () => {
    const page = await open(WEIR);
    const summary = page.locator('details.below > summary').first();
    await summary.focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('details.below').first().getAttribute('open')).toBeNull();
    await page.keyboard.press('Space');
    expect(await page.locator('details.below').first().getAttribute('open')).not.toBeNull();
    expect(await summary.evaluate((element) => getComputedStyle(element).outlineStyle)).not.toBe('none');
  });

  test.each([true, false])(
    'open for an address that leads into them (script: %s)',
    async (javaScriptEnabled) => {
      const page = await open(WEIR, { javaScriptEnabled });
      const deep = page.locator('details.below details.below details.below article.post').last();
      const id = await deep.getAttribute('id');
      for (const summary of (await page.locator('details.below > summary').all()).toReversed()) {
        await summary.focus();
        await page.keyboard.press('Enter');
      }
      expect(await deep.isVisible()).toBe(false);
      await page.goto(`${example.origin}${WEIR}#${id}`);
      expect(await deep.isVisible()).toBe(true);
      await expect.poll(() => isInView(page, id ?? ''), { timeout: PATIENCE }).toBe(true);
    },
  );

  test('are all there in print, however they were folded', async () => {
    const page = await open(WEIR);
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll<HTMLDetailsElement>('.below')) fold.open = false;
    });
    await page.emulateMedia({ media: 'print' });
    const hidden = await page
      .locator('article.post')
      .evaluateAll((articles) =>
        articles
          .filter((article) => !article.checkVisibility() || article.clientHeight === 0)
          .map(({ id }) => id),
      );
    expect(hidden).toEqual([]);
    expect(await page.locator('.below > summary').first().isVisible()).toBe(false);
  });
});

describe('the preview of the post that is answered', () => {
  const link = (page: Page) => page.locator(`${WEIR_REPLY} a.u-in-reply-to`);
  const WEIR_REPLY = 'details.below details.below article.post >> nth=3 >>';

  test('shows its words to a pointer, which may go into it, until it leaves or Escape is pressed', async () => {
    const page = await open(WEIR);
    const reply = link(page);
    await reply.scrollIntoViewIfNeeded();
    const parent = (await reply.getAttribute('href'))?.slice(1) ?? '';
    await reply.hover();
    const card = page.locator('.preview:popover-open');
    await card.waitFor();
    const words = await page.locator(`[id="${parent}"] .e-content`).first().textContent();
    expect(await card.locator('.e-content').textContent()).toBe(words);
    await card.hover();
    await page.waitForTimeout(600);
    expect(await card.count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await card.count()).toBe(0);
    await reply.hover();
    await card.waitFor();
    await page.mouse.move(5, 5);
    await expect.poll(() => card.count(), { timeout: PATIENCE }).toBe(0);
  });

  test('comes with the focus and goes with it, stays in the window, and doubles no id', async () => {
    for (const width of [320, 1440]) {
      const page = await open(WEIR, { viewport: { width, height: 700 } });
      const reply = link(page);
      await reply.scrollIntoViewIfNeeded();
      await page.keyboard.press('Shift');
      await reply.focus();
      const card = page.locator('.preview:popover-open');
      await card.waitFor();
      const box = await card.evaluate((element) => element.getBoundingClientRect().toJSON());
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(width);
      const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
      expect(ids.length).toBe(new Set(ids).size);
      expect(await sideways(page)).toBe(0);
      await page.keyboard.press('Tab');
      await expect.poll(() => card.count(), { timeout: PATIENCE }).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.closest('.preview') ?? null)).toBeNull();
    }
  });

  test('is not for fingers, which get the link', async () => {
    const page = await open(WEIR, { hasTouch: true, viewport: { width: 400, height: 800 } });
    const reply = link(page);
    const parent = await reply.getAttribute('href');
    await reply.tap();
    await page.waitForTimeout(600);
    expect(await page.locator('.preview:popover-open').count()).toBe(0);
    expect(new URL(page.url()).hash).toBe(parent);
  });

  test('keeps behind its warning what a warning closes', async () => {
    const page = await open(WEIR);
    const reply = page
      .locator('.below:has(> .replies) > .replies a.u-in-reply-to', { hasText: 'Marisol' })
      .first();
    await reply.scrollIntoViewIfNeeded();
    await reply.hover();
    const card = page.locator('.preview:popover-open');
    await card.waitFor();
    expect(await card.locator('summary').textContent()).toContain('Content warning');
    expect(await card.locator('.e-content').isVisible()).toBe(false);
  });
});

describe('keys', () => {
  test('lead from post to post, to siblings, parents and quotes', async () => {
    const page = await open(WEIR);
    const ids = await posts(page);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await focused(page)).toBe(ids[2]);
    await expect.poll(() => isInView(page, ids[2] ?? ''), { timeout: PATIENCE }).toBe(true);
    await page.keyboard.press('k');
    expect(await focused(page)).toBe(ids[1]);
    await page.keyboard.press('J');
    const sibling = await focused(page);
    const parents = await page.evaluate(
      (pair) => pair.map((id) => document.getElementById(id)?.dataset.parent),
      [ids[1] ?? '', sibling],
    );
    expect(sibling).not.toBe(ids[1]);
    expect(parents[0]).toBe(parents[1]);
    await expect.poll(() => isInView(page, sibling), { timeout: PATIENCE }).toBe(true);
    await page.keyboard.press('K');
    expect(await focused(page)).toBe(ids[1]);
    await page.keyboard.press('p');
    expect(await focused(page)).toBe(ids[0]);
    await page.keyboard.press('n');
    expect(await page.evaluate(() => document.activeElement?.matches('figure.quote'))).toBe(true);
    const quote = await page.evaluate(() => document.activeElement?.outerHTML);
    await page.keyboard.press('n');
    expect(await page.evaluate(() => document.activeElement?.outerHTML)).not.toBe(quote);
    await page.keyboard.press('N');
    expect(await page.evaluate(() => document.activeElement?.outerHTML)).toBe(quote);
  });

  test('go past what is folded away, and fold', async () => {
    const page = await open(WEIR);
    const ids = await posts(page);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    expect(await focused(page)).toBe(ids[1]);
    await page.keyboard.press('j');
    const next = await focused(page);
    expect(ids.indexOf(next)).toBeGreaterThan(2);
    await page.keyboard.press('k');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    expect(await focused(page)).toBe(ids[2]);
  });

  test('go on from where the reader has scrolled to', async () => {
    const page = await open(READINGS);
    await page.keyboard.press('j');
    await page.evaluate(() => scrollTo(0, 6_000));
    await page.keyboard.press('j');
    const id = await focused(page);
    expect((await posts(page)).indexOf(id)).toBeGreaterThan(1);
    await expect.poll(() => isInView(page, id), { timeout: PATIENCE }).toBe(true);
  });

  test('lead to a parent that stands on another page', async () => {
    const page = await open(`${LONG}2/`);
    const reply = page.locator(`article.post:has(a.u-in-reply-to[href^="${LONG}"])`).first();
    const href = await reply.locator('a.u-in-reply-to').getAttribute('href');
    await reply.evaluate((article: HTMLElement) => {
      article.tabIndex = -1;
      article.focus();
    });
    await page.keyboard.press('p');
    await page.waitForURL(`**${href}`);
  });

  test('are left alone with modifiers and while something is written', async () => {
    const page = await open(WEIR);
    for (const key of ['Control+j', 'Alt+j', 'Meta+j']) await page.keyboard.press(key);
    expect(await focused(page)).toBe('');
    await page.evaluate(() => document.querySelector('h1')?.after(document.createElement('textarea')));
    await page.locator('textarea').focus();
    await page.keyboard.type('jk?');
    expect(await page.locator('textarea').inputValue()).toBe('jk?');
    expect(await page.locator('dialog[open]').count()).toBe(0);
  });

  test('are listed under ?, and can be turned off for good and on again', async () => {
    const page = await open(WEIR);
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keys for reading' });
    expect(await dialog.isVisible()).toBe(true);
    const keys = await dialog.locator('kbd').allTextContents();
    expect(keys).toEqual(expect.arrayContaining(['j', 'k', 'J', 'K', 'p', 'n', 'N', 'x', '?']));
    await dialog.getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('?');
    expect(await focused(page)).toBe('');
    await page.reload();
    await page.keyboard.press('j');
    expect(await focused(page)).toBe('');
    await page.getByRole('button', { name: 'Keys' }).click();
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.keyboard.press('j');
    expect(await focused(page)).toBe((await posts(page))[0]);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });
});

test('a post says its place in the thread when it is asked for', async () => {
  const page = await open(WEIR);
  const titles = await page
    .locator('article.post:not([data-state]) a.u-url')
    .evaluateAll((links) =>
      links.filter((link) => link.closest('.byline')).map((link) => (link as HTMLElement).title),
    );
  expect(titles.slice(0, 2)).toEqual(['post 1 of 52', 'post 2 of 52']);
  expect(new Set(titles).size).toBe(titles.length);
  const second = await open(`${LONG}2/`);
  const title = await second.locator('article.post a.u-url').first().getAttribute('title');
  expect(title).toMatch(/^post \d{2,3} of 1,000$/);
});

describe('the order of time', () => {
  test('moves the very posts, and going back puts each where it was', async () => {
    const page = await open(WEIR);
    const tree = page.locator('.tree > ol').last();
    const before = await tree.innerHTML();
    const ids = await posts(page);
    await page.evaluate(() => {
      const [first] = document.querySelectorAll('.tree article.post');
      Object.assign(first ?? {}, { isTheSame: true });
    });
    await page.getByRole('button', { name: 'time', exact: true }).click();
    const ordered = await posts(page);
    const times = await page
      .locator('.tree article.post:not([data-state]) .byline .dt-published')
      .evaluateAll((all) => all.map((time) => (time as HTMLTimeElement).dateTime));
    expect(times).toEqual(times.toSorted());
    expect(ordered).not.toEqual(ids);
    expect(ordered.toSorted()).toEqual(ids.toSorted());
    expect(new URL(page.url()).search).toBe('?order=time');
    const first = page.locator('.tree article.post').first();
    expect(await first.evaluate((article) => 'isTheSame' in article)).toBe(true);
    expect(await page.locator('.tree article.post .u-in-reply-to').count()).toBeGreaterThan(10);
    expect(await page.getByRole('status').first().textContent()).toBe('All 54 posts, in order of time.');
    const tops = await page
      .locator('.tree article.post')
      .evaluateAll((articles) => articles.map((article) => article.getBoundingClientRect().top));
    expect(tops).toEqual(tops.toSorted((one, other) => one - other));
    await page.getByRole('button', { name: 'replies', exact: true }).click();
    expect(await tree.innerHTML()).toBe(before);
    expect(new URL(page.url()).search).toBe('');
  });

  test('can be asked for by the address, which still leads to its post', async () => {
    const page = await open(WEIR);
    const id = (await posts(page)).at(-3) ?? '';
    const asked = await open(`${WEIR}?order=time#${id}`);
    expect(await asked.locator('button[data-order=time]').getAttribute('aria-pressed')).toBe('true');
    expect(await asked.locator('article:target').getAttribute('id')).toBe(id);
    await expect.poll(() => isInView(asked, id), { timeout: PATIENCE }).toBe(true);
  });

  test('is a list of links where there is no script, and no control stands there dead', async () => {
    const page = await open(WEIR, { javaScriptEnabled: false });
    await page.locator('.in-time > summary').click();
    const links = page.locator('.in-time a');
    expect(await links.count()).toBe(54);
    const id = (await links.nth(20).getAttribute('href'))?.slice(1);
    await links.nth(20).click();
    expect(await page.locator('article:target').getAttribute('id')).toBe(id);
    for (const button of await page.locator('button').all()) expect(await button.isVisible()).toBe(false);
  });

  test('orders of a long thread the posts of the page, and says so', async () => {
    const page = await open(`${LONG}2/`);
    await page.getByRole('button', { name: 'time', exact: true }).click();
    const count = (await posts(page)).length;
    expect(await page.getByRole('status').first().textContent()).toBe(
      `The ${count} posts of this page, in order of time.`,
    );
    expect(await page.locator('.pager a[rel=next]').first().getAttribute('href')).toMatch(/\?order=time$/);
  });

  test('is not offered where the posts stand in it', async () => {
    const page = await open(CHAIN);
    expect(await page.getByRole('button', { name: 'Keys' }).isVisible()).toBe(true);
    expect(await page.locator('[data-order], .in-time').count()).toBe(0);
  });
});

describe('some people’s posts', () => {
  const chosen = (page: Page) =>
    page.locator('.tree article.post').evaluateAll((articles) =>
      articles.map((article) => ({
        author: article.getAttribute('data-author'),
        whole: article.querySelector('.e-content, .warning')?.checkVisibility() ?? false,
        named: article.querySelector('.p-author')?.checkVisibility() ?? true,
        height: article.clientHeight,
        gone: article.hasAttribute('data-state'),
        missing: article.getAttribute('data-state') === 'missing',
      })),
    );

  test('are shown whole by keyboard, the others by a line, until everybody’s are', async () => {
    const page = await open(WEIR);
    await page.getByRole('button', { name: 'By person' }).press('Enter');
    expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe('show only Edda Marrow');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'show only Gerald' }).click();
    const people = await page
      .locator('.speakers [aria-pressed=true]')
      .evaluateAll((buttons) =>
        buttons.map((button) => button.closest<HTMLElement>('[data-person]')?.dataset.person),
      );
    expect(people).toHaveLength(2);
    const shown = await chosen(page);
    for (const { author, whole, named, height, gone } of shown) {
      if (!gone) expect(whole, author ?? '').toBe(people.includes(author ?? ''));
      expect(named).toBe(true);
      if (!whole) expect(height).toBeLessThan(110);
    }
    const count = shown.filter(({ author, missing }) => !missing && people.includes(author ?? '')).length;
    expect(await page.getByRole('status').first().textContent()).toBe(
      `${count} posts by Edda Marrow and Gerald; the others show only who wrote them.`,
    );
    expect(new URL(page.url()).searchParams.getAll('person')).toEqual(people);
    const order = await posts(page);
    await page.reload();
    expect(await chosen(page)).toEqual(shown);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const second = await page.locator(`[id="${await focused(page)}"]`).getAttribute('data-author');
    expect(people).toContain(second);
    await page.getByRole('button', { name: 'Show everybody' }).click();
    expect((await chosen(page)).filter(({ whole, gone }) => !whole && !gone)).toEqual([]);
    expect(new URL(page.url()).search).toBe('');
    expect(await posts(page)).toEqual(order);
  });

  test('stand together with the order of time, and an address that names nobody here shows everybody', async () => {
    const page = await open(`${WEIR}?order=time&person=nobody`);
    expect((await chosen(page)).filter(({ whole, gone }) => !whole && !gone)).toEqual([]);
    expect(await page.getByRole('button', { name: 'Show everybody' }).isVisible()).toBe(false);
  });

  test('are never those whose authorship was only inferred', async () => {
    const page = await open(FLOOD);
    await page.getByRole('button', { name: 'By person' }).click();
    for (const button of await page.locator('.speakers button').all()) await button.click();
    const inferred = await page
      .locator('article[data-inferred~=author]')
      .evaluateAll((articles) =>
        articles.map((article) => article.querySelector('.e-content')?.checkVisibility() ?? false),
      );
    expect(inferred.length).toBeGreaterThan(0);
    expect(inferred).not.toContain(true);
  });

  test('are listed by their places where there is no script', async () => {
    const page = await open(READINGS, { javaScriptEnabled: false });
    const speakers = await page.locator('.speakers li').evaluateAll((items) =>
      items.map((item) => ({
        person: item.getAttribute('data-person'),
        posts: Number.parseInt(item.querySelector('summary')?.textContent ?? '', 10),
        links: [...item.querySelectorAll(':scope details a')].map(
          (link) => link.getAttribute('href')?.slice(1) ?? '',
        ),
      })),
    );
    expect(speakers.length).toBeGreaterThan(5);
    for (const { person, posts: amount, links } of speakers) {
      expect(links).toHaveLength(amount);
      for (const id of links)
        expect(await page.locator(`[id="${id}"]`).getAttribute('data-author'), id).toBe(person);
    }
    await page.locator('.speakers summary').first().click();
    await page.locator('.speakers details a').first().click();
    expect(await page.locator('article:target').count()).toBe(1);
  });
});

describe('the map of quotes', () => {
  test('has a mark for each post that leads there and says whose it is', async () => {
    const page = await open(READINGS);
    const marks = await page.locator('.quote-map a').evaluateAll((links) =>
      links.map((link) => ({
        href: link.getAttribute('href'),
        name: link.querySelector('title')?.textContent ?? '',
      })),
    );
    expect(marks.map(({ href }) => href)).toEqual((await posts(page)).map((id) => `#${id}`));
    for (const { name } of marks)
      expect(name).toMatch(/^\S.*, \d+ October 2026(?:, quoted (?:once|twice|\d+ times))?$/);
    const mark = page.getByRole('link', { name: marks[11]?.name ?? '', exact: true }).last();
    await mark.click();
    expect(await page.locator('article:target').getAttribute('id')).toBe(marks[11]?.href?.slice(1));
    const box = await page
      .locator('.quote-map')
      .evaluate((element) => element.getBoundingClientRect().toJSON());
    expect(box.top).toBeGreaterThan(0);
    expect(box.bottom).toBeLessThanOrEqual(900);
  });

  test('draws nothing in inline styles, and can be reached by keyboard after the posts', async () => {
    const page = await open(READINGS);
    expect(await page.locator('.quote-map [style]').count()).toBe(0);
    const first = page.locator('.quote-map a:not([tabindex])').first();
    await first.focus();
    expect(await first.evaluate((link) => document.activeElement === link)).toBe(true);
    const isAfter = await page.evaluate(() => {
      const last = [...document.querySelectorAll('.tree article.post')].at(-1);
      const map = document.querySelector('.quote-map');
      return Boolean(map && last && last.compareDocumentPosition(map) & Node.DOCUMENT_POSITION_FOLLOWING);
    });
    expect(isAfter).toBe(true);
  });

  test('is left out where it has no room, and on paper', async () => {
    const narrow = await open(READINGS, { viewport: { width: 800, height: 900 } });
    expect(await narrow.locator('.quote-map').isVisible()).toBe(false);
    const page = await open(READINGS);
    expect(await page.locator('.quote-map').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.quote-map').isVisible()).toBe(false);
  });

  test('of a long thread is bounded and leads to the pages that hold the posts', async () => {
    const page = await open(`${LONG}3/`);
    const hrefs = await page
      .locator('.quote-map a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(hrefs).toHaveLength(60);
    expect(hrefs.some((href) => href?.startsWith('#'))).toBe(true);
    const [first = ''] = hrefs;
    expect(first).toMatch(new RegExp(`^${LONG}#`));
    await page.locator('.quote-map a').first().click();
    await page.waitForURL(`**${first}`);
    expect(await page.locator('article:target').count()).toBe(1);
  });
});

describe('a chain of a thousand replies', () => {
  test('is readable at 320 px to its end', async () => {
    const page = await open(CHAIN, { viewport: { width: 320, height: 640 } });
    for (let pages = 1; ; pages += 1) {
      const narrowest = await page
        .locator('.tree .e-content')
        .evaluateAll((all) => Math.min(...all.map((content) => content.getBoundingClientRect().width)));
      expect(narrowest).toBeGreaterThan(220);
      expect(await sideways(page)).toBe(0);
      const next = page.locator('a[rel=next]').first();
      if ((await next.count()) === 0) {
        expect(pages).toBe(5);
        break;
      }
      await next.click();
      await page.waitForURL(`**/${pages + 1}/`);
    }
    await page.keyboard.press('End');
    await expect.poll(() => page.locator('.about-thread').isVisible(), { timeout: PATIENCE }).toBe(true);
  });

  test('stands no deeper in the document than a short one', async () => {
    const page = await open(CHAIN);
    const depth = await page
      .locator('.tree article.post')
      .last()
      .evaluate((article) => {
        let steps = 0;
        for (let element: Element | null = article; element; element = element.parentElement) steps += 1;
        return steps;
      });
    expect(depth).toBeLessThan(30);
  });
});

const STATES: readonly {
  readonly name: string;
  readonly path: string;
  readonly act: (page: Page) => Promise<void>;
}[] = [
  {
    name: 'the list of keys',
    path: WEIR,
    act: (page) => page.keyboard.press('?'),
  },
  {
    name: 'some people’s posts in order of time',
    path: `${READINGS}?order=time`,
    act: async (page) => {
      await page.getByRole('button', { name: 'By person' }).click();
      await page.locator('.speakers button').first().click();
    },
  },
  {
    name: 'folds closed and a preview shown',
    path: WEIR,
    act: async (page) => {
      await page.locator('.below .below > summary').first().click();
      const reply = page.locator('a.u-in-reply-to').first();
      await page.keyboard.press('Shift');
      await reply.focus();
      await page.locator('.preview:popover-open').waitFor();
    },
  },
];

test.each(STATES)(
  '$name: passes axe and needs no sideways scrolling, in light and dark',
  async ({ path, act }) => {
    const found: string[] = [];
    for (const width of [320, 1440]) {
      const page = await open(path, { viewport: { width, height: 900 }, bypassCSP: true });
      await page.evaluate(axe);
      await page.addStyleTag({ content: '* { content-visibility: visible !important }' });
      await act(page);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        found.push(...(await page.evaluate(violations)).map((text) => `${width} ${colorScheme}: ${text}`));
        expect(await sideways(page)).toBe(0);
      }
    }
    expect(found.slice(0, 8)).toEqual([]);
  },
);

async function violations(): Promise<string[]> {
  const { axe: checker } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } };
  const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const { violations: all } = await checker.run({
    runOnly: { type: 'tag', values },
    resultTypes: ['violations'],
  });
  return all.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

const sideways = (page: Page) =>
  page.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  );

const isInView = (page: Page, id: string) =>
  page.evaluate((name) => {
    const { top = -1, bottom = -1 } = document.getElementById(name)?.getBoundingClientRect() ?? {};
    return bottom > 0 && top >= -1 && top < innerHeight;
  }, id);
