import { mustHaveConsent } from './assembly/consent.ts';
import { delivery } from './assembly/draft.ts';
import type { Importer } from './importer.ts';
import { entriesIn, type Found } from './github/found.ts';
import { looksLikeGitHub } from './github/signs.ts';
import { threadOf } from './github/thread.ts';
import { threadsOf } from './github/threads.ts';
import { type EntrySource, foundEntries, isEmptyList } from './reading/found-entries.ts';
import { glance } from './reading/glance.ts';

/**
 * Issues, pull requests and discussions of GitHub, as its APIs, webhooks and the command line `gh` write them. What
 * lies in several files is put together by the addresses in it.
 */
export const github: Importer = {
  name: 'github',
  label: 'GitHub',
  formats:
    'JSON of gh (issue view, pr view, api), the REST and GraphQL APIs and webhooks: issues, pull requests with reviews, discussions, with their comments; one file or a folder',
  keeps:
    'titles, replies in discussions and reviews, the lines of a patch that a comment is about, verdicts of reviews, edits’ dates (GraphQL), reactions',
  drops:
    'hidden and deleted words, unsent reviews, events such as labels and closings, mail addresses, earlier versions',
  signs: [
    'author_association',
    'authorAssociation',
    'reactionGroups',
    'html_url',
    'issue_url',
    'isMinimized',
  ],

  async detect(files) {
    let isOurs = false;
    for (const blob of files.values()) {
      const { json } = await glance(blob);
      if (looksLikeGitHub(json)) isOurs = true;
      else if (!isEmptyList(json)) return false;
    }
    return isOurs;
  },

  async *parse(files, options) {
    const deliver = delivery(options);
    for (const entries of threadsOf(await foundEntries(files, SOURCE, options), options.warn)) {
      const thread = deliver(threadOf(entries, options));
      if (!thread) continue;
      const closed = entries.find(({ isClosed }) => isClosed);
      if (closed)
        mustHaveConsent(`The repository ${thread.origin.community ?? ''}`.trim(), options, closed.file);
      yield thread;
    }
  },
};

const SOURCE: EntrySource<Found> = {
  entriesIn,
  notOurs: {
    code: 'not-github',
    message: 'This is JSON, but holds no issue, pull request, discussion or comment.',
    hint: 'Save what gh issue view 12 --json number,title,body,author,createdAt,url,comments prints.',
  },
  hintForEmpty: 'Save the issue itself and not only its comments.',
};
