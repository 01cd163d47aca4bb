import type { Root } from 'mdast';
import type { DigestReading } from '../../markdown/read-digest.ts';
import { statedAuthor } from '../../quotes/reading.ts';
import type { DigestView } from '../views.ts';
import { tagSlug } from '../addresses.ts';
import type { Words } from '../words/index.ts';
import { personLabel } from './person-label.ts';
import { blockWords, searchableText } from './searchable-text.ts';
import type { SearchRecord } from './search-record.ts';
import { wishesSilence } from './thread-search.ts';

/**
 * What can be found of a digest: the editor's words and the quotes in them, but for quotes whose post stands behind a
 * content warning, was withdrawn, or is by somebody who asked machines to leave their words alone.
 */
export function digestSearch(
  view: DigestView,
  root: Root,
  { quotes, embeds }: Pick<DigestReading, 'quotes' | 'embeds'>,
  words: Words,
): SearchRecord {
  const heard = [...quotes, ...embeds].flatMap(({ post }) => (post ? [post.reading] : []));
  const open = heard.filter(({ post, author }) => !post.state && !wishesSilence(author));
  const closed = quotes.flatMap(({ node, post }) => {
    const reading = post?.reading;
    const isOpen = !reading || (open.includes(reading) && reading.post.warning === undefined);
    return node && !isOpen ? [node] : [];
  });
  const people = open.flatMap((reading) => statedAuthor(reading) ?? []).map(personLabel);
  return {
    url: view.href,
    content: searchableText([view.summary, blockWords(root, new Set(closed))].join(' ')),
    meta: {
      title: view.title,
      ...(view.editors.length > 0 ? { author: words.digest.by(view.editors) } : {}),
      date: view.date,
      day: words.dates.day(view.date),
      ...(view.lang === words.lang ? {} : { lang: view.lang }),
    },
    filters: {
      kind: ['digest'],
      person: [...new Set(people)],
      thread: view.threads.map(({ id }) => id),
      platform: [...new Set(view.threads.map(({ platform }) => platform))],
      tag: [...new Set(view.tags.map(({ name }) => tagSlug(name)))],
      year: [view.date.slice(0, 4)],
    },
  };
}
