import { statedAuthor, type PostReading } from '../../quotes/reading.ts';
import type { Person, Thread } from '../../thread/schema.ts';
import { postAddress } from '../addresses.ts';
import type { LoadedThread } from '../loaded-thread.ts';
import { platformName } from '../platforms.ts';
import { nameOf } from '../quote-figures.ts';
import { threadVoices } from '../speakers.ts';
import type { Words } from '../words/index.ts';
import { personLabel } from './person-label.ts';
import { openWords, searchableText } from './searchable-text.ts';
import type { SearchRecord, SearchUnit } from './search-record.ts';
import { searchUnit } from './search-unit.ts';

interface ThreadSearchOptions {
  readonly base: string;
  readonly words: Words;
}

/** What can be found of a thread, page by page: each post's own words. */
export function threadSearch(
  loaded: LoadedThread,
  options: ThreadSearchOptions,
): readonly (readonly SearchRecord[])[] {
  const voice = threadVoices(loaded.pages.flat());
  let first = true;
  return loaded.pages.map((page, index) =>
    page.flatMap(({ post }) => {
      const reading = loaded.reading.byId.get(post.id);
      const content = reading && mayBeFound(reading) ? contentOf(reading) : '';
      if (!reading || content === '') return [];
      const record = postRecord(reading, content, {
        page: index + 1,
        isFirst: first,
        thread: loaded.thread,
        voice,
        ...options,
      });
      first = false;
      return [record];
    }),
  );
}

/** The pages of a thread that began on that day as units of the index. */
export function threadUnits(
  id: string,
  day: string | undefined,
  pages: readonly (readonly SearchRecord[])[],
): readonly SearchUnit[] {
  return pages.map((records, index) => searchUnit(id, index + 1, day, records));
}

/** Whoever asked machines not to index, quote or keep their words is not found, even where their name was inferred. */
export function wishesSilence(author: Person | null): boolean {
  return (author?.wishes ?? []).length > 0;
}

function mayBeFound({ post, author }: PostReading): boolean {
  return post.state === undefined && !wishesSilence(author);
}

/** Of a post behind a content warning the warning alone. */
function contentOf(reading: PostReading): string {
  const { post } = reading;
  if (post.warning !== undefined) return searchableText(post.warning);
  const described = post.sensitive
    ? []
    : (post.attachments ?? []).flatMap(({ description }) => description ?? []);
  return searchableText([openWords(reading), ...described].join(' '));
}

interface Setting extends ThreadSearchOptions {
  readonly page: number;
  /** Whether it is the first of its thread that can be found. */
  readonly isFirst: boolean;
  readonly thread: Thread;
  readonly voice: (person: string) => number;
}

function postRecord(reading: PostReading, content: string, setting: Setting): SearchRecord {
  const { page, isFirst, thread, voice, base, words } = setting;
  const { post } = reading;
  const author = statedAuthor(reading);
  const date = post.inferred?.includes('published') ? undefined : post.published?.slice(0, 10);
  return {
    url: postAddress(base, thread.id, post.id, page),
    content,
    meta: {
      ...(isFirst ? { title: thread.title } : { thread: thread.title }),
      ...(author && post.author !== null
        ? { author: nameOf(author), voice: String(voice(post.author)) }
        : {}),
      ...(date ? { date, day: words.dates.day(date) } : {}),
      ...(post.lang && post.lang !== words.lang ? { lang: post.lang } : {}),
      ...(post.warning === undefined ? {} : { warned: '1' }),
    },
    filters: {
      kind: ['post'],
      ...(author ? { person: [personLabel(author)] } : {}),
      thread: [thread.id],
      platform: [platformName(thread.origin.platform)],
      ...(date ? { year: [date.slice(0, 4)] } : {}),
    },
  };
}
