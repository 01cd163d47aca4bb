import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { parseDigest } from '../../src/markdown/digest-syntax.ts';
import { readDigest } from '../../src/markdown/read-digest.ts';
import { openLibrary } from '../../src/site/library.ts';
import { openBrowser } from '../site/browser.ts';
import { builtPages } from './built-page.ts';
import { type Served, serve } from './serve.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pages = builtPages(inject('example')).map(({ path }) => path);
const digests = pages.filter((path) => /^\/digests\/[^/]+\/$/.test(path));
const threads = pages.filter((path) => /^\/threads\/[^/]+\/$/.test(path));
const WEIR = '/digests/2026-10-27-the-night-the-weir-went-quiet/';
const BIRD = '/digests/2026-11-03-a-bird-leaves/';
const FLOODS = '/digests/2026-11-17-mistaken-for-a-flood/';

let served: Served;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  served = await serve(inject('example'));
  browser = await openBrowser();
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: served.origin });
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  served?.close();
});

const open = (path: string) => page.goto(`${served.origin}${path}`);
const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

describe('around the text of a digest', () => {
  test.each(digests)(
    '%s leads to the first words of everybody who speaks, whose shares make up the whole',
    async (path) => {
      await open(path);
      const speakers = await page.locator('.page-foot .speakers > li').evaluateAll((items) =>
        items.map((item) => {
          const link = item.querySelector<HTMLAnchorElement>('a.voice');
          const target = document.querySelector(link?.hash ?? '#');
          return {
            name: link?.textContent?.trim(),
            isHere: link?.pathname === location.pathname && target !== null,
            share: Number(/(\d+)%/.exec(item.textContent ?? '')?.[1]),
            hue: item.className,
            said: target?.closest('figure.quote, article.embedded')?.outerHTML.slice(0, 600) ?? '',
          };
        }),
      );
      expect(speakers.length).toBeGreaterThan(2);
      for (const { isHere, name, hue, said } of speakers) {
        expect(isHere, name).toBe(true);
        if (said) expect(said, name).toContain(hue);
      }
      const sum = speakers.reduce((total, { share }) => total + share, 0);
      expect(Math.abs(sum - 100)).toBeLessThan(speakers.length);
    },
  );

  test('says how much of each thread stands in it, and leads to ours and to the original', async () => {
    await open(WEIR);
    const drawn = await page
      .locator('.page-foot section[aria-labelledby=threads] .entry')
      .evaluateAll((items) =>
        items.map((item) => ({
          text: item.textContent ?? '',
          links: [...item.querySelectorAll('a')].map((link) => link.getAttribute('href')),
        })),
      );
    expect(drawn.map(({ text }) => Number(/(\d+) quotes/.exec(text)?.[1]))).toEqual([10, 10]);
    expect(drawn[0]?.text).toContain('2 whole posts');
    for (const { links } of drawn) {
      expect(links[0]).toMatch(/^\/threads\//);
      expect(links[1]).toMatch(/^https:/);
    }
  });

  test('names the passages that posts quote most, as often as their quotes here say', async () => {
    await open(WEIR);
    const passages = page.locator('.passages > li');
    expect(await passages.count()).toBeGreaterThan(0);
    for (const passage of await passages.all()) {
      const said = await passage.locator('small').innerText();
      const href = await passage.locator('a').getAttribute('href');
      expect(await page.locator(`${href} > .note`).innerText()).toContain(said);
    }
  });

  test('leads to the digests before and after it', async () => {
    const neighbours = async (path: string) => {
      await open(path);
      return page
        .locator('.neighbours a')
        .evaluateAll((links) => links.map((link) => [link.getAttribute('rel'), link.getAttribute('href')]));
    };
    expect(await neighbours(WEIR)).toEqual([['next', BIRD]]);
    expect(await neighbours(BIRD)).toEqual([
      ['prev', WEIR],
      ['next', FLOODS],
    ]);
    expect(await neighbours(FLOODS)).toEqual([['prev', BIRD]]);
  });

  test.each([...digests, ...threads])('no heading of %s skips a rank', async (path) => {
    await open(path);
    const ranks = await page
      .locator('h1, h2, h3, h4, h5, h6')
      .evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName[1])));
    for (const [n, rank] of ranks.entries()) expect(rank - (ranks[n - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  test('from quote to quote leads a link that only the keyboard shows', async () => {
    await open(WEIR);
    const onward = page.locator('#quote-1 .onward');
    expect(await onward.first().evaluate((link) => link.getBoundingClientRect().width)).toBeLessThan(2);
    await onward.first().focus();
    expect(await onward.first().evaluate((link) => link.getBoundingClientRect().width)).toBeGreaterThan(50);
    const labels = await onward.allInnerTexts();
    expect(labels).toEqual(['Next quote: Edda Marrow', 'Next speaker: Ilse Harrowgate']);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.querySelector(':target')?.matches('article.embedded'))).toBe(
      true,
    );
  });
});

describe('citing a digest', () => {
  test('is possible in words, Markdown, BibTeX and CSL-JSON, each by a button', async () => {
    await open(BIRD);
    await page.locator('.cite > summary').click();
    const url = `https://quotidian.example${BIRD}`;
    const copied: string[] = [];
    for (const button of await page.locator('.cite .copy').all()) {
      await button.click();
      await expect.poll(() => page.locator('body > [role=status]').textContent()).toBe('Copied.');
      copied.push(await clipboard());
    }
    expect(copied).toEqual(await page.locator('.cite pre').allTextContents());
    const [text, markdown, bibtex, csl] = copied;
    expect(text).toBe(
      `Yusuf Greave: “A bird leaves. Water stays.”. The Stilling Well, 3 November 2026. ${url}`,
    );
    expect(markdown).toContain(`“[A bird leaves. Water stays.](${url})”`);
    expect(bibtex).toMatch(/^@misc\{2026-11-03-a-bird-leaves,\n {2}author {7}= \{Yusuf Greave\},/);
    expect(bibtex).toContain('month        = nov');
    expect(JSON.parse(csl ?? '')).toMatchObject([
      { type: 'post-weblog', URL: url, issued: { 'date-parts': [[2026, 11, 3]] } },
    ]);
  });
});

describe('copying a quote', () => {
  beforeEach(async () => {
    await open(WEIR);
    await page.evaluate(() => sessionStorage.clear());
    await page.reload();
  });
  const passage = 'https://quotidian.example/threads/quiet-weir/#117460666175657211--0-198';

  test('gives Markdown, plain text and HTML, says so, and remembers which for the visit', async () => {
    await page.locator('#quote-1 .copy').click();
    const status = page.locator('body > [role=status]');
    await expect.poll(() => status.textContent()).toBe('Copied as Markdown.');
    const markdown = await clipboard();
    expect(markdown.split('\n').slice(0, 4)).toEqual([
      '> I rang the chapel bell at ten to three because the weir had gone quiet.',
      '>',
      '> A weir that is loud is all right. A weir that stops talking is under water. I tune pianos, I notice when a note goes missing.',
      '>',
    ]);
    expect(markdown).toContain(
      `> — Edda Marrow, 18 October 2026, 07:12 UTC, [The Stilling Well](<${passage}>), [on Mastodon](<https://linfold.example/`,
    );

    await page.locator('.copied button[value=plain]').click();
    await expect.poll(() => status.textContent()).toBe('Copied as plain text.');
    expect(await clipboard()).toMatch(
      /^I rang the chapel bell.*\n\nA weir that .*goes missing\.\n\n— Edda Marrow, 18 October 2026, 07:12 UTC\nhttps:\/\/quotidian\.example\/threads\/.*\nhttps:\/\/linfold\.example\//,
    );

    await page.locator('.copied button[value=html]').click();
    await expect.poll(() => status.textContent()).toBe('Copied as HTML.');
    const rich = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const html = await item?.getType('text/html');
      return html?.text();
    });
    for (const html of [await clipboard(), rich]) {
      expect(html).toMatch(/<blockquote cite="https:\/\/linfold\.example[^"]+" lang="en">\s*<p>I rang/);
      expect(html).toContain('<time datetime="2026-10-18T07:12:08.315Z">');
      expect(html).not.toMatch(/class=|visually-hidden|End of quote/);
    }
    await open(BIRD);
    await page.locator('.prose > figure.quote .copy').first().click();
    await expect.poll(() => status.textContent()).toBe('Copied as HTML.');
  });

  test('works by keys alone: c on a quote that has the focus, then the formats, then Escape', async () => {
    await page.locator('#quote-3 .p-author').focus();
    await page.keyboard.press('c');
    await expect.poll(() => page.locator('#quote-3 .copied').count()).toBe(1);
    expect(await clipboard()).toContain('> Then you heard the tailwater come up.');
    await page.locator('#quote-3 .copied button[value=plain]').focus();
    await page.keyboard.press('Enter');
    await expect.poll(clipboard).toMatch(/^Then you heard/);
    await page.keyboard.press('Escape');
    expect(await page.locator('.copied').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.matches('#quote-3 .copy'))).toBe(true);
  });

  test('names in words what is not verbatim', async () => {
    const abridged = page.locator('.prose > figure.quote[data-fidelity=abridged]').first();
    await abridged.locator('.copy').click();
    await expect.poll(clipboard).toMatch(/> — Tobiah Wren, .*, abridged, \[/);
  });

  test('selects the words where the browser refuses', async () => {
    await page.evaluate(() => {
      const refuse = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
      Object.assign(navigator.clipboard, { write: refuse, writeText: refuse });
    });
    await page.locator('#quote-1 .copy').click();
    const held = page.locator('.copied textarea');
    await held.waitFor();
    expect(await page.locator('body > [role=status]').textContent()).toContain('does not let');
    const selected = await held.evaluate((area) => {
      const { value, selectionStart, selectionEnd } = area as HTMLTextAreaElement;
      return [document.activeElement === area, value.slice(selectionStart, selectionEnd)];
    });
    expect(selected).toEqual([true, expect.stringMatching(/^> I rang/)]);
  });

  test.each(digests)(
    'what is copied from %s as Markdown is the same quote in another digest',
    async (path) => {
      await open(path);
      const ids = await page
        .locator('.page-foot section[aria-labelledby=threads] .entry-title')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/')[2] ?? ''));
      const evidence = openLibrary(inject('exampleProject'), 200).evidence(ids);
      const figures = page.locator('.prose > figure.quote, article.embedded > figure.quote');
      expect(await figures.count()).toBeGreaterThan(5);
      for (const figure of await figures.all()) {
        const before = await page.evaluate(() => navigator.clipboard.writeText('').then(() => ''));
        await figure.locator(':scope > .note > .copy').click();
        await expect.poll(clipboard).not.toBe(before);
        const markdown = await clipboard();
        const { quotes, problems } = readDigest(parseDigest(`Before.\n\n${markdown}\n\nAfter.`), evidence);
        const outer = quotes.find(({ depth, node }) => depth === 1 && node);
        expect(problems).toEqual([]);
        expect(outer?.fidelity, markdown).toBe(await figure.getAttribute('data-fidelity'));
        expect(outer?.misattributed, markdown).toBeUndefined();
        const source = outer?.source && `${outer.source.thread}#${outer.source.post}`;
        expect(source ?? null, markdown).toBe(await figure.getAttribute('data-source'));
      }
    },
  );
});

