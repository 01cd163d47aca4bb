import { maskMailAddresses } from '../../thread/mail-address.ts';
import type { Body, Post, PostId } from '../../thread/schema.ts';
import { webAddress } from '../reading/web-address.ts';
import type { Entry } from './entry.ts';
import type { Fields } from './fields.ts';
import { quotedHunk } from './hunk.ts';
import { personId } from './person.ts';
import { reactionsOf } from './reactions.ts';

/** An entry as a post. `opens`: it is the first of its conversation about lines of a pull request. */
export function postOf(entry: Entry, parent: PostId | null, opens: boolean): Post {
  const { id, fields, fate } = entry;
  const published = fields.created_at ?? fields.createdAt ?? fields.submitted_at ?? fields.submittedAt;
  const edited = fields.lastEditedAt ?? entry.edited;
  const url = addressOf(fields);
  const subject = subjectOf(entry);
  const reactions = fate ? [] : reactionsOf(fields);
  return {
    id,
    author: personId(fields.user ?? fields.author),
    parent,
    ...(fate && { state: fate }),
    ...(published && { published }),
    ...(edited && !fate && { edited }),
    ...(url && { url }),
    ...(subject && !fate && { subject }),
    body: fate ? { plain: '' } : bodyOf(fields, opens),
    ...(reactions.length > 0 && { reactions }),
  };
}

/** The page of an entry; in REST `url` is the API's own. */
export function addressOf({ html_url, url }: Fields): string | undefined {
  return webAddress(
    html_url,
    html_url === '' && !/^https?:\/\/(?:api\.|[^/]{1,255}\/api\/)/.test(url) ? url : '',
  );
}

const STATES: Readonly<Record<string, string>> = {
  approved: 'Approved',
  changes_requested: 'Changes requested',
  dismissed: 'Review dismissed',
};

/** What a post says beside its words, as GitHub's pages say it: a review's verdict, an answer, a whole file. */
function subjectOf({ kind, fields }: Entry): string | undefined {
  if (kind === 'review') return STATES[fields.state.toLowerCase()];
  return fields.isAnswer ? 'Marked as answer' : undefined;
}

/** Markdown as written; else, as the media type of the export has it, HTML or text. */
function bodyOf(fields: Fields, opens: boolean): Body {
  const { body, createdViaEmail } = fields;
  const html = fields.body_html || fields.bodyHTML;
  const plain = fields.body_text || fields.bodyText;
  const hunk = opens ? hunkOf(fields) : '';
  if (body === '' && hunk === '' && html !== '') return { html };
  if (body === '' && hunk === '' && plain !== '') return { plain };
  return { markdown: hunk + withoutMailAddresses(body, createdViaEmail === true), flavour: 'github' };
}

function hunkOf(fields: Fields): string {
  const { path } = fields;
  const isOfFile = (fields.subject_type || fields.subjectType).toLowerCase() === 'file';
  const hunk = isOfFile ? '' : fields.diff_hunk || fields.diffHunk;
  if (path === '' || (hunk === '' && !isOfFile)) return '';
  const last = fields.original_line ?? fields.originalLine ?? fields.line;
  const first =
    fields.original_start_line ?? fields.originalStartLine ?? fields.start_line ?? fields.startLine;
  return quotedHunk({ path, hunk, lines: last && first ? last - first + 1 : 1, page: filesOf(fields) });
}

/** `https://github.com/quay/weir/pull/15`, before `#discussion_r7` */
const PULL_REQUEST = /^https?:\/\/[\w.:-]{1,255}\/[\w.-]{1,100}\/[\w.-]{1,100}\/pull\/\d{1,12}(?=#|$)/;

/** The page of a pull request that shows its patch. */
function filesOf(fields: Fields): string | undefined {
  const [page] = PULL_REQUEST.exec(addressOf(fields) ?? '') ?? [];
  return page === undefined ? undefined : `${page}/files`;
}

/** `On 3 Mar 2026, Ines Kovar <ines@quay.example> wrote:`, `Signed-off-by: Ines Kovar <ines@quay.example>` */
const ANGLED = /<[^<>\s@]{1,80}@[^<>\s@]{1,80}>/;

/** In answers by mail wherever they stand; else only as mail programs write them, for code holds what looks alike. */
function withoutMailAddresses(body: string, isMail: boolean): string {
  if (isMail) return maskMailAddresses(body);
  if (!body.includes('@')) return body;
  return body
    .split('\n')
    .map((line) => (ANGLED.test(line) ? maskMailAddresses(line) : line))
    .join('\n');
}
