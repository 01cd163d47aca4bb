import type { Browser, Page } from 'playwright-core';

/** Lighthouse's slow 4G. */
const SLOW = {
  offline: false,
  latency: 150,
  downloadThroughput: (1638.4 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const MOST_PAGES = 100;
/** A page that fetches on and on is weighed as it is by then. */
const PATIENCE = 180_000;

export interface Weight {
  readonly requests: number;
  /** As they came over the network, compressed. */
  readonly bytes: number;
  readonly scriptBytes: number;
  readonly elements: number;
  /** Whether it had come to rest. */
  readonly whole: boolean;
}

export interface Way {
  /** Pages opened until the last post was on one; `null` where it could not be reached. */
  readonly pages: number | null;
  readonly seconds: number;
}

/** What a page costs to open, with script, before the reader does anything. */
export async function weigh(browser: Browser, address: string): Promise<Weight> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const scripts = new Set<string>();
  let [requests, bytes, scriptBytes] = [0, 0, 0];
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    requests += 1;
    bytes += encodedDataLength;
    if (scripts.has(requestId)) scriptBytes += encodedDataLength;
  });
  await page.goto(address, { timeout: PATIENCE });
  const whole = await page.waitForLoadState('networkidle', { timeout: PATIENCE }).then(
    () => true,
    () => false,
  );
  const elements = await page.evaluate(() => document.querySelectorAll('*').length);
  await context.close();
  return { requests, bytes, scriptBytes, elements, whole };
}

/** How a reader without script comes to the post written last, on slow 4G: each page is read to its end, then left by the link. */
export async function wayToLastPost(
  browser: Browser,
  { address, onward }: { readonly address: string; readonly onward: string },
  words: string,
): Promise<Way> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW);
  const started = performance.now();
  let pages = 0;
  let next: string | null = address;
  let found = false;
  while (next && !found && pages < MOST_PAGES) {
    await page.goto(next, { waitUntil: 'domcontentloaded', timeout: 120_000 });
    pages += 1;
    found = await shows(page, words);
    next = await page.evaluate(hrefOf, onward);
  }
  const seconds = (performance.now() - started) / 1000;
  await context.close();
  return { pages: found ? pages : null, seconds };
}

async function shows(page: Page, words: string): Promise<boolean> {
  const text = await page.evaluate(() => document.body.textContent);
  return text.replaceAll(/\s+/g, ' ').includes(words);
}

function hrefOf(selector: string): string | null {
  return document.querySelector<HTMLAnchorElement>(selector)?.href ?? null;
}
