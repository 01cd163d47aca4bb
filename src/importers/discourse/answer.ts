import { z } from 'zod';
import { QuotidianError } from '../../thread/error.ts';
import { id } from '../reading/fields.ts';
import { hasKeys, isRecord } from '../reading/glance.ts';

/** What one saved answer of the API holds. */
export interface Answer {
  readonly file: string;
  /** The topic that its posts belong to, where the answer or its first post names it. */
  readonly topicId: string | undefined;
  /** The topic itself, where the answer describes it. */
  readonly topic?: Readonly<Record<string, unknown>>;
  readonly posts: readonly unknown[];
  /** The ids of all posts of the topic, held or not. */
  readonly stream: readonly string[];
}

/**
 * A saved answer: a topic (`/t/ID.json`), more of its posts (`/t/ID/posts.json?post_ids[]=…`), one post
 * (`/posts/ID.json`). Throws `QuotidianError` for a list of topics and for whatever else it is.
 */
export function answerIn(value: unknown, file: string): Answer {
  if (isPost(value)) return { file, topicId: idIn(value.topic_id), posts: [value], stream: [] };
  if (isTopic(value)) {
    const { posts, stream } = value.post_stream;
    const first = posts.find(isRecord);
    const whole = Object.hasOwn(value, 'title');
    return {
      file,
      topicId: idIn(value.id) ?? idIn(first?.topic_id),
      ...(whole ? { topic: value } : {}),
      posts,
      stream: Array.isArray(stream) ? stream.flatMap((one) => idIn(one) ?? []) : [],
    };
  }
  throw isList(value)
    ? new QuotidianError('This is a list of topics or of latest posts, not a discussion.', {
        code: 'not-a-thread',
        place: { file },
        hint: 'Save a topic itself: its address with “.json” behind it, as /t/77.json?print=true.',
      })
    : new QuotidianError('This is JSON, but not a topic of Discourse.', {
        code: 'not-discourse',
        place: { file },
        hint: 'Save what the address of the topic with “.json” behind it answers, as /t/77.json?print=true.',
      });
}

/** Whether the beginning of a file looks like one of these, lists included: what is wrong with them can then be said. */
export function looksLikeAnswer(value: unknown): boolean {
  return isPost(value) || isTopic(value) || isList(value);
}

type Topic = Readonly<Record<string, unknown>> & {
  readonly post_stream: { readonly posts: readonly unknown[]; readonly stream?: unknown };
};

/** `post_stream` is no word of any other platform; its posts are looked at where there are any. */
function isTopic(value: unknown): value is Topic {
  if (!isRecord(value) || !hasKeys(value.post_stream, 'posts')) return false;
  const { posts } = value.post_stream;
  if (!Array.isArray(posts)) return false;
  const first: unknown = posts.find(isRecord);
  // The beginning of a file may end within a long first post.
  return first === undefined || isPost(first) || hasKeys(first, 'id', 'username', 'avatar_template');
}

function isPost(value: unknown): value is Readonly<Record<string, unknown>> {
  return hasKeys(value, 'cooked', 'post_number', 'username');
}

function isList(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { topic_list: topics, latest_posts: posts } = value;
  return hasKeys(topics, 'topics') || (Array.isArray(posts) && isPost(posts[0]));
}

function idIn(value: unknown): string | undefined {
  return z.safeParse(id, value).data;
}
