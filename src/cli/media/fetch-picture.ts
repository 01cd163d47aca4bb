import { type FetchingVoice, openClient } from '../fetching/open-client.ts';
import { QuotidianError } from '../../thread/error.ts';

/** Bytes of one picture, in an export or on the web. */
export const LARGEST_PICTURE = 20 * 1024 * 1024;

/** Fetches the pictures of one thread. */
export interface PictureFetch {
  /** Throws `QuotidianError`. A host that does not answer is not asked for the next one. */
  picture(url: string): Promise<Blob>;
  done(): Promise<void>;
  close(): Promise<void>;
}

/** A fetch of the pictures of a thread, by its id. */
export function openPictureFetch(thread: string, voice: Omit<FetchingVoice, 'warn'>): PictureFetch {
  // No token is shown: what only some may see is not for everybody’s eyes.
  const client = openClient(`pictures of ${thread}`, voice, new Map());
  const silent = new Set<string>();
  return {
    async picture(url) {
      const host = URL.parse(url)?.host ?? '';
      if (silent.has(host)) throw leftAlone(host);
      try {
        const options = { accept: ACCEPTED, only: 'image/', most: LARGEST_PICTURE };
        return (await client.ask(url, options)).content;
      } catch (error) {
        if (error instanceof QuotidianError && SILENT.test(error.code)) silent.add(host);
        throw error;
      }
    },
    done: () => client.done(),
    close: () => client.close(),
  };
}

const ACCEPTED = 'image/avif,image/webp,image/jpeg,image/png,image/gif';
/** No answer, a fault of the server’s, or too many questions. */
const SILENT = /^(?:no-answer|http-5\d\d|http-429)$/;

function leftAlone(host: string): QuotidianError {
  return new QuotidianError(`${host} did not answer before, and is left alone.`, { code: 'left-alone' });
}
