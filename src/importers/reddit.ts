import { QuotidianError } from '../thread/error.ts';
import { delivery } from './assembly/draft.ts';
import type { ExportFiles, Importer, ImportOptions, Warning } from './importer.ts';
import { glance } from './reading/glance.ts';
import { readJson } from './reading/json-file.ts';
import { readJsonLines } from './reading/json-lines.ts';
import { bareThing, exportForm, isEntryLines, looksLikeExport, type Thing } from './reddit/export-form.ts';
import type { ThreadEntry } from './reddit/post.ts';
import { entriesOf } from './reddit/things.ts';
import { groupedByPost, threadOf } from './reddit/thread.ts';

/**
 * Saved answers of Reddit's API and lines of its archives. All files of an export are read together: a thread may lie
 * in many. Of what was deleted or removed no word is kept, even where the archive still has it.
 */
export const reddit: Importer = {
  name: 'reddit',
  label: 'Reddit',
  formats:
    'JSON of a thread (its address with .json), listings, lists of posts and comments, archives one a line (Pushshift, Arctic Shift)',
  keeps:
    'replies, edits’ dates, warnings (NSFW, spoiler), galleries with captions, polls, what a post links or carries over, points, places of deleted and removed posts',
  drops: 'words, titles and authors of what was deleted or removed, flairs, awards, marks of moderators',
  signs: ['link_id', 'subreddit', 'selftext', 'subreddit_id', 'author_fullname', 'crosspost_parent_list'],

  async detect(files) {
    if (files.size === 0) return false;
    for (const blob of files.values()) if (!looksLikeExport(await glance(blob))) return false;
    return true;
  },

  async *parse(files, options) {
    const deliver = delivery(options);
    for (const [key, entries] of groupedByPost(await readEntries(files, options))) {
      const thread = deliver(threadOf(key, entries, options));
      if (thread) yield thread;
    }
  },
};

async function readEntries(files: ExportFiles, options: ImportOptions): Promise<readonly ThreadEntry[]> {
  const entries: ThreadEntry[] = [];
  let bytes = 0;
  for (const [file, blob] of files) {
    const warn = (warning: Warning) => options.warn({ ...warning, file });
    const things = await readThings(file, blob, warn);
    for (const entry of entriesOf(things, file, warn)) entries.push(entry);
    bytes += blob.size;
    options.progress?.(bytes);
  }
  return entries;
}

async function readThings(
  file: string,
  blob: Blob,
  warn: (warning: Warning) => void,
): Promise<readonly Thing[]> {
  if (isEntryLines((await glance(blob)).text)) return linesOf(file, blob, warn);
  const things = exportForm(await readJson(blob, file));
  if (things) return things;
  throw new QuotidianError('This is JSON, but neither a listing of Reddit nor posts or comments.', {
    code: 'not-reddit',
    place: { file },
    hint: 'Save the address of the thread with .json?raw_json=1 at its end.',
  });
}

async function linesOf(
  file: string,
  blob: Blob,
  warn: (warning: Warning) => void,
): Promise<readonly Thing[]> {
  const things: Thing[] = [];
  for await (const { line, value } of readJsonLines(blob, file)) {
    const thing = bareThing(value);
    if (thing) things.push(thing);
    else
      warn({
        code: 'unreadable-line',
        message: `Line ${line} is neither a post nor a comment of Reddit and was left out.`,
      });
  }
  return things;
}
