import { excerptNodes } from './excerpt.ts';
import { filled, type SearchTexts } from './page-words.ts';
import type { Found } from './pagefind.ts';
import { type Filter, type Query, queryAddress } from './query.ts';

/** A result as the page lists it. */
export function resultItem(
  { url, excerpt, meta, filters }: Found,
  query: Query,
  texts: SearchTexts,
): HTMLElement {
  const isDigest = filters.kind?.[0] === 'digest';
  const title = meta.title ?? meta.thread ?? '';
  const item = element('li', 'entry hit');
  const facts = element('p', 'entry-date', isDigest ? texts.digest : texts.post);
  if (meta.date && meta.day) {
    const time = element('time', '', meta.day);
    time.setAttribute('datetime', meta.date);
    facts.append(' · ', time);
  }
  const said = { name: meta.author ?? texts.authorUnknown, thread: title };
  const link = element('a', 'entry-title', isDigest ? title : filled(texts.said, said));
  link.setAttribute('href', url);
  const lang = meta.lang;
  const words = element('p', `${isDigest ? 'entry-summary' : `entry-best voice-${meta.voice ?? 'unknown'}`}`);
  words.dir = 'auto';
  if (lang) words.lang = lang;
  if (meta.warned) words.append(filled(texts.warning, { warning: '' }));
  words.append(...excerptNodes(excerpt));
  item.append(facts, link, words);
  const narrower = isDigest ? [] : narrowings(filters, meta, query, texts);
  if (narrower.length > 0) {
    const more = element('p', 'entry-facts');
    more.append(...narrower);
    item.append(more);
  }
  return item;
}

/** Links that keep the query and leave out everybody or everything else. */
function narrowings(
  filters: Found['filters'],
  meta: Found['meta'],
  query: Query,
  texts: SearchTexts,
): readonly HTMLElement[] {
  const [person, thread] = [filters.person?.[0], filters.thread?.[0]];
  const narrowing = (name: Filter, value: string, label: string) => {
    const link = element('a', '', label);
    link.setAttribute(
      'href',
      queryAddress(location.pathname, { ...query, filters: { ...query.filters, [name]: value } }),
    );
    link.dataset.narrow = '';
    return link;
  };
  return [
    ...(person && !query.filters.person
      ? [narrowing('person', person, filled(texts.onlyPerson, { name: meta.author ?? person }))]
      : []),
    ...(thread && !query.filters.thread ? [narrowing('thread', thread, texts.onlyThread)] : []),
  ];
}

function element(name: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
