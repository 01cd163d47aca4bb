import { QuotidianError } from '../thread/error.ts';
import { delivery } from './assembly/draft.ts';
import { discussionsOf } from './hackernews/discussions.ts';
import { type ExportForm, exportForm, isFirebaseLines, looksLikeExport } from './hackernews/export-form.ts';
import type { Item } from './hackernews/item.ts';
import { itemsOf } from './hackernews/items.ts';
import { threadOf } from './hackernews/thread.ts';
import type { ExportFiles, Importer, ImportOptions, Warning } from './importer.ts';
import { glance } from './reading/glance.ts';
import { readJson } from './reading/json-file.ts';
import { readJsonLines } from './reading/json-lines.ts';

/**
 * Saved answers of the two APIs of Hacker News. All files of an export are read together: a discussion may lie in many.
 * Of what was deleted or taken away no word is kept, only its place.
 */
export const hackernews: Importer = {
  name: 'hackernews',
  label: 'Hacker News',
  formats:
    'JSON of the Algolia API (an item with its children, what a search found) or of the Firebase API (items in a list, one a line, or within each other)',
  keeps: 'replies, the address a story is about, polls, points, places of deleted and dead items',
  drops: 'words and authors of deleted and dead items, the ranking of comments',
  signs: ['kids', 'descendants', 'by', 'story_id', 'created_at_i', 'objectID', 'comment_text'],

  async detect(files) {
    if (files.size === 0) return false;
    for (const blob of files.values()) if (!looksLikeExport(await glance(blob))) return false;
    return true;
  },

  async *parse(files, options) {
    const deliver = delivery(options);
    const items = await readItems(files, options);
    warnOfLostOptions(items, options.warn);
    for (const discussion of discussionsOf(items)) {
      const thread = deliver(threadOf(discussion, options));
      if (thread) yield thread;
    }
  },
};

async function readItems(files: ExportFiles, options: ImportOptions): Promise<readonly Item[]> {
  const items: Item[] = [];
  let bytes = 0;
  for (const [file, blob] of files) {
    const warn = (warning: Warning) => options.warn({ ...warning, file });
    const form = await readForm(file, blob, warn);
    const read = itemsOf(form, file, warn);
    if (form.form === 'tree') warnOfEmptied(read, warn);
    for (const item of read) items.push(item);
    bytes += blob.size;
    options.progress?.(bytes);
  }
  return items;
}

async function readForm(file: string, blob: Blob, warn: (warning: Warning) => void): Promise<ExportForm> {
  if (isFirebaseLines((await glance(blob)).text)) return linesOf(file, blob, warn);
  const form = exportForm(await readJson(blob, file));
  if (form) return form;
  throw new QuotidianError('This is JSON, but no item of Hacker News.', {
    code: 'not-hackernews',
    place: { file },
    hint: 'Save what https://hn.algolia.com/api/v1/items/ID answers, with the number of the story as ID.',
  });
}

async function linesOf(file: string, blob: Blob, warn: (warning: Warning) => void): Promise<ExportForm> {
  const items: unknown[] = [];
  for await (const { line, value } of readJsonLines(blob, file)) {
    if (value === undefined)
      warn({ code: 'unreadable-line', message: `Line ${line} is not JSON and was left out.` });
    else items.push(value);
  }
  return { form: 'firebase', items };
}

function warnOfEmptied(items: readonly Item[], warn: (warning: Warning) => void): void {
  const emptied = items.filter(({ state }) => state === 'deleted').length;
  if (emptied > 0)
    warn({
      code: 'withdrawn',
      message: `Posts that are gone: ${emptied}. Algolia does not say whether their authors or the moderators took them away; they stand as deleted.`,
    });
}

function warnOfLostOptions(items: readonly Item[], warn: (warning: Warning) => void): void {
  const polls = new Set(items.filter(({ type }) => type === 'poll').map(({ id }) => id));
  const lost = items.filter(
    ({ type, poll }) => type === 'pollopt' && !(poll !== null && polls.has(poll)),
  ).length;
  if (lost > 0)
    warn({
      code: 'missing-poll',
      message: `Options of polls that the export does not hold were left out: ${lost}.`,
    });
}
