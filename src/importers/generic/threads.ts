import { QuotidianError } from '../../thread/error.ts';
import { hashedId, stableId } from '../../thread/ids.ts';
import { type Origin, originSchema, type Post, type Thread, threadId } from '../../thread/schema.ts';
import { delivery, threadFrom } from '../assembly/draft.ts';
import { textForTitle, titleFromText } from '../assembly/title.ts';
import type { ExportFiles, ImportOptions } from '../importer.ts';
import { readEntry } from '../reading/entry.ts';
import { faultText, unreadableEntry, unreadableField } from '../reading/fault-warning.ts';
import { isRecord } from '../reading/glance.ts';
import { webAddress } from '../reading/web-address.ts';
import { textOf } from './body-format.ts';
import { COLUMNS, FORM, type Line, NESTED, PLATFORM, type Row } from './form.ts';
import { authorIn, type People, peopleIn, wishesIn } from './people.ts';
import { idIn, postIn } from './post.ts';

interface Source {
  readonly importer: string;
  readonly lines: (blob: Blob, file: string) => AsyncIterable<Line>;
}

/** The threads of files of the generic form, each file by itself. What was left out or made up is told of, by line. */
export async function* threadsIn(
  files: ExportFiles,
  { importer, lines }: Source,
  options: ImportOptions,
): AsyncGenerator<Thread> {
  const deliver = delivery(options);
  let bytes = 0;
  for (const [file, blob] of files) {
    const reading = new Reading(file, importer, options);
    for await (const line of lines(blob, file)) reading.take(line);
    bytes += blob.size;
    options.progress?.(bytes);
    for (const thread of reading.threads()) {
      const delivered = deliver(thread);
      if (delivered) yield delivered;
    }
  }
}

/** A thread of which lines have been read. */
interface Gathered {
  readonly key: string;
  title: string;
  readonly origin: Origin;
  readonly people: People;
  readonly posts: Post[];
  /** How often a post without an id says the same. */
  readonly said: Map<string, number>;
}

/** One file: lines go in, threads come out. */
class Reading {
  readonly #file: string;
  readonly #importer: string;
  readonly #options: ImportOptions;
  readonly #gathered = new Map<string, Gathered>();
  readonly #unknown = new Set<string>();
  #current: Gathered | null = null;
  #madeUp = 0;

  constructor(file: string, importer: string, options: ImportOptions) {
    this.#file = file;
    this.#importer = importer;
    this.#options = options;
  }

  take(line: Line): void {
    if (line.kind === 'unread')
      this.#warn('unreadable-line', `Line ${line.line} was left out: ${line.reason}.`);
    else if (line.kind === 'thread') this.#begin(line.thread, line.line);
    else this.#addPost(line.row, line.line);
  }

