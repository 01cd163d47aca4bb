import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openBrowser } from '../site/browser.ts';
import { builtMails, builtPages } from './built-page.ts';
import { HARD_BASE, HARD_CONTENT, hardConfig } from './hard-content.ts';
import { PICTURE_FILES } from './pictures-thread.ts';
import { PAGE_KINDS, pathsOf, THEMES, WIDTHS } from './page-kinds.ts';
import { makeProject } from './project.ts';
import { serve } from './serve.ts';
import { SINK_SITE } from './sink-site.ts';

/*
 * npm run screenshots [kind …]
 *
 * Builds the sites under test, and draws the first page of every kind, or of those that are named, in each
 * theme and width and as a PDF, for the eye: node_modules/.cache/screenshots/<kind>-<theme>-<width>.png.
 */
const OUT = resolve(import.meta.dirname, '../../node_modules/.cache/screenshots');
/** A long page is cut here: what follows looks like what came before. */
const TALLEST = 6000;
const asked = process.argv.slice(2);
const kinds = PAGE_KINDS.filter(({ kind }) => asked.length === 0 || asked.includes(kind));

const projects = {
  example: await makeProject('example'),
  hard: await makeProject('empty'),
  sink: await makeProject('empty'),
};
const browser = await openBrowser();
try {
  await projects.hard.write('astro.config.mjs', hardConfig());
  for (const [path, text] of Object.entries(HARD_CONTENT)) await projects.hard.write(path, text);
  for (const [path, content] of Object.entries(PICTURE_FILES)) await projects.hard.write(path, content);
  for (const [path, text] of Object.entries(SINK_SITE)) await projects.sink.write(path, text);
  await rm(OUT, { recursive: true, force: true });
  await mkdir(OUT, { recursive: true });
  for (const site of ['example', 'hard', 'sink'] as const) {
    const ofSite = kinds.filter((kind) => kind.site === site);
    if (ofSite.length > 0) await draw(site, ofSite);
  }
  console.log(`The pictures lie in ${OUT}`);
} finally {
  await browser.close();
  await Promise.all(Object.values(projects).map((project) => project.remove()));
}

async function draw(site: keyof typeof projects, ofSite: typeof kinds): Promise<void> {
  const { code, output } = await projects[site].build();
  if (code !== 0) throw new Error(output);
  const base = site === 'hard' ? HARD_BASE : '';
  const served = await serve(projects[site].dist, base);
  const { dist } = projects[site];
  const paths = [...builtPages(dist, base), ...builtMails(dist, base)].map(({ path }) => path);
  for (const kind of ofSite) {
    const [path] = pathsOf(kind, paths);
    if (path !== undefined) await drawPage(kind.kind, `${served.origin}${path}`);
  }
  served.close();
}

async function drawPage(kind: string, address: string): Promise<void> {
  const page = await browser.newPage({ bypassCSP: true });
  await page.goto(address);
  // Posts that are off screen would be drawn empty.
  await page.addStyleTag({ content: '* { content-visibility: visible !important }' });
  await page.evaluate(() => document.fonts.ready);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const tall = await page.evaluate(() => document.documentElement.scrollHeight);
    const height = Math.min(tall, TALLEST);
    await page.setViewportSize({ width, height });
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(OUT, `${kind}-${colorScheme}-${width}.png`) });
    }
  }
  await page.pdf({ path: join(OUT, `${kind}.pdf`), preferCSSPageSize: true });
  await page.close();
}
