import type { Thread } from '../../src/thread/schema.ts';
import { generateThread } from '../bench/generate.ts';
import { hostileThread, HARM } from './hostile-thread.ts';
import { PICTURES, PICTURES_OVERLAY, PICTURES_THREAD } from './pictures-thread.ts';
import { SENTENCES, SENTENCES_THREAD } from './sentences-thread.ts';

/** Of two parts: what takes a base for one name shows. */
export const HARD_BASE = '/a/b';
export const LONG_THREAD = 'generated-7';
export const LONG_THREAD_POSTS = 1000;
/** A thousand posts, each an answer to the one before. */
export const CHAIN_THREAD = 'generated-9';

/** The site stands below a folder of its host. */
export function hardConfig(): string {
  return `import { defineConfig } from 'astro/config';
import { quotidian } from './src/index.ts';
export default defineConfig({ base: '${HARD_BASE}', integrations: [quotidian()] });
`;
}

const hostile = hostileThread('hostile', (harm) => harm);
/** The same thread in harmless words: pages of the two must have one skeleton. */
const tame = hostileThread('tame', () => 'harmless');

/** Path in the project → text. */
export const HARD_CONTENT: Readonly<Record<string, string>> = {
  'content/site.yaml': 'title: "Notes </title><script>window.pwned=1</script>"\nurl: https://quay.example\n',
  'content/threads/hostile.json': JSON.stringify(hostile),
  'content/threads/tame.json': JSON.stringify(tame),
  [`content/threads/${LONG_THREAD}.json`]: JSON.stringify(generateThread(7, LONG_THREAD_POSTS)),
  [`content/threads/${CHAIN_THREAD}.json`]: JSON.stringify(chained(generateThread(9, 1000))),
  [`content/threads/${SENTENCES}.json`]: JSON.stringify(SENTENCES_THREAD),
  [`content/digests/${SENTENCES}.md`]: digest({
    title: 'The key',
    threads: [SENTENCES],
    body: '::post{#k2}',
  }),
  [`content/threads/${PICTURES_THREAD}.json`]: JSON.stringify(PICTURES),
  [`content/threads/${PICTURES_THREAD}.yaml`]: PICTURES_OVERLAY,
  'content/digests/pictures.md': digest({
    title: 'The quay in pictures',
    threads: [PICTURES_THREAD],
    body: '::thread{#p1 depth=1}',
  }),
  'content/digests/hostile.md': digest({
    title: HARM.join(' '),
    threads: ['hostile', 'tame'],
    body: hostile.posts.map(({ id }) => `::post{#${id}}`).join('\n\n'),
  }),
  'content/digests/unsourced.md': digest({
    title: 'Nobody said this',
    threads: ['hostile', 'tame'],
    body: 'A line before.\n\n> These words of the harbour master stand in no thread at all.',
  }),
};

function chained(thread: Thread): Thread {
  const posts = thread.posts.map((post, n) => ({ ...post, parent: thread.posts[n - 1]?.id ?? null }));
  return { ...thread, posts };
}

function digest({ title, threads, body }: { title: string; threads: string[]; body: string }): string {
  const frontmatter = { title, date: '2026-03-11', summary: title, threads, tags: HARM, editors: HARM };
  const lines = Object.entries(frontmatter).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
}
