import EmailReplyParser from 'email-reply-parser';
import { JSDOM } from 'jsdom';
import planer from 'planer';
import { type TrimOptions, trim } from '../../src/bodies/trim.ts';
import type { Body } from '../../src/thread/schema.ts';

/** A program that takes the author's own words out of a mail body; `null` where it does not read such bodies. */
export interface ReplyReader {
  readonly name: string;
  readonly readsHtml: boolean;
  readonly read: (body: Body, options: TrimOptions) => string | null;
}

export const READERS: readonly ReplyReader[] = [
  { name: 'Quotidian', readsHtml: true, read: (body, options) => trim(body, options) },
  {
    name: 'email-reply-parser',
    readsHtml: false,
    read: (body) => ('plain' in body ? new EmailReplyParser().read(body.plain).getVisibleText() : null),
  },
  { name: 'planer', readsHtml: true, read: readWithPlaner },
];

function readWithPlaner(body: Body): string | null {
  if ('plain' in body) return planer.extractFrom(body.plain, 'text/plain');
  if (!('html' in body)) return null;
  const { window } = new JSDOM();
  const html = planer.extractFrom(body.html, 'text/html', window.document);
  return new JSDOM(html).window.document.body.textContent;
}
