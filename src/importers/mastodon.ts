import { QuotidianError } from '../thread/error.ts';
import { hashedId } from '../thread/ids.ts';
import type { Thread } from '../thread/schema.ts';
import type { ExportFiles, Importer, ImportOptions, Warning } from './importer.ts';
import { readJson } from './json-file.ts';
import { type ExportForm, exportForm, isEditHistory } from './mastodon/export-form.ts';
import { joinContext } from './mastodon/join-context.ts';
import { statusesOf } from './mastodon/statuses.ts';
import { threadOf } from './mastodon/thread.ts';

/** Characters that JSON may begin with, a byte order mark included. */
const BEGINS_LIKE_JSON = /^\uFEFF?\s*[[{]/;
const LOOKED_AT_FIRST = 256;

/**
 * Answers of the Mastodon REST API, from Mastodon and the servers that speak as it does. Each file is a thread;
 * a status and its context may lie in two files. What is not public stays out.
 */
export const mastodon: Importer = {
  name: 'mastodon',
  label: 'Mastodon',
  formats:
    'JSON of the Mastodon API: a status with its context, a context alone, an array of statuses, one status',

  async detect(files) {
    if (files.size === 0) return false;
    for (const [file, blob] of files) if (!(await isOurs(file, blob).catch(() => false))) return false;
    return true;
  },

  async *parse(files, options) {
    const taken = new Set<string>();
    for (const { file, form } of joinContext(await readForms(files, options))) {
      const warn = (warning: Warning) => options.warn({ ...warning, file });
      const statuses = statusesOf(form.found, file, warn);
      if (statuses.shown.length === 0) continue;
      const thread = threadOf(statuses, form.context, warn);
      const distinct = taken.has(thread.id) ? { ...thread, id: distinctId(thread) } : thread;
      taken.add(distinct.id);
      const { id, title, posts } = distinct;
      if (options.select?.({ id, title, posts: posts.length }) ?? true) yield distinct;
    }
  },
};

async function isOurs(file: string, blob: Blob): Promise<boolean> {
  if (!BEGINS_LIKE_JSON.test(await blob.slice(0, LOOKED_AT_FIRST).text())) return false;
  const value = await readJson(blob, file);
  return exportForm(value) !== null || isEditHistory(value);
}

async function readForms(files: ExportFiles, { progress }: ImportOptions) {
  const forms: { file: string; form: ExportForm }[] = [];
  let bytes = 0;
  for (const [file, blob] of files) {
    forms.push({ file, form: await readForm(file, blob) });
    bytes += blob.size;
    progress?.(bytes);
  }
  return forms;
}

async function readForm(file: string, blob: Blob): Promise<ExportForm> {
  const value = await readJson(blob, file);
  if (isEditHistory(value))
    throw new QuotidianError('This is the edit history of a status, which does not say of which.', {
      code: 'edit-history',
      place: { file },
      hint: 'Save the status itself (GET /api/v1/statuses/:id) and its context.',
    });
  const form = exportForm(value);
  if (!form)
    throw new QuotidianError('This is JSON, but not a status, a context or a list of statuses.', {
      code: 'not-mastodon',
      place: { file },
      hint: 'Save what GET /api/v1/statuses/:id and GET /api/v1/statuses/:id/context answer.',
    });
  if (form.found.length === 0)
    throw new QuotidianError('The context holds no post.', {
      code: 'empty-export',
      place: { file },
      hint: 'Nobody has answered, or the server shows answers to its members only. Save the status itself.',
    });
  return form;
}

/** Two threads of one export may begin with the same words. */
function distinctId({ id, posts }: Thread): string {
  return `${id}-${hashedId(posts.map((post) => post.id).join(' '))}`;
}
