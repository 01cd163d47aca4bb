import { readFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { openBrowser } from './browser.ts';

// Takes the README's picture of a rendered quote from the built site: `npm run build && npm run picture`.

const ROOT = resolve(import.meta.dirname, '../..');
const PAGE = '/digests/2026-10-27-the-night-the-weir-went-quiet/';
const QUOTE = 'figure[data-fidelity="abridged"]';
const HOST = 'https://quotidian.example';
const SIZE = { width: 1000, height: 900 };
/** Around the quote, in pixels. */
const MARGIN = 28;
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const browser = await openBrowser();
for (const colorScheme of ['light', 'dark'] as const) {
  const page = await browser.newPage({ viewport: SIZE, colorScheme, deviceScaleFactor: 2 });
  await page.route(`${HOST}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const file = join(ROOT, 'dist', pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    const contentType = TYPES[extname(file)] ?? 'application/octet-stream';
    await route.fulfill({ contentType, body: await readFile(file) });
  });
  await page.goto(`${HOST}${PAGE}`);
  await page.evaluate(() => document.fonts.ready);
  const quote = page.locator(QUOTE).first();
  await quote.scrollIntoViewIfNeeded();
  const box = await quote.boundingBox();
  if (!box) throw new Error(`${PAGE} shows no ${QUOTE}.`);
  const clip = { x: 0, y: box.y - MARGIN, width: SIZE.width, height: box.height + 2 * MARGIN };
  await page.screenshot({ path: join(ROOT, `docs/quote-${colorScheme}.png`), clip });
  await page.close();
}
await browser.close();
