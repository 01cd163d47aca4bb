import { readJson } from '../importers/reading/json-file.ts';
import { QuotidianError } from '../thread/error.ts';
import { strangeAnswer } from './faults.ts';
import type { Answer, Ask } from './fetcher.ts';

/** The value of an answer in JSON. Throws `QuotidianError` as `readJson` does, with the address as its place. */
export function jsonOf({ content, url }: Answer): Promise<unknown> {
  return readJson(content, url);
}

/** A file of JSON for an importer. Throws `QuotidianError` for what is nested deeper than any platform answers. */
export function jsonFile(value: unknown): Blob {
  try {
    return new Blob([JSON.stringify(value)], { type: 'application/json' });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new QuotidianError('What was fetched is nested too deep.', {
      code: 'too-deep',
      hint: 'No platform answers so. Save the thread by other means, and import the file.',
    });
  }
}

/** `<https://quay.example/?page=2>; rel="next"` in a list of such links (RFC 8288). */
const LINK = /<([^<>]{1,2000})>\s{0,8};([^<]{0,500})/g;
const RELATION = /(?:^|;)\s{0,8}rel="?([\w -]{1,100})"?/i;

/** Where the answer says that it goes on: its `Link` header with the relation `next`; `undefined` at the end. */
export function nextPage(answer: Answer): string | undefined {
  const links = [...(answer.header('link') ?? '').matchAll(LINK)];
  const next = links.find(([, , parameters = '']) =>
    RELATION.exec(parameters)?.[1]?.split(' ').includes('next'),
  );
  return next?.[1] === undefined ? undefined : URL.parse(next[1], answer.url)?.href;
}

/** The items of a list that is answered page by page, each naming the next in its `Link` header. Throws `QuotidianError`. */
export async function pagesOf(url: string, ask: Ask): Promise<readonly unknown[]> {
  return restOfPages(await ask(url), ask);
}

/** The same, where the first page is there already. */
export async function restOfPages(first: Answer, ask: Ask): Promise<readonly unknown[]> {
  const { origin } = new URL(first.url);
  const items: unknown[] = [];
  for (let page = first; ;) {
    const list = await jsonOf(page);
    if (!Array.isArray(list)) throw strangeAnswer(page.url, 'is no list');
    for (const item of list) items.push(item);
    const next = nextPage(page);
    if (next === undefined) return items;
    if (new URL(next).origin !== origin)
      throw strangeAnswer(page.url, `goes on at ${next}, on another server`);
    page = await ask(next);
  }
}
