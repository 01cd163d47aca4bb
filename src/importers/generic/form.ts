/*
 * The generic form, docs/generic-form.md: what has no importer, a post a line. NDJSON holds a whole thread; CSV holds
 * these columns of it, of which `body` and `format` show that a file is of this form.
 */

/** The version that the first line of NDJSON names; a file of a later one is refused. */
export const FORM = 1;

/** The platform of a thread that does not name one. */
export const PLATFORM = 'file';

/** What both kinds of file may say of a post, in the order in which it is written. */
export const COLUMNS = [
  'thread',
  'title',
  'id',
  'parent',
  'author',
  'person',
  'name',
  'wishes',
  'published',
  'edited',
  'url',
  'subject',
  'lang',
  'warning',
  'sensitive',
  'state',
  'inferred',
  'format',
  'body',
  'attachments',
] as const;

/** What of a post only NDJSON holds. */
export const NESTED = ['cards', 'poll', 'reactions', 'emoji', 'quoted'] as const;

export type Column = (typeof COLUMNS)[number];

/** A post as a line says it: column → value. What is empty is absent. */
export type Row = Readonly<Record<string, unknown>>;

/** A line of a file of the generic form. */
export type Line =
  | { readonly kind: 'post'; readonly line: number; readonly row: Row }
  | { readonly kind: 'thread'; readonly line: number; readonly thread: Row }
  /** It cannot be read, and why, as the end of a sentence. */
  | { readonly kind: 'unread'; readonly line: number; readonly reason: string };
