import { QuotidianError } from '../../thread/error.ts';
import type { ExportFiles, ImportOptions } from '../importer.ts';
import type { MailFile } from './mail-index.ts';
import { sniffMail } from './sniff.ts';
import { openSource } from './source.ts';

/** `2026-03.mbox`, `letter.eml`, `2026-March.mbox.gz`: the name says mail whatever is in it. */
const MAIL_NAME = /\.(?:mbox|eml)(?:\.gz)?$/i;
/** `.DS_Store`, `cur/.gitignore`, what a Maildir has not delivered, and what mail servers keep beside it. */
const NOT_CONTENT = /(?:^|\/)(?:\.[^/]*|tmp\/[^/]*|dovecot[^/]*|maildirfolder|subscriptions)$/;
/** Maildir: `1700000000.M1P2.host:2,DS`; the colon is a semicolon or an exclamation mark on some systems. */
const FLAGS = /[:;!]2,([A-Za-z]*)$/;

/** `.Drafts/cur/…` of a Maildir, `Trash/12.eml`. */
const PRIVATE_FOLDER = /(?:^|\/)\.?(?:Drafts|Trash|Junk|Spam)\//i;

const MOST_LOOKED_AT = 24;

/** Whether these files are mail: a file named so, or most of the first files when looked into. */
export async function looksLikeMail(files: ExportFiles): Promise<boolean> {
  const content = ordered(files);
  if (content.length === 0) return false;
  const looked = content.slice(0, MOST_LOOKED_AT);
  if (looked.every(([path]) => MAIL_NAME.test(path))) return true;
  const kinds = await Promise.all(looked.map(([path, blob]) => sniffMail(path, blob)));
  return kinds.filter((kind) => kind !== null).length * 2 > looked.length;
}

/** The files that hold mail, in the order of their names. Throws a `QuotidianError` where none does. */
export async function chooseMailFiles(
  files: ExportFiles,
  warn: ImportOptions['warn'],
): Promise<readonly MailFile[]> {
  const chosen: MailFile[] = [];
  const refused: string[] = [];
  const empty: string[] = [];
  for (const [path, blob] of ordered(files)) {
    if (isPrivate(path)) {
      warn({
        file: path,
        code: 'not-public',
        message: 'A draft or a message in the waste bin was left out.',
      });
      continue;
    }
    const kind = blob.size === 0 ? null : await sniffMail(path, blob);
    if (kind) chosen.push({ source: await openSource(path, blob), kind, traits: { rd: false } });
    else (blob.size === 0 ? empty : refused).push(path);
  }
  if (chosen.length === 0) throw noMail(files, empty, refused);
  for (const file of [...empty, ...refused])
    warn({ file, code: 'not-mail', message: empty.includes(file) ? EMPTY : NO_MAIL });
  return chosen;
}

const EMPTY = 'The file is empty and was left out.';
const NO_MAIL = 'The file is neither a mailbox nor a message and was left out.';

/** D: draft, T: trashed (cr.yp.to/proto/maildir.html). Neither was ever public. */
function isPrivate(path: string): boolean {
  return /[DT]/.test(FLAGS.exec(path)?.[1] ?? '') || PRIVATE_FOLDER.test(path);
}

function ordered(files: ExportFiles): readonly (readonly [string, Blob])[] {
  const content = [...files].filter(([path]) => !NOT_CONTENT.test(path));
  return content.sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
}

function noMail(files: ExportFiles, empty: readonly string[], refused: readonly string[]): QuotidianError {
  const file = refused[0] ?? empty[0] ?? [...files.keys()][0] ?? '';
  const place = { file };
  if (refused.length === 0 && empty.length > 0)
    return new QuotidianError(`${file} is empty.`, {
      code: 'empty-file',
      place,
      hint: 'Export it again; nothing can be imported from an empty file.',
    });
  if (refused.length === 0)
    return new QuotidianError('There is no mail in these files that may be published.', {
      code: 'no-messages',
      place,
      hint: 'Give the mailbox file, or the folder that holds the messages.',
    });
  return new QuotidianError(`${file} is neither a mailbox nor a mail message.`, {
    code: 'not-mail',
    place,
    hint: 'A mailbox begins with a line "From ", a message with header lines such as "From:" and "Date:". If it is packed, it must be gzip; a damaged archive has to be fetched again.',
  });
}