describe('copying words from a post', () => {
  /** Chooses some letters of the first paragraph that is long enough; gives its words and the id of its post. */
  const choose = (from: number, to: number) =>
    page.evaluate(
      ([start = 0, end = 0]) => {
        const paragraphs = [...document.querySelectorAll('article.post .e-content > p')];
        const paragraph = paragraphs.find(
          ({ firstChild }) => firstChild instanceof Text && firstChild.length > 60,
        );
        const text = paragraph?.firstChild;
        if (!paragraph || !text) throw new Error('There is no such paragraph.');
        paragraph.scrollIntoView({ block: 'center' });
        getSelection()?.setBaseAndExtent(text, start, text, end);
        return { words: paragraph.textContent ?? '', id: paragraph.closest('article')?.id };
      },
      [from, to],
    );

  test('is offered where they are chosen, whole words with an address that finds them', async () => {
    await open('/threads/nineteen-readings/');
    const { words, id } = await choose(3, 30);
    await page.locator('.copy-chosen').click();
    await expect.poll(() => page.locator('body > [role=status]').textContent()).toMatch(/^Copied as/);
    await page.locator('.copied button[value=markdown]').click();
    await expect.poll(clipboard).toMatch(/^> /);
    const markdown = await clipboard();
    const copied = markdown.split('\n')[0]?.slice(2) ?? '';
    expect(copied.length).toBeGreaterThanOrEqual(27);
    const at = words.indexOf(copied);
    expect(at).toBeGreaterThanOrEqual(0);
    for (const beside of [words[at - 1] ?? ' ', words[at + copied.length] ?? ' '])
      expect(beside).toMatch(/[^\p{L}\p{N}]/u);
    expect(markdown).toMatch(
      new RegExp(`https://quotidian\\.example/threads/nineteen-readings/#${id}:~:text=[^)>]+`),
    );
    expect(markdown).toMatch(/\n> — \p{Lu}/u);
  });

  test('goes away with the selection', async () => {
    await open('/threads/nineteen-readings/');
    await choose(0, 30);
    await page.locator('.copy-chosen').waitFor();
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await expect.poll(() => page.locator('.copy-chosen').count()).toBe(0);
  });

  test('is not offered for words of two posts', async () => {
    await open('/threads/nineteen-readings/');
    await page.evaluate(() => {
      const [one, , other] = document.querySelectorAll('article.post .e-content');
      if (one && other) getSelection()?.setBaseAndExtent(one, 0, other, 1);
    });
    await page.waitForTimeout(400);
    expect(await page.locator('.copy-chosen').count()).toBe(0);
  });

  test('c copies them, or the whole post that has the focus; not where the reader turned keys off', async () => {
    await open('/threads/nineteen-readings/');
    await page.evaluate(() => navigator.clipboard.writeText('nothing'));
    await page
      .locator('article.post')
      .nth(1)
      .evaluate((post) => {
        post.tabIndex = -1;
        post.focus();
      });
    await page.keyboard.press('c');
    await expect.poll(clipboard).toMatch(/^> [\s\S]*\n> — \p{Lu}/u);
    await page.evaluate(() => navigator.clipboard.writeText('nothing'));
    await page.locator('dialog.keys input').evaluate((input) => {
      (input as HTMLInputElement).checked = false;
    });
    await page.keyboard.press('c');
    await page.waitForTimeout(200);
    expect(await clipboard()).toBe('nothing');
  });
});

