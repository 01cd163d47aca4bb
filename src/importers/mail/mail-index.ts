import { QuotidianError } from '../../thread/error.ts';
import { stableId } from '../../thread/ids.ts';
import type { ImportOptions } from '../importer.ts';
import { field, type Headers, readHeaders } from './headers.ts';
import { messageDate } from './message-date.ts';
import { type FoundMessage, findMessages, type MboxTraits } from './mbox.ts';
import { madeUpId, ownId, readAncestors } from './message-ids.ts';
import { asksNoArchive } from './no-archive.ts';
import { type NewsEntry, newsEntry, withdrawals } from './news-control.ts';
import type { MailKind } from './sniff.ts';
import type { Range, Source } from './source.ts';
import { readSubject, subjectKey } from './subject.ts';
import type { Reference } from './threading.ts';

/** A file of mail and what it showed of itself. */
export interface MailFile {
  readonly source: Source;
  readonly kind: MailKind;
  readonly traits: MboxTraits;
}

/** Where a message lies. */
export interface Location extends Range {
  readonly file: MailFile;
}

/** What is kept of a message until its thread is read: a few hundred bytes. */
export interface Entry extends Reference {
  readonly location: Location;
  /** Empty where the subject is, or where the author asked that the message not be kept. */
  readonly title: string;
  /** Whether its author withdrew it, or put another in its place. */
  readonly withdrawn: boolean;
  /** Further messages with the same id, as when one came by the list and directly. */
  readonly copies: readonly Location[];
}

export interface MailIndex {
  /** Files in their order, messages in theirs; ids are unique. */
  readonly entries: readonly Entry[];
  /** Whether any message came by a mailing list or newsgroup. */
  readonly listed: boolean;
}

type Options = Pick<ImportOptions, 'warn' | 'progress'>;

/** No message that people wrote is larger; what follows can only be attachments. */
const LARGEST_MESSAGE = 64 * 1024 * 1024;
/** About a gigabyte of index. The archive of a busy list over ten years is a fourth of it. */
const MOST_MESSAGES = 2_000_000;

/** Reads the header blocks of all messages, once, in pieces. */
export async function indexMail(files: readonly MailFile[], { warn, progress }: Options): Promise<MailIndex> {
  const entries = new Map<string, Entry & { copies: Location[] }>();
  const news: NewsEntry[] = [];
  const texts = new Texts();
  let listed = false;
  let count = 0;
  for await (const { file, found } of allMessages(files, progress)) {
    count++;
    if (count > MOST_MESSAGES) throw tooMany(file.source.path);
    const headers = readHeaders(found.head);
    listed ||= LIST_FIELDS.some((name) => headers.has(name));
    const location = { file, start: found.start, end: Math.min(found.end, found.start + LARGEST_MESSAGE) };
    const entry = entryOf(headers, found, location, texts);
    const article = newsEntry(headers, entry.id);
    if (article) news.push(article);
    if (article?.control) continue;
    if (found.cut) warn(longHead(stableId(entry.id), file.source.path));
    if (location.end < found.end) warn(longMessage(stableId(entry.id), file.source.path));
    const first = entries.get(entry.id);
    if (first) first.copies.push(location);
    else entries.set(entry.id, { ...entry, copies: [] });
  }
  const withdrawn = withdrawals(news, warn);
  return {
    entries: [...entries.values()].map((entry) =>
      withdrawn.has(entry.id) ? { ...entry, title: '', withdrawn: true } : entry,
    ),
    listed,
  };
}

async function* allMessages(
  files: readonly MailFile[],
  progress: Options['progress'],
): AsyncGenerator<{ readonly file: MailFile; readonly found: FoundMessage }> {
  let bytes = 0;
  for (const file of files) {
    const pieces = counted(file.source.pieces(), (length) => {
      bytes += length;
      progress?.(bytes);
    });
    const how = { single: file.kind === 'message', batch: file.kind === 'rnews', traits: file.traits };
    for await (const found of findMessages(pieces, how)) yield { file, found };
  }
}

/** RFC 2919, RFC 2369, RFC 5536, and what list programs wrote before them. */
const LIST_FIELDS = [
  'list-id',
  'list-post',
  'list-archive',
  'archived-at',
  'mailing-list',
  'x-mailing-list',
  'x-beenthere',
  'newsgroups',
];

function entryOf(
  headers: Headers,
  { bodyStart }: FoundMessage,
  location: Location,
  texts: Texts,
): Omit<Entry, 'copies'> {
  const { ancestors, doubtful, cut } = readAncestors(headers);
  const subject = readSubject(field(headers, 'subject') ?? '', listLabel(headers));
  const key = subjectKey(subject);
  const date = messageDate(headers);
  return {
    location,
    id: texts.kept(ownId(headers) ?? madeUpId(headers, bodyStart)),
    ancestors: ancestors.map((id) => texts.kept(id)),
    doubtful: doubtful.map((id) => texts.kept(id)),
    ...(cut && { cut }),
    withdrawn: false,
    title: asksNoArchive(headers) ? '' : texts.kept(subject.title),
    subject: key === null ? null : texts.kept(key),
    reply: subject.reply,
    time: date === null ? null : Date.parse(date),
  };
}

/** `Quay development <quay-dev.lists.quay.example>` → `quay-dev`, with which lists mark subjects. */
function listLabel(headers: Headers): string | undefined {
  return /<([^<>.\s]{1,100})[^<>\s]*>/.exec(field(headers, 'list-id') ?? '')?.[1];
}

const longMessage = (id: string, file: string) => ({
  post: id,
  file,
  code: 'long-message',
  message: `Post ${id} is larger than 64 MiB. What follows was left out.`,
});

const tooMany = (file: string) =>
  new QuotidianError(`There are more than ${MOST_MESSAGES} messages up to ${file}.`, {
    code: 'too-many-messages',
    place: { file },
    hint: 'Import the mailbox in parts, a year or a month at a time.',
  });

const longHead = (id: string, file: string) => ({
  post: id,
  file,
  code: 'long-header',
  message: `The header of post ${id} is longer than any mail program writes. What it names after the first 256 KiB was not used to find its thread.`,
});

/** Holds every text once, and apart from the header block it was cut from, which would stay in memory with it. */
class Texts {
  readonly #texts = new Map<string, string>();
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();

  kept(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const copy = this.#decoder.decode(this.#encoder.encode(text));
    this.#texts.set(copy, copy);
    return copy;
  }
}

async function* counted(
  pieces: AsyncIterable<Uint8Array>,
  count: (length: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    count(piece.length);
    yield piece;
  }
}