  *threads(): Generator<Thread> {
    if (this.#unknown.size > 0) this.#warn('unknown-columns', unknownColumns([...this.#unknown]));
    if (this.#madeUp > 0)
      this.#warn(
        'made-up-id',
        `Posts without an id: ${this.#madeUp}. Their ids were made of what they say, so they change when that does.`,
      );
    const filled = [...this.#gathered.values()].filter(({ posts }) => posts.length > 0);
    if (filled.length === 0) throw noPosts(this.#file);
    const warn: ImportOptions['warn'] = (warning) => this.#options.warn({ ...warning, file: this.#file });
    for (const gathered of filled) {
      const { key, origin, people, posts } = gathered;
      const draft = { title: titleOf(gathered), origin, people: Object.fromEntries(people), posts };
      const thread = threadFrom(draft, { ...this.#options, warn });
      yield threadId.safeParse(key).success ? { ...thread, id: key } : thread;
    }
  }

  #begin(thread: Row, line: number): void {
    this.#note(Object.keys(thread).filter((key) => !['id', 'title', 'origin', 'people'].includes(key)));
    const fault = (text: string) =>
      this.#options.warn({ file: this.#file, ...unreadableField(text, `line ${line}`) });
    const gathered = this.#threadOf(idIn(thread.id) ?? `line ${line}`);
    if (typeof thread.title === 'string') gathered.title = thread.title;
    Object.assign(gathered.origin, this.#originIn(thread.origin, fault));
    for (const [id, person] of peopleIn(thread.people, fault)) gathered.people.set(id, person);
    this.#current = gathered;
  }

  #originIn(value: unknown, fault: (text: string) => void): Origin {
    const own: Origin = { platform: PLATFORM, importer: this.#importer };
    if (value === undefined) return own;
    if (!isRecord(value)) {
      fault('origin: expected an object');
      return own;
    }
    const known = Object.entries(value).filter(([key]) => Object.hasOwn(originSchema.shape, key));
    this.#note(Object.keys(value).filter((key) => !Object.hasOwn(originSchema.shape, key)));
    const { entry, faults } = readEntry(originSchema, { ...own, ...Object.fromEntries(known) }, new Set());
    for (const text of faults) fault(`origin.${text}`);
    const { url, ...rest } = { ...own, ...entry };
    const address = webAddress(url ?? '');
    return { ...rest, ...(address && { url: address }) };
  }

  #addPost(row: Row, line: number): void {
    this.#note(Object.keys(row).filter((key) => !KNOWN.has(key)));
    const gathered = this.#threadFor(row);
    if (gathered.title === '' && typeof row.title === 'string') gathered.title = row.title;
    const faultless = wishesIn(row.wishes) !== undefined;
    const author = faultless ? authorIn(row, gathered.people) : null;
    const id = stableId(idIn(row.id) ?? this.#madeUpId(row, gathered));
    const { post, faults } = faultless
      ? postIn(row, id, author, { file: this.#file, line })
      : { post: null, faults: ['wishes: expected noindex, no-quote or no-archive'] };
    const fault = faultText(faults);
    if (post) gathered.posts.push(post);
    if (post && faults.length === 0) return;
    const told = post ? unreadableField(fault, `line ${line}`) : unreadableEntry(`Line ${line}`, fault);
    this.#options.warn({ post: id, file: this.#file, ...told });
  }

  #threadFor({ thread }: Row): Gathered {
    const key = idIn(thread);
    if (key === undefined) return this.#current ?? this.#threadOf('');
    return this.#threadOf(key);
  }

  #threadOf(key: string): Gathered {
    const known = this.#gathered.get(key);
    if (known) return known;
    const origin: Origin = { platform: PLATFORM, importer: this.#importer };
    const gathered = { key, title: '', origin, people: new Map(), posts: [], said: new Map() };
    this.#gathered.set(key, gathered);
    return gathered;
  }

  /** The same in every file that holds the post: of what it says, and of how many have said so before. */
  #madeUpId({ parent, author, published, body }: Row, { said }: Gathered): string {
    this.#madeUp += 1;
    const content = JSON.stringify([parent ?? '', author ?? '', published ?? '', body ?? '']);
    const before = said.get(content) ?? 0;
    said.set(content, before + 1);
    return hashedId(`${content}${before === 0 ? '' : before}`);
  }

  #note(unknown: readonly string[]): void {
    for (const column of unknown) if (this.#unknown.size < MOST_UNKNOWN) this.#unknown.add(column);
  }

  #warn(code: string, message: string): void {
    this.#options.warn({ file: this.#file, code, message });
  }
}

const KNOWN: ReadonlySet<string> = new Set([...COLUMNS, ...NESTED]);
const MOST_UNKNOWN = 20;

function unknownColumns(columns: readonly string[]): string {
  const named = columns.map((column) => column.slice(0, 40)).join(', ');
  return `Columns that are not of this form were not read: ${named}.`;
}

/** `line 3` and the like name no thread: its title is what its first post begins with. */
function titleOf({ key, title, posts }: Gathered): string {
  const given = titleFromLine(title);
  if (given) return given;
  if (key !== '' && !threadId.safeParse(key).success && !/^line \d+$/.test(key)) return titleFromLine(key);
  const { body } = posts[0] ?? { body: { plain: '' } };
  return titleFromText('html' in body ? textForTitle(body.html) : textOf(body));
}

function titleFromLine(title: string): string {
  return title.replace(/\s+/g, ' ').trim();
}

function noPosts(file: string): QuotidianError {
  return new QuotidianError('No line of the file is a post that can be read.', {
    code: 'no-posts',
    place: { file },
    hint: `Each line needs a body and its format. The form is described in docs/generic-form.md (version ${FORM}).`,
  });
}
