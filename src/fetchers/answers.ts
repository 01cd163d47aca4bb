import { readJson } from '../importers/reading/json-file.ts';
import type { Answer } from './fetcher.ts';

/** The value of an answer in JSON. Throws `QuotidianError` as `readJson` does, with the address as its place. */
export function jsonOf({ content, url }: Answer): Promise<unknown> {
  return readJson(content, url);
}

/** A file of JSON for an importer. */
export function jsonFile(value: unknown): Blob {
  return new Blob([JSON.stringify(value)], { type: 'application/json' });
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
