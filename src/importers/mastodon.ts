import { QuotidianError } from '../thread/error.ts';
import { delivery } from './assembly/draft.ts';
import type { ExportFiles, Importer, ImportOptions, Warning } from './importer.ts';
import { glance } from './reading/glance.ts';
import { readJsonFiles } from './reading/json-files.ts';
import { type ExportForm, exportForm, isEditHistory, looksLikeExport } from './mastodon/export-form.ts';
import { joinContext } from './mastodon/join-context.ts';
import { statusesOf } from './mastodon/statuses.ts';
import { threadOf } from './mastodon/thread.ts';

/**
 * Answers of the Mastodon REST API, from Mastodon and the servers that speak as it does. Each file is a thread;
 * a status and its context may lie in two files. What is not public stays out.
 */
export const mastodon: Importer = {
  name: 'mastodon',
  label: 'Mastodon',
  formats:
    'JSON of the Mastodon API: a status with its context, a context alone, an array of statuses, one status',
  keeps:
    'replies, edits’ dates, content warnings, descriptions of media, polls, link previews, custom emoji, counts of favourites and boosts, quote posts, wishes (noindex)',
  drops: 'what is not public, boosts, earlier versions, who favoured',
  signs: ['in_reply_to_id', 'spoiler_text', 'visibility', 'account', 'media_attachments', 'ancestors'],

  async detect(files) {
    if (files.size === 0) return false;
    for (const blob of files.values()) if (!(await isOurs(blob))) return false;
    return true;
  },

  async *parse(files, options) {
    const deliver = delivery(options);
    for (const { file, form } of joinContext(await readForms(files, options))) {
      const warn = (warning: Warning) => options.warn({ ...warning, file });
      const statuses = statusesOf(form.found, file, warn);
      if (statuses.shown.length === 0) continue;
      const thread = deliver(threadOf(statuses, form.context, { ...options, warn }));
      if (thread) yield thread;
    }
  },
};

async function isOurs(blob: Blob): Promise<boolean> {
  const { json } = await glance(blob);
  return looksLikeExport(json) || isEditHistory(json);
}

async function readForms(files: ExportFiles, options: ImportOptions) {
  const forms: { file: string; form: ExportForm }[] = [];
  for await (const { file, value } of readJsonFiles(files, options))
    forms.push({ file, form: formOf(value, file) });
  return forms;
}

function formOf(value: unknown, file: string): ExportForm {
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
