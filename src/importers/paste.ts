import { displayName } from '../thread/display-name.ts';
import { QuotidianError } from '../thread/error.ts';
import { hashedId, slug } from '../thread/ids.ts';
import type { Inference, Person, Post, Thread } from '../thread/schema.ts';
import type { ExportFiles, Importer, ImportOptions, Warning } from './importer.ts';
import { type Block, findBlocks } from './paste/blocks.ts';
import { splitCard } from './paste/cards.ts';
import { handleKeys } from './paste/handles.ts';
import { looksPasted } from './paste/looks-pasted.ts';
import { inferReplies, type Standing } from './paste/replies.ts';
import { continues } from './paste/series.ts';
import { titleFrom } from './paste/title.ts';

/**
 * The plain text that a browser copies from a thread's page: posts one below the other, without authors and reply
 * marks. Each file is a thread. Posts, authors and parents follow from the mentions that posts begin with
 * (`findBlocks`, `inferReplies`), and what is concluded so is named in `inferred`; what has no unique conclusion
 * is `null`, with a warning. People are those who wrote something; whoever is only mentioned is none of them.
 * A post's id is made of its text. Without any mention or header the whole text is one post, for its paragraphs
 * may be one person's.
 */
export const paste: Importer = {
  name: 'paste',
  label: 'Copied text',
  formats:
    'the plain text of a thread as a browser copies it, in which replies begin with @mentions (.txt, .md)',
  keeps:
    'who speaks, whom they answer, the words, dates where the copy shows them; all that is guessed is marked',
  drops: 'counts, buttons and other words of the page itself',
  signs: [],

  async detect(files) {
    if (files.size === 0) return false;
    for (const [path, blob] of files) if (!(await looksPasted(path, blob))) return false;
    return true;
  },

  async *parse(files, options) {
    yield* readThreads(files, options);
  },
};

const LARGEST = 16 * 1024 * 1024;

async function* readThreads(files: ExportFiles, options: ImportOptions): AsyncGenerator<Thread> {
  const taken = new Set<string>();
  const copies = new Set<string>();
  let bytes = 0;
  for (const [file, blob] of files) {
    const text = await readText(file, blob);
    bytes += blob.size;
    options.progress?.(bytes);
    const blocks = findBlocks(text);
    const title = titleFrom(blocks[0]?.text ?? '');
    const content = hashedId(text);
    if (blocks.length === 0 || copies.has(content)) {
      options.warn({ file, ...leftOut(file, blocks) });
      continue;
    }
    copies.add(content);
    const id = taken.has(slug(title)) ? `${slug(title)}-${content}` : slug(title);
    taken.add(id);
    if (options.select && !options.select({ id, title, posts: blocks.length })) continue;
    const { people, posts } = toPosts(blocks);
    for (const warning of warningsOf(posts, blocks)) options.warn({ file, ...warning });
    yield { format: 1, id, title, origin: { platform: 'copy', importer: 'paste' }, people, posts };
  }
}

function leftOut(file: string, blocks: readonly Block[]): Warning {
  return blocks.length === 0
    ? { code: 'empty', message: `${file} holds no text, so there is no thread in it.` }
    : { code: 'duplicate-thread', message: `${file} is the same as a file before it and was left out.` };
}

