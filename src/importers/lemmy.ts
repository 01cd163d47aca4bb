import { QuotidianError } from '../thread/error.ts';
import { mustHaveConsent } from './assembly/consent.ts';
import { delivery } from './assembly/draft.ts';
import type { ExportFiles, Importer, ImportOptions } from './importer.ts';
import { type Answer, answerOf } from './lemmy/answer.ts';
import { type Discussion, discussionsOf } from './lemmy/discussions.ts';
import { readAnswers } from './lemmy/read-answers.ts';
import { threadOf } from './lemmy/thread.ts';
import { glance } from './reading/glance.ts';
import { readJsonFiles } from './reading/json-files.ts';

/**
 * Answers of Lemmy's API, of version 0.18 and later (`/api/v3`, `/api/v4`): a post and its comments, in one file or in
 * several. A discussion is one post with all its comments. What was deleted or removed stays as a gap without words.
 */
export const lemmy: Importer = {
  name: 'lemmy',
  label: 'Lemmy',
  formats:
    'JSON of the Lemmy API: a post (GET /post), its comments (GET /comment/list), each alone, in one file or in a folder',
  keeps:
    'replies, dates of edits, the discussed link, its picture’s description, not-safe-for-work marks, counts of votes, deletions and removals, bots',
  drops:
    'what was deleted or removed, languages (Lemmy exports numbers), cross-posts, who voted, ActivityPub’s own JSON (see activitypub)',
  signs: ['post_view', 'community_view', 'comments', 'creator', 'ap_id', 'community'],

  async detect(files) {
    if (files.size === 0) return false;
    let found = 0;
    for (const [file, blob] of files) {
      const answer = answerOf(file, (await glance(blob)).json);
      if (!answer) return false;
      found += answer.found.length;
    }
    return found > 0;
  },

  async *parse(files, options) {
    const deliver = delivery(options);
    for (const discussion of discussionsOf(readAnswers(await answersIn(files, options), options))) {
      mustBeOpen(discussion, options);
      const thread = deliver(threadOf(discussion, options));
      if (thread) yield thread;
    }
  },
};

async function answersIn(files: ExportFiles, options: ImportOptions): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for await (const { file, value } of readJsonFiles(files, options)) {
    const answer = answerOf(file, value);
    if (!answer)
      throw new QuotidianError('This is JSON, but not an answer of Lemmy about a post or its comments.', {
        code: 'not-lemmy',
        place: { file },
        hint: 'Save what GET /api/v3/post?id=… and GET /api/v3/comment/list?post_id=…&type_=All answer.',
      });
    answers.push(answer);
  }
  if (answers.every(({ found }) => found.length === 0)) {
    const [first] = answers;
    throw new QuotidianError('The answer holds no comment and no post.', {
      code: 'empty-export',
      ...(first && { place: { file: first.file } }),
      hint: 'Ask for comments with type_=All, and save the post beside them.',
    });
  }
  return answers;
}

/** Communities that only members of the server or of the community can read. */
const OPEN: ReadonlySet<string> = new Set(['', 'public', 'unlisted']);

function mustBeOpen({ community, file }: Discussion, options: ImportOptions): void {
  if (!community || OPEN.has(community.visibility.toLowerCase())) return;
  mustHaveConsent(`The community “${community.name}”`, options, file);
}
