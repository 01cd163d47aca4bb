import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** An answer as it is kept on disk. */
export interface KeptAnswer {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly content: Uint8Array;
}

/** Answers of an unfinished fetch, so that one which was interrupted goes on where it stopped. */
export interface KeptAnswers {
  get(request: string): Promise<KeptAnswer | undefined>;
  put(request: string, answer: KeptAnswer): Promise<void>;
  /** Forgets them: the fetch is done. */
  clear(): Promise<void>;
}

/** Milliseconds. A thread goes on; what is older is asked for again. */
const FRESH = 60 * 60 * 1000;

/** The answers kept for one address, in a folder of its own below `folder`. */
export function keptAnswers(folder: string, address: string, now: () => number): KeptAnswers {
  const home = join(folder, hash(address));
  const place = (request: string) => join(home, hash(request));
  return {
    async get(request) {
      const path = place(request);
      const info = await stat(`${path}.json`).catch(() => null);
      if (!info || now() - info.mtimeMs > FRESH) return undefined;
      try {
        const about = JSON.parse(await readFile(`${path}.json`, 'utf8')) as Omit<KeptAnswer, 'content'>;
        return { ...about, content: await readFile(`${path}.content`) };
      } catch {
        return undefined;
      }
    },
    async put(request, { url, headers, content }) {
      const path = place(request);
      await mkdir(home, { recursive: true });
      await writeFile(`${path}.content`, content);
      await writeFile(`${path}.json`, JSON.stringify({ url, headers }));
    },
    clear: () => rm(home, { recursive: true, force: true }),
  };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
