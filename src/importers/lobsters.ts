import { QuotidianError } from '../thread/error.ts';
import { delivery } from './assembly/draft.ts';
import type { Importer } from './importer.ts';
import { threadOf } from './lobsters/thread.ts';
import { glance, hasKeys } from './reading/glance.ts';
import { readJsonFiles } from './reading/json-files.ts';

/** Stories of Lobsters and its sister sites, as `/s/<id>.json` answers, of today and of before 2023. Each is a thread. */
export const lobsters: Importer = {
  name: 'lobsters',
  label: 'Lobsters',
  formats:
    'JSON of a story with its comments: the address of the story with .json at its end (/s/abc123.json)',
  keeps: 'replies, dates of edits, the discussed link, upvotes, deletions and removals',
  drops: 'tags, flags, hats, what was deleted or removed and the moderator’s reason for it, profiles',
  signs: ['short_id', 'comments_url', 'submitter_user', 'commenting_user', 'comment_count', 'comments'],

  async detect(files) {
    if (files.size === 0) return false;
    for (const blob of files.values()) if (!isStory((await glance(blob)).json)) return false;
    return true;
  },

  async *parse(files, options) {
    const deliver = delivery(options);
    for await (const { file, value } of readJsonFiles(files, options)) {
      if (!isStory(value))
        throw new QuotidianError('This is JSON, but not a story of Lobsters.', {
          code: 'not-lobsters',
          place: { file },
          hint: 'Save the story itself, /s/<id>.json: lists of stories hold no comments.',
        });
      const warn: typeof options.warn = (warning) => options.warn({ ...warning, file });
      const thread = deliver(threadOf(value, file, { ...options, warn }));
      if (thread) yield thread;
    }
  },
};

const STORY_KEYS = ['short_id', 'title', 'comments_url', 'submitter_user'];

function isStory(value: unknown): value is Readonly<Record<string, unknown>> {
  return hasKeys(value, ...STORY_KEYS);
}
