import { QuotidianError } from '../thread/error.ts';
import { hashedId, slug } from '../thread/ids.ts';
import { maskMailAddresses } from '../thread/mail-address.ts';
import type { Thread, ThreadId } from '../thread/schema.ts';
import type { ExportFiles, Importer, ImportOptions, Warning } from './importer.ts';
import { readLocations } from './mail/locations.ts';
import { chooseMailFiles, looksLikeMail } from './mail/mail-files.ts';
import { type Entry, indexMail, type Location } from './mail/mail-index.ts';
import { readThread } from './mail/mail-thread.ts';
import { type MailThread, threadMail } from './mail/threading.ts';

/**
 * Mail: mailboxes (mbox, packed with gzip or not), single messages, folders of them, Maildir.
 * All headers are read first, in pieces, into a lean index; threads are made from that; then the messages of a
 * few threads at a time are read in full. Memory grows with the index and the largest thread, not with the file.
 */
export const mail: Importer = {
  name: 'mail',
  label: 'Mail',
  formats:
    'mbox (also .gz), .eml, a folder of .eml, Maildir, batches of news (#! rnews): mailing lists and Usenet newsgroups',
  keeps:
    'replies, subjects, dates, bodies as plain text or HTML, names of attachments, the wish no-archive (X-No-Archive, Archive: no), newsgroups, cancels and Supersedes by the author',
  drops:
    'mail addresses, what is attached, signatures of machines, control messages of news, other headers (Path, Organization, Followup-To)',
  signs: ['From:', 'Date:', 'Subject:', 'Message-ID:', 'In-Reply-To:', 'References:', 'Newsgroups:'],
  detect: looksLikeMail,
  parse,
};

async function* parse(files: ExportFiles, options: ImportOptions): AsyncGenerator<Thread> {
  const mailFiles = await chooseMailFiles(files, options.warn);
  const { entries, listed } = await indexMail(mailFiles, options);
  if (entries.length === 0) throw nothingFound(files);
  if (!listed) options.warn(PUBLICITY_UNKNOWN);
  const plans = plan(entries, options);
  for (const batch of batches(plans, entries)) {
    const messages = await readLocations(batch.flatMap((one) => locations(one, entries)));
    for (const { id, title, thread } of batch)
      yield {
        format: 1,
        id,
        title,
        ...(await readThread(thread, { entries, messages, warn: options.warn })),
      };
  }
}

const PUBLICITY_UNKNOWN: Warning = {
  code: 'publicity-unknown',
  message:
    'No message names a mailing list or newsgroup, so nothing shows that these messages are public. Publish them only with the consent of those who wrote them.',
};

function nothingFound(files: ExportFiles): QuotidianError {
  return new QuotidianError('There is no message in these files.', {
    code: 'no-messages',
    place: { file: [...files.keys()].join(', ').slice(0, 200) },
    hint: 'An mbox begins with a line "From ", a single message with header lines such as "From:" and "Date:".',
  });
}

/** A thread that is to be read. */
interface Plan {
  readonly id: ThreadId;
  readonly title: string;
  readonly thread: MailThread;
}

function plan(entries: readonly Entry[], { select }: ImportOptions): readonly Plan[] {
  const taken = new Set<ThreadId>();
  const plans = threadMail(entries).map((thread) => {
    const root = rootOf(thread, entries);
    const title = maskMailAddresses(root?.title || anyTitle(thread, entries)) || UNTITLED;
    const id = freeId(title, root?.id ?? '', taken);
    taken.add(id);
    return { id, title, thread };
  });
  return select
    ? plans.filter(({ id, title, thread }) => select({ id, title, posts: thread.posts.length }))
    : plans;
}

const UNTITLED = 'No subject';

/** Answers carry the subject of what began the thread. */
function anyTitle({ posts }: MailThread, entries: readonly Entry[]): string {
  return posts.map(({ message }) => entries[message]?.title).find(Boolean) ?? '';
}

/** The first message without a parent that is there; best one that says it answers nothing. */
function rootOf({ posts, ghosts }: MailThread, entries: readonly Entry[]): Entry | undefined {
  const roots = posts.filter(({ parent }) => parent === null || ghosts.has(parent));
  const candidates = roots.map(({ message }) => entries[message]).filter((entry) => entry !== undefined);
  return candidates.find(({ reply }) => !reply) ?? candidates[0] ?? entries[posts[0]?.message ?? -1];
}

function freeId(title: string, rootId: string, taken: ReadonlySet<ThreadId>): ThreadId {
  const plain = slug(title);
  if (!taken.has(plain)) return plain;
  const hash = hashedId(rootId);
  const short = `${plain}-${hash.slice(0, SHORT_HASH)}`;
  return taken.has(short) ? `${plain}-${hash}` : short;
}

const SHORT_HASH = 6;

/** Bytes of messages that are held at once, unless one thread alone has more. */
const LARGEST_BATCH = 32 * 1024 * 1024;

/** Several threads together, since a packed file is unpacked once for each batch. */
function* batches(plans: readonly Plan[], entries: readonly Entry[]): Generator<readonly Plan[]> {
  let batch: Plan[] = [];
  let size = 0;
  for (const one of plans) {
    const length = locations(one, entries).reduce((sum, { start, end }) => sum + end - start, 0);
    if (batch.length > 0 && size + length > LARGEST_BATCH) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(one);
    size += length;
  }
  if (batch.length > 0) yield batch;
}

function locations({ thread }: Plan, entries: readonly Entry[]): readonly Location[] {
  return thread.posts.flatMap(({ message }) => {
    const entry = entries[message];
    return entry ? [entry.location, ...entry.copies] : [];
  });
}
