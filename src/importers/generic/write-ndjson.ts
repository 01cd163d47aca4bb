import type { Post, Thread } from '../../thread/schema.ts';
import { formatOf, textOf } from './body-format.ts';
import { FORM } from './form.ts';

/** A thread as NDJSON of the generic form: a line for the thread, then one for each post. Reading it gives the thread. */
export function ndjsonOf({ id, title, origin, people, posts }: Thread): string {
  const head = { quotidian: FORM, thread: { id, title, origin, people } };
  return [head, ...posts.map(lineOf)].map((line) => `${JSON.stringify(line)}\n`).join('');
}

function lineOf({ body, ...post }: Post): object {
  return { ...post, format: formatOf(body), body: textOf(body) };
}
