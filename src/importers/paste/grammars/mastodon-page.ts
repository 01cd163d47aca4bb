import { displayName } from '../../../thread/display-name.ts';
import { hashedId } from '../../../thread/ids.ts';
import type { Inference, Person, Post, Thread } from '../../../thread/schema.ts';
import type { Warning } from '../../importer.ts';
import { type Block, placeBlocks } from '../blocks.ts';
import { splitCard } from '../cards.ts';
import { handleKeys } from '../handles.ts';
import { leadingMentions } from '../mentions.ts';
import { inferReplies, type Standing } from '../replies.ts';
import { continues } from '../series.ts';
import { titleFrom } from '../title.ts';
import type { Grammar, Mark } from './grammar.ts';
import { isBlank } from './mark-lines.ts';

/**
 * The page of a thread on Mastodon: posts one below the other, without authors and reply marks. Posts, authors and parents
 * follow from the mentions that posts begin with (`findBlocks`, `inferReplies`), and what is concluded so is named in
 * `inferred`; what has no unique conclusion is `null`, with a warning. People are those who wrote something; whoever is
 * only mentioned is none of them. A post's id is made of its text. Without any mention or header the whole text is one
 * post, for its paragraphs may be one person's.
 */
export const mastodonPage: Grammar = {
  name: 'mastodon-page',
  label: 'Mastodon page',
  weak: true,
  marks,
  read(lines) {
    const blocks = placeBlocks(lines).map(({ block }) => block);
    const { people, posts } = toPosts(blocks);
    return {
      title: titleFrom(blocks[0]?.text ?? ''),
      people,
      posts,
      warnings: [...warningsOf(posts, blocks)],
    };
  },
};

/** Lines that begin with a mention and go on in words are of one form, and so are those with name, handle and age. */
function marks(lines: readonly string[]): readonly Mark[] {
  if (isMail(lines) || isTable(lines)) return lines.map((line) => ({ letter: isBlank(line) ? '.' : '?' }));
  const starts = new Map(placeBlocks(lines).map(({ line, block }) => [line, block]));
  return lines.map((line, n) => {
    if (isBlank(line)) return { letter: '.' };
    const block = starts.get(n);
    const shape = block?.header ? 'name @handle age' : leadingMentions(line)?.text ? '@mention' : undefined;
    return { letter: block ? 'h' : 't', ...(shape !== undefined && { shape }) };
  });
}

// `Subject: Boats`
const MAIL_FIELD =
  /^(?:From|To|Cc|Subject|Date|Message-ID|Received|Return-Path|MIME-Version|Content-Type):\s/i;

function isMail(lines: readonly string[]): boolean {
  return lines.slice(0, 30).filter((line) => MAIL_FIELD.test(line)).length >= 3;
}

/** Three columns or more, and as many in each of the first lines. */
function isTable(lines: readonly string[]): boolean {
  const first = lines.slice(0, 5).filter((line) => line !== '');
  return [',', ';', '\t', '|'].some((separator) => {
    const columns = first.map((line) => line.split(separator).length);
    return first.length > 1 && columns.every((count) => count > 2 && count === columns[0]);
  });
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
