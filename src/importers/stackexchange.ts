import { QuotidianError } from '../thread/error.ts';
import { delivery } from './assembly/draft.ts';
import type { Importer, Warning } from './importer.ts';
import { glance } from './reading/glance.ts';
import { readJsonFiles } from './reading/json-files.ts';
import type { Entry } from './stackexchange/entry.ts';
import { entriesOf } from './stackexchange/entries.ts';
import { exportForm, looksLikeExport } from './stackexchange/export-form.ts';
import { byQuestion } from './stackexchange/questions.ts';
import { threadOf } from './stackexchange/thread.ts';

/**
 * Saved answers of the API of Stack Exchange. All files of an export are read together: a question, its answers and
 * the comments may lie in three. What a team keeps for itself needs consent.
 */
export const stackexchange: Importer = {
  name: 'stackexchange',
  label: 'Stack Exchange',
  formats:
    'JSON of the API of Stack Overflow and its sister sites: questions with answers and comments, or these in files of their own',
  keeps: 'answers, comments, which answer was accepted, edits’ dates, points, licences',
  drops: 'tags, views, bounties, who edited, earlier versions, portraits by Gravatar',
  signs: ['question_id', 'answer_id', 'is_answered', 'content_license', 'quota_remaining', 'has_more'],

  async detect(files) {
    if (files.size === 0) return false;
    for (const blob of files.values()) if (!looksLikeExport(await glance(blob))) return false;
    return true;
  },

  async *parse(files, options) {
    const entries: Entry[] = [];
    for await (const { file, value } of readJsonFiles(files, options)) {
      const warn = (warning: Warning) => options.warn({ ...warning, file });
      const form = exportForm(value);
      if (!form) throw notOurs(file);
      for (const entry of entriesOf(form, file, warn)) entries.push(entry);
    }
    const deliver = delivery(options);
    for (const question of byQuestion(entries)) {
      const thread = deliver(threadOf(question, options));
      if (thread) yield thread;
    }
  },
};

function notOurs(file: string): QuotidianError {
  return new QuotidianError(
    'This is JSON, but neither questions nor answers nor comments of Stack Exchange.',
    {
      code: 'not-stackexchange',
      place: { file },
      hint: 'Save what https://api.stackexchange.com/2.3/questions/ID?site=stackoverflow&filter=withbody answers.',
    },
  );
}
