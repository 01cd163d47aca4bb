import { mustHaveConsent } from './assembly/consent.ts';
import { delivery } from './assembly/draft.ts';
import type { Importer } from './importer.ts';
import { gather } from './gitlab/entries.ts';
import { entriesIn, type Found, isGitLab } from './gitlab/found.ts';
import { threadOf } from './gitlab/thread.ts';
import { type EntrySource, foundEntries, isEmptyList } from './reading/found-entries.ts';
import { glance } from './reading/glance.ts';

/** Issues and merge requests of GitLab with their notes and discussions, as its REST API writes them. */
export const gitlab: Importer = {
  name: 'gitlab',
  label: 'GitLab',
  formats:
    'JSON of the REST API: issues or merge requests, notes, discussions, awarded emoji; one file {issue, discussions} or a folder of answers',
  keeps: 'titles, discussions, file and line of a comment on a patch, awarded emoji',
  drops:
    'internal notes, what GitLab wrote itself (system notes), dates of edits, the lines of a patch, whether a discussion is resolved',
  signs: ['iid', 'project_id', 'noteable_type', 'noteable_iid', 'individual_note', 'user_notes_count'],

  async detect(files) {
    let isOurs = false;
    for (const blob of files.values()) {
      const { json } = await glance(blob);
      const found = entriesIn(json, '').slice(0, MOST_LOOKED_AT);
      if (found.some(isGitLab)) isOurs = true;
      else if (!isEmptyList(json) && !found.some(({ kind }) => kind === 'award')) return false;
    }
    return isOurs;
  },

  async *parse(files, options) {
    const deliver = delivery(options);
    for (const entries of gather(await foundEntries(files, SOURCE, options), options.warn)) {
      const { root, notes, file, isClosed } = entries;
      if (!root && notes.length === 0) continue;
      const thread = deliver(threadOf(entries, options));
      if (!thread) continue;
      if (isClosed) mustHaveConsent(`The project ${thread.origin.community ?? ''}`.trim(), options, file);
      if (root?.confidential) mustHaveConsent(`The confidential issue ${root.iid}`, options, file);
      yield thread;
    }
  },
};

const MOST_LOOKED_AT = 50;

const SOURCE: EntrySource<Found> = {
  entriesIn,
  notOurs: {
    code: 'not-gitlab',
    message: 'This is JSON, but holds no issue, merge request or note of GitLab.',
    hint: 'Save what GET /projects/:id/issues/:iid and GET /projects/:id/issues/:iid/discussions answer.',
  },
  hintForEmpty: 'Save the issue itself and not only its notes.',
};
