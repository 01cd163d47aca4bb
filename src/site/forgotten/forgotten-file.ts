import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { QuotidianError } from '../../thread/error.ts';
import { personIdentity } from '../people/person-identity.ts';
import type { Person, PersonId, Post, Thread } from '../../thread/schema.ts';
import { saltedHash } from './word-codes.ts';

/** Where it is kept what was forgotten, so that it does not come back. */
export const FORGOTTEN_FILE = 'content/forgotten.json';

/** Nothing in it can be read: posts, people and words are there as hashes with a salt of the site's own. */
const forgottenSchema = z.strictObject({
  format: z.literal(1),
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  /** Of posts, by their place and by their address. */
  posts: z.array(z.string()),
  /** Of people → the pseudonym that stands for them; `null` for those who withdrew. */
  people: z.record(z.string(), z.string().nullable()),
  /** How many words in a row → their codes. */
  words: z.record(z.string().regex(/^[1-9]$/), z.array(z.string().regex(/^[0-9a-f]{21}$/))),
});

export type ForgottenFile = z.infer<typeof forgottenSchema>;

/** What the project in the folder `root` has forgotten; `null` where nothing was. */
export function readForgotten(root: string): ForgottenFile | null {
  const path = join(root, FORGOTTEN_FILE);
  if (!existsSync(path)) return null;
  const found = forgottenSchema.safeParse(jsonOf(readFileSync(path, 'utf8')));
  if (found.success) return found.data;
  throw new QuotidianError(
    `What was forgotten cannot be read: ${z.prettifyError(found.error).split('\n')[0]}`,
    {
      code: 'bad-forgotten',
      place: { file: FORGOTTEN_FILE },
      hint: 'Only “npx quotidian forget” writes this file: take it from git as it was.',
    },
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Where a post's id is the same in all exports that hold it. */
const UNIQUE_POSTS = new Set(['mail', 'usenet']);

/** The hashes by which a post is known again in another export. */
export function hashesOfPost(
  { id, url }: Pick<Post, 'id' | 'url'>,
  thread: Thread,
  salt: string,
): readonly string[] {
  const { platform } = thread.origin;
  return [
    `post ${thread.id}#${id}`,
    ...(url === undefined ? [] : [`post ${url}`]),
    ...(UNIQUE_POSTS.has(platform) ? [`post ${platform} ${id}`] : []),
  ].map((one) => saltedHash(one, salt));
}

/** The hash by which a person is known again in all threads. */
export function hashOfPerson(id: PersonId, person: Person, thread: Thread, salt: string): string {
  const { known: _, ...stored } = person;
  return saltedHash(`person ${personIdentity(id, stored, thread)}`, salt);
}
