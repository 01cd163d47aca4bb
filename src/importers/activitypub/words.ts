import { displayName } from '../../thread/display-name.ts';
import type { Body } from '../../thread/schema.ts';
import { textForTitle } from '../assembly/title.ts';
import { isRecord } from '../reading/glance.ts';
import { language } from '../reading/fields.ts';
import { mediaTypeOf } from './json-ld.ts';
import { POST_TYPES } from './kinds.ts';
import type { PostObject } from './object.ts';

/** A post's text and what is said about it. */
export interface Words {
  readonly body: Body;
  readonly lang?: string;
  readonly subject?: string;
  /** A content warning. */
  readonly warning?: string;
}

/**
 * The words of a post. `content` is what its server shows; `source`, what the author typed, is not read. A summary is a
 * content warning on a note or a question, as Mastodon reads it, and on a work that is called sensitive; elsewhere it
 * is an excerpt, and only read where there is no content.
 */
export function wordsOf(object: PostObject): Words {
  const { content, contentMap, type, sensitive } = object;
  const subject = displayName(plain(object.name || firstOf(object.nameMap)));
  const summary = object.summary.trim() || firstOf(object.summaryMap).trim();
  const warns = POST_TYPES.get(type) === 'words' || sensitive === true;
  const text = content || firstOf(contentMap) || (warns || plain(summary) === subject ? '' : summary);
  const lang = languageOf(object);
  return {
    body: bodyOf(text, object),
    ...(lang && { lang }),
    ...(subject && { subject }),
    ...(warns && summary && { warning: plain(summary) }),
  };
}

function bodyOf(text: string, { mediaType }: PostObject): Body {
  const type = mediaTypeOf(mediaType);
  if (type === 'text/markdown') return { markdown: text, flavour: 'commonmark' };
  return type === 'text/plain' ? { plain: text } : { html: text };
}

/** The language whose text the content is; `contentMap` may hold translations beside it. */
function languageOf({ content, contentMap, language: named }: PostObject): string | undefined {
  const entries = Object.entries(contentMap ?? {});
  const entry = content && entries.length > 1 ? entries.find(([, text]) => text === content) : entries[0];
  const identifier = isRecord(named) ? named.identifier : named;
  return known(entry?.[0]) ?? (entries.length === 0 ? known(identifier) : undefined);
}

/** `und`: not determined. */
function known(tag: unknown): string | undefined {
  const read = language.safeParse(tag).data;
  return read && read !== 'und' ? read : undefined;
}

function firstOf(byLanguage: Readonly<Record<string, string>> | null | undefined): string {
  return Object.values(byLanguage ?? {})[0] ?? '';
}

/** `<b>Tides</b>`: names and summaries are plain in most places, and HTML in some. */
const MARKUP = /<[a-z/!]|&[a-z#]/i;

function plain(text: string): string {
  return MARKUP.test(text) ? textForTitle(text).replace(/\s+/g, ' ').trim() : text.trim();
}