describe('going to a source and coming back', () => {
  test.each([true, false])(
    'leads back to the same line of a thread, with script: %s',
    async (javaScriptEnabled) => {
      const own = await browser.newContext({ viewport: { width: 1200, height: 800 }, javaScriptEnabled });
      const reader = await own.newPage();
      const path = '/threads/nineteen-readings/';
      for (const selector of ['.quoted-by-list a[href*="/digests/"]', 'figure.quote > figcaption a.u-url']) {
        const count = await reader
          .goto(`${served.origin}${path}`)
          .then(() => reader.locator(selector).count());
        expect(count).toBeGreaterThan(2);
        for (const n of [Math.floor(count / 2), count - 1]) {
          await reader.goto('about:blank');
          await reader.goto(`${served.origin}${path}`);
          const link = reader.locator(selector).nth(n);
          if (!(await link.isVisible())) continue;
          await link.scrollIntoViewIfNeeded();
          const before = await link.boundingBox();
          await link.click();
          await reader.waitForURL(/#/);
          await reader.waitForLoadState();
          await reader.goBack();
          await reader.waitForURL(`${served.origin}${path}`);
          await expect
            .poll(async () => Math.abs(((await link.boundingBox())?.y ?? 0) - (before?.y ?? 0)), {
              timeout: 8_000,
            })
            .toBeLessThan(2);
        }
      }
      await own.close();
    },
  );

  test('marks a passage whole, in however many pieces it stands, with those who quote it at hand', async () => {
    await open('/threads/quiet-weir/#117460666175657211--0-198');
    await expect.poll(() => page.locator('mark.arrived').count()).toBeGreaterThan(0);
    const lit = await page.locator('mark:target, mark.arrived').allInnerTexts();
    expect(lit.join(' ').replace(/\s+/g, ' ')).toMatch(/^I rang the chapel bell.*goes missing\.$/);
    const list = page.locator('article.post:has(mark:target) .quoted-by-list');
    expect(await list.locator(`a[href="${WEIR}#quote-1"]`).count()).toBe(1);
  });

  test('opens what is folded around the place', async () => {
    for (const path of threads) {
      await open(path);
      const ids = await page
        .locator('details:not([open]) :is(figure.quote, mark)[id]')
        .evaluateAll((all) => all.map(({ id }) => id));
      for (const id of ids.slice(0, 3)) {
        await page.goto('about:blank');
        await open(`${path}#${id}`);
        await expect.poll(() => page.locator(`[id="${id}"]`).isVisible(), { message: id }).toBe(true);
      }
    }
  });
});

describe('what became of words on their way', () => {
  test('an altered quote tells each change in words, and sets the whole sentences side by side', async () => {
    await open('/threads/quiet-weir/');
    const fold = page.locator('details.difference').filter({ hasText: '“I” became “we”' });
    expect(await fold.count()).toBe(1);
    await fold.locator('summary').click();
    expect(await fold.locator('li').allInnerTexts()).toEqual(['“I” became “we”']);
    const rows = await fold.locator('dt, dd').allInnerTexts();
    expect(rows).toEqual([
      'said:',
      'It is a latch, and for five years I did not see that it was one.',
      'quoted as:',
      'It is a latch, and for five years we did not see that it was one.',
    ]);
    expect(await fold.locator('del').evaluate((del) => getComputedStyle(del).textDecorationStyle)).toBe(
      'wavy',
    );
  });

  test('words that were handed on show by whom, each with a link to their words', async () => {
    let chains = 0;
    for (const path of threads) {
      await open(path);
      for (const way of await page.locator('.note > ol.way').all()) {
        chains += 1;
        const steps = await way.locator('li').allInnerTexts();
        expect(steps[0]).toContain('said it');
        expect(steps[1]).toContain('quoted it');
        expect(steps.at(-1)).toContain('quoted here');
        expect(await way.locator('a').count()).toBe(steps.length - 1);
        expect(await way.getAttribute('aria-label')).toBe('The way of these words');
      }
    }
    expect(chains).toBeGreaterThan(0);
  });

  test('a passage that is quoted carries the number of its quotes in code too', async () => {
    const counted: number[] = [];
    for (const path of threads) {
      await open(path);
      counted.push(await page.locator('pre mark.quoted').count());
    }
    expect(Math.max(...counted)).toBeGreaterThan(0);
  });
});

describe('without script, on paper, and for every eye', () => {
  test('shows no button, and everything else', async () => {
    const own = await browser.newContext({ javaScriptEnabled: false });
    const reader = await own.newPage();
    await reader.goto(`${served.origin}${WEIR}`);
    expect(await reader.locator('main button').count()).toBe(0);
    expect(await reader.locator('.cite pre').count()).toBe(4);
    expect(await reader.locator('.speakers li').count()).toBeGreaterThan(5);
    await reader.goto(`${served.origin}/threads/quiet-weir/`);
    expect(await reader.locator('button:visible').count()).toBe(0);
    expect(await reader.locator('ol.way').count()).toBeGreaterThan(0);
    await own.close();
  });

  test('prints no button, and cuts nothing off', async () => {
    await page.setViewportSize({ width: 680, height: 900 });
    for (const path of [WEIR, '/threads/quiet-weir/']) {
      await open(path);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('button:visible').count()).toBe(0);
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('main *')]
          .filter((element) => {
            const { overflowX } = getComputedStyle(element);
            const isBox = element.getBoundingClientRect().width > 2;
            return isBox && overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
          })
          .map((element) => `${element.tagName}.${element.className}`),
      );
      expect(cut, path).toEqual([]);
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ).toBeLessThanOrEqual(0);
      await page.emulateMedia({ media: 'screen' });
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  test.each([WEIR, '/threads/quiet-weir/'])(
    '%s passes axe with what is folded or copied open',
    async (path) => {
      const own = await browser.newContext({ bypassCSP: true });
      await own.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: served.origin });
      const reader = await own.newPage();
      await reader.goto(`${served.origin}${path}`);
      await reader.evaluate(axe);
      await reader.evaluate(() => {
        for (const fold of document.querySelectorAll('details')) fold.open = true;
        document.querySelector<HTMLElement>('.copy')?.click();
      });
      const found: string[] = [];
      for (const width of [320, 1440])
        for (const colorScheme of ['light', 'dark'] as const) {
          await reader.setViewportSize({ width, height: 900 });
          await reader.emulateMedia({ colorScheme });
          found.push(...(await reader.evaluate(violations)).map((one) => `${width} ${colorScheme} ${one}`));
          expect(
            await reader.evaluate(
              () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
            ),
            `${width}`,
          ).toBeLessThanOrEqual(0);
        }
      await own.close();
      expect(found).toEqual([]);
    },
  );
});

async function violations(): Promise<string[]> {
  const { axe: checker } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } };
  const found = await checker.run({
    runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
    resultTypes: ['violations'],
  });
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
