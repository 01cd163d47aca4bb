import { readFile } from 'node:fs/promises';
import { QuotidianError } from '../thread/error.ts';
import { type Thread, threadSchema } from '../thread/schema.ts';

/** Where a thread lies, from the project's folder. */
export function threadPath(id: string): string {
  return `content/threads/${id}.json`;
}

/** The bytes of a thread file: the schema's order of keys, two spaces, a line feed at the end. */
export function threadText(thread: Thread): string {
  return `${JSON.stringify(thread, null, 2)}\n`;
}

/** The text of a file, or `null` where there is none. */
export async function textIfAny(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new QuotidianError(`“${path}” cannot be read (${error.code}).`, {
      code: 'unreadable',
      place: { file: path },
    });
  });
}

/** The thread that a thread file holds. Throws where it is not one. */
export function parseThread(text: string, path: string): Thread {
  const result = threadSchema.safeParse(jsonIfAny(text));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new QuotidianError(
    `“${path}” is not a thread file: ${issue?.path.join('.') || 'the whole'}: ${issue?.message}.`,
    {
      code: 'invalid-thread',
      place: { file: path },
      hint: 'Import the export again.',
    },
  );
}

/** The thread that a thread file holds; `null` where it is not one. */
export function threadIfAny(text: string): Thread | null {
  return threadSchema.safeParse(jsonIfAny(text)).data ?? null;
}

/** Whether a JSON value says that it is a thread file. */
export function looksLikeThread(text: string): boolean {
  const value = jsonIfAny(text);
  return (
    typeof value === 'object' && value !== null && 'format' in value && 'origin' in value && 'posts' in value
  );
}

function jsonIfAny(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
