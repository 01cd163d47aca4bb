import { delivery } from './assembly/draft.ts';
import { type Answer, answerIn, looksLikeAnswer } from './discourse/answer.ts';
import { threadOf } from './discourse/topic.ts';
import type { Importer } from './importer.ts';
import { glance } from './reading/glance.ts';
import { readJsonFiles } from './reading/json-files.ts';

/**
 * Answers of the JSON API of Discourse. Each topic is a thread; its posts may lie in several files. Whispers never come,
 * messages between people by consent only.
 */
export const discourse: Importer = {
  name: 'discourse',
  label: 'Discourse',
  formats:
    'JSON of the Discourse API: a topic (/t/ID.json, with print=true or include_raw=1), and further pages of its posts beside it',
  keeps:
    'replies, quotes by number, dates of edits, what its author typed where it is there, link previews, polls, custom emoji, counts of likes and reactions, accepted answers, places of deleted and hidden posts',
  drops:
    'whispers, notes that something was done, words and names of deleted and hidden posts, earlier versions, who liked, flairs, titles and ranks',
  signs: ['post_stream', 'post_number', 'cooked', 'reply_to_post_number', 'topic_id', 'archetype'],

  async detect(files) {
    if (files.size === 0) return false;
    for (const blob of files.values()) if (!looksLikeAnswer((await glance(blob)).json)) return false;
    return true;
  },

  async *parse(files, options) {
    const deliver = delivery(options);
    const topics = new Map<string, Answer[]>();
    for await (const { file, value } of readJsonFiles(files, options)) {
      const answer = answerIn(value, file);
      const key = answer.topicId ?? `in ${file}`;
      topics.set(key, [...(topics.get(key) ?? []), answer]);
    }
    for (const answers of topics.values()) {
      const read = threadOf(answers, options);
      const thread = read && deliver(read);
      if (thread) yield thread;
    }
  },
};
