import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from '../site/browser.ts';
import { startServer } from './dev-server.ts';
import { makeProject, type Project } from './project.ts';

const DRAFT = `---
# Mine.
title: Low water
date: 2026-10-20
threads: [quiet-weir] # the weir
draft: true
---

The weir, again.

> Nobody at all has ever said this of a weir.

And so on.
`;
const OVERLAY = 'content/threads/quiet-weir.yaml';
const AXE = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

/** Generous: the machine may be busy. */
const SOON = { timeout: 20_000 };

let project: Project;
let server: ChildProcess;
let origin: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  project = await makeProject('example');
  await project.write('content/digests/low-water.md', DRAFT);
  ({ server, origin } = await startServer(project.root));
  browser = await openBrowser();
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  page = await context.newPage();
});

afterAll(async () => {
  await browser?.close();
  server?.kill();
  await project?.remove();
});

const read = (file: string) => readFileSync(join(project.root, file), 'utf8');
const panel = () => page.getByRole('dialog', { name: 'Quotidian' });
const status = () => panel().getByRole('status');

async function openThread(): Promise<void> {
  // What the test before has written may yet have the page loaded again.
  await page.goto('about:blank');
  await page.goto(`${origin}/robots.txt`);
  await page.evaluate(() => sessionStorage.clear());
  await page.goto(`${origin}/threads/quiet-weir/`);
  await page.locator('astro-dev-toolbar').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Quotidian' }).waitFor({ state: 'attached' });
}

/** Selects a paragraph that somebody wrote, and gives its words and the post's id. */
async function selectParagraph(number = 0): Promise<{ id: string; words: string }> {
  return page.evaluate((n) => {
    const paragraphs = [...document.querySelectorAll('article.post .e-content > p')].filter(
      (one) => (one.textContent ?? '').length > 40 && !one.querySelector('a, code, .inline-quote'),
    );
    const paragraph = paragraphs[n] as HTMLElement;
    getSelection()?.selectAllChildren(paragraph);
    return { id: paragraph.closest('article')?.id ?? '', words: paragraph.textContent?.trim() ?? '' };
  }, number);
}

describe('on a thread’s page', () => {
  test('q copies the chosen words as a quote that is judged verbatim, with whose they are', async () => {
    await openThread();
    const { id, words } = await selectParagraph();
    await page.keyboard.press('q');
    await expect.poll(() => status().textContent(), SOON).toBe('The quote is on the clipboard.');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.replace(/^> ?/gm, '').replace(/\s+/g, ' ')).toContain(words.slice(0, 30));
    expect(copied).toMatch(new RegExp(`^> — \\[[^\\]]+\\]\\(quiet-weir#${id}\\)$`, 'm'));
  });

  test('words of two posts are refused', async () => {
    await openThread();
    await page.evaluate(() => {
      const [first, second] = document.querySelectorAll('article.post .e-content');
      if (first && second) getSelection()?.setBaseAndExtent(first, 0, second, 1);
    });
    await page.keyboard.press('q');
    await expect.poll(() => status().textContent(), SOON).toBe('Select words in one post first.');
  });

  test('i puts them behind the last quote of the draft, and what stands in it stays as it is', async () => {
    await openThread();
    await page.getByRole('button', { name: 'Quotidian' }).click();
    await panel().getByLabel('Place').selectOption('After the last quote');
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const { id } = await selectParagraph(1);
    await page.keyboard.press('i');
    await expect.poll(() => read('content/digests/low-water.md'), SOON).toContain(`(quiet-weir#${id})`);
    const text = read('content/digests/low-water.md');
    const [before, after] = DRAFT.split('\n\nAnd so on.') as [string, string];
    expect(text.startsWith(`${before}\n\n> `)).toBe(true);
    expect(text.endsWith(`\n\nAnd so on.${after}`)).toBe(true);
    await expect.poll(() => status().textContent(), SOON).toBe('Written to content/digests/low-water.md.');
    await panel().getByRole('button', { name: /^Undo/ }).click();
    await expect.poll(() => read('content/digests/low-water.md'), SOON).toBe(DRAFT);
  });

  test('drafts are listed with what check finds in them, and lead to their pages', async () => {
    await openThread();
    await page.getByRole('button', { name: 'Quotidian' }).click();
    await expect.poll(() => panel().textContent(), SOON).toContain('low-water.md:11');
    await panel().getByRole('link', { name: 'Low water' }).click();
    await page.waitForURL('**/digests/low-water/');
    expect(await page.locator('main h1').textContent()).toContain('Low water');
  });

  test('a note is written to the overlay, keeps its comments, and is shown', async () => {
    await project.write(
      OVERLAY,
      `# What we decided.\n${existsSync(join(project.root, OVERLAY)) ? read(OVERLAY) : 'title: The weir\n'}`,
    );
    await openThread();
    await page.getByRole('button', { name: 'Quotidian' }).click();
    await expect.poll(() => panel().getByRole('combobox', { name: 'Post' }).inputValue(), SOON).not.toBe('');
    await panel().getByLabel('Decision').selectOption('Note beside it');
    await panel()
      .getByLabel(/^Note, in Markdown/)
      .fill('The gauge was *broken*.');
    await panel().getByRole('button', { name: 'Write to the overlay' }).click();
    await expect.poll(() => read(OVERLAY), SOON).toContain('The gauge was *broken*.');
    expect(read(OVERLAY)).toMatch(/^# What we decided\./);
    await expect.poll(() => page.locator('main').textContent(), SOON).toContain('The gauge was broken.');
  });

  test.each(['light', 'dark'] as const)('the open panel has no fault that axe knows, %s', async (scheme) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openThread();
    await page.getByRole('button', { name: 'Quotidian' }).click();
    await panel().waitFor();
    await page.evaluate(AXE);
    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: {
          run(...given: unknown[]): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
        };
      };
      const of = {
        fromShadowDom: [
          'astro-dev-toolbar',
          'astro-dev-toolbar-app-canvas[data-app-id="quotidian"]',
          '.panel',
        ],
      };
      const { violations: found } = await axe.run({ include: [of] });
      return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    expect(violations).toEqual([]);
  });

  test('Escape closes it', async () => {
    await openThread();
    await page.getByRole('button', { name: 'Quotidian' }).click();
    await panel().waitFor();
    await page.keyboard.press('Escape');
    await panel().waitFor({ state: 'hidden' });
  });
});

test('nothing of it is in a built site', () => {
  const dist = inject('example');
  const texts = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:html|js|css)$/.test(name))
    .map((name) => readFileSync(join(dist, name), 'utf8'));
  expect(texts.length).toBeGreaterThan(10);
  for (const text of texts)
    expect(text).not.toMatch(/quotidian:ask|quotidian-desk|Put into the draft|dev-toolbar/);
});
