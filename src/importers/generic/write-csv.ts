import type { Post, Thread } from '../../thread/schema.ts';
import { formatOf, textOf } from './body-format.ts';
import { attachmentsCell, guarded, oneLine } from './cells.ts';
import { COLUMNS, type Column, PLATFORM } from './form.ts';

/** A thread as CSV of the generic form (RFC 4180, commas, CRLF), with the line of headers unless `headers` is false. */
export function csvOf(thread: Thread, headers = true): string {
  const rows = thread.posts.map((post) => cellsOf(post, thread));
  const records = rows.map((cells) => COLUMNS.map((column) => guarded(cells[column] ?? '')));
  return [...(headers ? [COLUMNS] : []), ...records]
    .map((cells) => `${cells.map(quotedIfNeeded).join(',')}\r\n`)
    .join('');
}

type Cells = Readonly<Partial<Record<Column, string>>>;

function cellsOf(post: Post, { id, title, people }: Thread): Cells {
  const person = post.author === null ? undefined : people[post.author];
  return {
    thread: id,
    title,
    id: post.id,
    parent: post.parent ?? '',
    author: person?.handle ?? '',
    person: post.author ?? '',
    name: person?.name ?? '',
    wishes: (person?.wishes ?? []).join(' '),
    published: post.published ?? '',
    edited: post.edited ?? '',
    url: post.url ?? '',
    subject: post.subject ?? '',
    lang: post.lang ?? '',
    warning: post.warning ?? '',
    sensitive: post.sensitive ? 'yes' : '',
    state: post.state ?? '',
    inferred: (post.inferred ?? []).join(' '),
    format: formatOf(post.body),
    body: textOf(post.body),
    attachments: attachmentsCell(post.attachments),
  };
}

function quotedIfNeeded(cell: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** What of a thread CSV does not hold, each kind once with how many there are, for people to read. */
export function lostInCsv({ origin, people, posts }: Thread): readonly string[] {
  const persons = Object.values(people);
  const authors = new Set(posts.map(({ author }) => author));
  const media = posts.flatMap(({ attachments }) => attachments ?? []);
  const counts: readonly (readonly [string, number])[] = [
    ['platform', origin.platform === PLATFORM ? 0 : 1],
    ['date of the export', origin.exported === undefined ? 0 : 1],
    ['address of the thread', origin.url === undefined ? 0 : 1],
    ['community', origin.community === undefined ? 0 : 1],
    ['licence', origin.licence === undefined ? 0 : 1],
    ['basis of consent', origin.consent === undefined ? 0 : 1],
    ['people who wrote nothing', Object.keys(people).filter((id) => !authors.has(id)).length],
    ['addresses of people', persons.filter(({ url }) => url !== undefined).length],
    ['pictures of people', persons.filter(({ avatar }) => avatar !== undefined).length],
    ['marks of bots', persons.filter(({ bot }) => bot).length],
    ['names of files', media.filter(({ name }) => name !== undefined).length],
    [
      'line ends in descriptions',
      media.filter(({ description = '' }) => description !== oneLine(description)).length,
    ],
    ['link previews', posts.flatMap(({ cards }) => cards ?? []).length],
    ['polls', posts.filter(({ poll }) => poll).length],
    ['reactions', posts.flatMap(({ reactions }) => reactions ?? []).length],
    ['custom emoji', posts.flatMap(({ emoji }) => Object.keys(emoji ?? {})).length],
    ['shared posts', posts.filter(({ quoted }) => quoted).length],
  ];
  return counts.flatMap(([what, count]) =>
    count === 0 ? [] : count === 1 ? [what] : [`${what} (${count})`],
  );
}
