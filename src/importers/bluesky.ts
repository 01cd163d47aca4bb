import { QuotidianError } from '../thread/error.ts';
import { delivery } from './assembly/draft.ts';
import { type Answer, answerIn, looksLikeAnswer, type Unshown } from './bluesky/answer.ts';
import { postIdOf } from './bluesky/at-uri.ts';
import { conversationsOf } from './bluesky/conversations.ts';
import { type FoundIn, postsOf, type ReadPost } from './bluesky/posts.ts';
import { threadOf } from './bluesky/thread.ts';
import type { Importer, Warning } from './importer.ts';
import { glance } from './reading/glance.ts';
import { readJsonFiles } from './reading/json-files.ts';

/**
 * Answers of the Bluesky API and records of the AT Protocol. Posts that answer each other are a thread, also where
 * they come in several files. What people show to signed-in users only stays out.
 */
export const bluesky: Importer = {
  name: 'bluesky',
  label: 'Bluesky',
  formats:
    'JSON of the Bluesky API: a thread (getPostThread, getPostThreadV2), lists of posts, feeds, one post, records',
  keeps:
    'replies, links, mentions and hashtags in the text, descriptions of media, link previews, labels as warnings, counts of likes, reposts and quote posts, quote posts with their consent',
  drops:
    'posts for signed-in users only, words that moderators or the thread’s author hid, who liked, who reposted',
  signs: ['indexedAt', 'createdAt', 'threadgate', 'replyCount', 'repostCount', 'facets', 'byteStart'],

  async detect(files) {
    if (files.size === 0) return false;
    for (const blob of files.values()) if (!looksLikeAnswer((await glance(blob)).json)) return false;
    return true;
  },

  async *parse(files, options) {
    const deliver = delivery(options);
    const found: FoundIn[] = [];
    const unshown: Unshown[] = [];
    const threadgates: unknown[] = [];
    for await (const { file, value } of readJsonFiles(files, options)) {
      const answer = answerOf(value, file);
      for (const one of answer.found) found.push({ ...one, file });
      for (const one of answer.unshown) unshown.push(one);
      for (const one of answer.threadgates) threadgates.push(one);
      answer.unshown.forEach((one) => {
        options.warn({ ...warningOf(one), file });
      });
    }
    const { posts, closed, unread } = postsOf(found, unshown, threadgates, options.warn);
    if (posts.length === 0) throw nothingShown(unread, [...files.keys()][0] ?? '');
    tellOfKept(posts, options.warn);
    for (const conversation of conversationsOf(posts)) {
      const thread = threadOf(conversation, closed, options);
      const delivered = thread && deliver(thread);
      if (delivered) yield delivered;
    }
  },
};

function answerOf(value: unknown, file: string): Answer {
  const answer = answerIn(value);
  if (answer) return answer;
  throw new QuotidianError('This is JSON, but it holds no post of Bluesky.', {
    code: 'not-bluesky',
    place: { file },
    hint: 'Save what app.bsky.feed.getPostThread answers for the address of a post.',
  });
}

function nothingShown(unread: readonly string[], file: string): QuotidianError {
  const [first] = unread;
  if (first !== undefined)
    return new QuotidianError(`No post of the export could be read. ${first}.`, {
      code: 'unreadable-export',
      place: { file },
      hint: 'Compare it with the lexicon app.bsky.feed.defs#postView, or export it again.',
    });
  return new QuotidianError('The server shows no post of this thread.', {
    code: 'empty-export',
    place: { file },
    hint: 'It may have been deleted, or its author shows it to signed-in users only.',
  });
}

const UNSHOWN: Readonly<Record<Unshown['why'], Pick<Warning, 'code' | 'message'>>> = {
  'not-found': { code: 'not-found', message: 'The server no longer finds a post that the thread names.' },
  blocked: {
    code: 'blocked',
    message: 'The server does not show a post, because one of two people blocks the other.',
  },
  'members-only': { code: 'not-public', message: 'A post is for signed-in users only and was left out.' },
};

function warningOf({ why, uri }: Unshown): Warning {
  return { post: postIdOf(uri), ...UNSHOWN[why] };
}

const MOST_NAMED = 5;

function tellOfKept(posts: readonly ReadPost[], warn: (warning: Warning) => void): void {
  for (const { uri, kept, file } of posts) {
    if (!kept) continue;
    const post = postIdOf(uri);
    if (kept === 'members')
      warn({
        post,
        file,
        code: 'not-public',
        message: 'The post is for signed-in users only and was left out.',
      });
    if (kept === 'removed')
      warn({
        post,
        file,
        code: 'hidden',
        message: 'Moderators or the thread’s author hid the post. Its words were left out.',
      });
  }
  const closed = posts.filter(({ kept, view }) => !kept && view.viewer?.embeddingDisabled === true);
  if (closed.length === 0) return;
  const named = closed.slice(0, MOST_NAMED).map(({ uri }) => postIdOf(uri));
  warn({
    code: 'quotes-closed',
    message: `Posts that let nobody quote them in a quote post: ${closed.length} (${named.join(', ')}${closed.length > MOST_NAMED ? ', …' : ''}).`,
  });
}