async function readText(file: string, blob: Blob): Promise<string> {
  if (blob.size > LARGEST)
    throw new QuotidianError(`${file} is larger than 16 MiB, which no copy of a thread is.`, {
      code: 'too-large',
      place: { file },
      hint: 'Copy one thread into one file.',
    });
  const text = await blob.text();
  if (text.includes('\0'))
    throw new QuotidianError(`${file} is not UTF-8 text: it holds NUL characters.`, {
      code: 'not-text',
      place: { file },
      hint: 'Save the copy again as plain text in UTF-8.',
    });
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

function toPosts(blocks: readonly Block[]): Pick<Thread, 'people' | 'posts'> {
  const keyOf = handleKeys(
    blocks.flatMap(({ header }) => (header ? [header.handle] : [])),
    blocks.flatMap(({ mentions }) => mentions),
  );
  const standings = inferReplies(
    blocks.map((block, n) => ({
      mentions: block.mentions.map(keyOf),
      author: block.header ? keyOf(block.header.handle) : null,
      continues: continuesAbove(blocks, n),
    })),
  );
  const ids = textIds(blocks.map(({ text }) => text));
  return {
    people: peopleOf(blocks, standings, keyOf),
    posts: blocks.map((block, n) => toPost(block, standings[n] ?? { author: null, parent: null }, ids, n)),
  };
}

function continuesAbove(blocks: readonly Block[], n: number): boolean {
  const [above, block] = [blocks[n - 1], blocks[n]];
  if (!above || !block) return false;
  const strangers = above.header && block.header && above.header.handle !== block.header.handle;
  return !strangers && continues(above, block);
}

function toPost(block: Block, { author, parent }: Standing, ids: readonly string[], n: number): Post {
  const { text, card } = splitCard(block.text);
  const inferred: Inference[] = [];
  if (author !== null && !block.header) inferred.push('author');
  if (parent !== null) inferred.push('parent');
  return {
    id: ids[n] ?? '',
    author: author === null ? null : hashedId(author),
    parent: parent === null ? null : (ids[parent] ?? null),
    body: { plain: text },
    ...(card && { cards: [card] }),
    ...(inferred.length > 0 && { inferred }),
  };
}

/** Of the text without regard to white space; of the second post with a text also of its number. */
function textIds(texts: readonly string[]): readonly string[] {
  const met = new Map<string, number>();
  return texts.map((text) => {
    const words = text.trim().replace(/\s+/g, ' ');
    const ordinal = (met.get(words) ?? 0) + 1;
    met.set(words, ordinal);
    return hashedId(ordinal === 1 ? words : `${words}\n${ordinal}`);
  });
}

/** Handles as they are first written, by a hash of the handle (which may be any word, `__proto__` too). */
function peopleOf(
  blocks: readonly Block[],
  standings: readonly Standing[],
  keyOf: (handle: string) => string,
): Record<string, Person> {
  const authors = new Set(standings.map(({ author }) => author));
  const people = new Map<string, Person>();
  for (const { header } of blocks) if (header) people.set(keyOf(header.handle), personOf(header));
  for (const handle of blocks.flatMap(({ mentions }) => mentions)) {
    const key = keyOf(handle);
    if (authors.has(key) && !people.has(key)) people.set(key, { handle });
  }
  return Object.fromEntries([...people].map(([key, person]) => [hashedId(key), person]));
}

function personOf({ handle, name }: NonNullable<Block['header']>): Person {
  const shown = displayName(name);
  return shown === '' ? { handle } : { handle, name: shown };
}

function* warningsOf(posts: readonly Post[], blocks: readonly Block[]): Generator<Warning> {
  if (blocks.every(({ header, mentions }) => header === null && mentions.length === 0)) {
    yield {
      code: 'no-structure',
      message:
        'No line begins with a mention, so nothing about authors and replies is known. The whole text is one post.',
    };
    return;
  }
  const orphans = posts.slice(1).filter((post) => post.parent === null);
  const nameless = posts.filter((post) => post.author === null);
  if (nameless.length > 0)
    yield {
      code: 'unknown-author',
      message: `${summary(nameless, posts)} no known author: ${listed(nameless)}.`,
    };
  if (orphans.length > 0)
    yield {
      code: 'unknown-parent',
      message: `${summary(orphans, posts)} no known parent: ${listed(orphans)}.`,
    };
}

function summary(some: readonly Post[], all: readonly Post[]): string {
  return `${some.length} of ${all.length} posts ${some.length === 1 ? 'has' : 'have'}`;
}

const MOST_LISTED = 100;

function listed(posts: readonly Post[]): string {
  const rest = posts.length - MOST_LISTED;
  const ids = posts.slice(0, MOST_LISTED).map(({ id }) => id);
  return ids.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
