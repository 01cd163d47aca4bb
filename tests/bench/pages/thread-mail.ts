import { detect } from '../../../src/importers/index.ts';
import type { Thread } from '../../../src/thread/schema.ts';
import { generateMbox } from '../generate.ts';

/** One thread, as a mailbox for the peers and as we import it, so that all show the same words. */
export interface ThreadMail {
  readonly posts: number;
  readonly mailbox: string;
  readonly thread: Thread;
  /** What begins the thread, as mail names it: `5.0@quay.example`. */
  readonly firstMessage: string;
  /** The post written last, and words that stand in no other. */
  readonly last: { readonly id: string; readonly words: string };
}

const MESSAGE_ID = /^Message-ID: <(.+)>$/m;
/** The end of a generated sentence: two words of few and a number of many. */
const LAST_WORDS = /[a-z]+\s[a-z]+\s\d+\.\s*$/;

/** A discussion made by rule, of so many posts. */
export async function threadMail(seed: number, posts: number): Promise<ThreadMail> {
  const mailbox = generateMbox(seed, 1, posts);
  const thread = await imported(mailbox);
  const last = thread.posts.toSorted((one, other) =>
    (one.published ?? '').localeCompare(other.published ?? ''),
  );
  return {
    posts,
    mailbox,
    thread,
    firstMessage: MESSAGE_ID.exec(mailbox)?.[1] ?? '',
    last: {
      id: last.at(-1)?.id ?? '',
      words: LAST_WORDS.exec(mailbox)?.[0].replaceAll(/\s+/g, ' ').trim() ?? '',
    },
  };
}

async function imported(mailbox: string): Promise<Thread> {
  const files = new Map([['list.mbox', new Blob([mailbox])]]);
  const importer = await detect(files);
  for await (const thread of importer?.parse(files, { warn: () => {} }) ?? []) return thread;
  throw new Error('The generated mailbox holds no thread.');
}
