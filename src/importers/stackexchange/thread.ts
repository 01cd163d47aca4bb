import { displayName } from '../../thread/display-name.ts';
import { stableId } from '../../thread/ids.ts';
import type { Post, Thread } from '../../thread/schema.ts';
import { mustHaveConsent } from '../assembly/consent.ts';
import { threadFrom } from '../assembly/draft.ts';
import { textForTitle, titleFromText } from '../assembly/title.ts';
import type { ImportOptions, Warning } from '../importer.ts';
import { unescapedText } from '../reading/escaped-text.ts';
import { webAddress } from '../reading/web-address.ts';
import type { Entry } from './entry.ts';
import { peopleOf, personId } from './people.ts';

/** The thread that a question makes with its answers and comments; or these, where the export does not hold it. */
export function threadOf(
  entries: readonly Entry[],
  options: Pick<ImportOptions, 'warn' | 'consent'>,
): Thread {
  const question = entries.find(({ kind }) => kind === 'question');
  const site = entries.find(({ at }) => at.site)?.at.site;
  if (entries.some(({ at }) => at.closed)) mustHaveConsent(`The team at ${site}`, options, undefined);
  if (question) warnOfEnd(question, options.warn);
  warnOfEmpty(entries, options.warn);
  const url = question && addressOf(question, site);
  const licences = [
    ...new Set(entries.map(({ licence }) => displayName(licence)).filter(Boolean)),
  ].toSorted();
  return threadFrom(
    {
      title: titleOf(entries),
      origin: {
        platform: 'stackexchange',
        ...(url && { url }),
        ...(site && { community: site }),
        importer: 'stackexchange',
        ...(licences.length > 0 && { licence: licences.join(', ') }),
      },
      people: peopleOf(entries),
      posts: entries.map((entry) => postOf(entry, site)),
    },
    options,
  );
}

function titleOf(entries: readonly Entry[]): string {
  const titled = entries.find(({ title }) => title);
  if (titled) return displayName(unescapedText(titled.title));
  const [first] = entries;
  const words = titleFromText(textForTitle(first?.html ?? ''));
  return (
    words || `${first?.kind === 'question' ? 'Question' : 'Answers'} on ${first?.at.site || 'Stack Exchange'}`
  );
}

function postOf(entry: Entry, site: string | undefined): Post {
  const { id, parent, published, edited, score, accepted, owner } = entry;
  const url = addressOf(entry, site);
  const reactions = [
    ...(accepted ? [{ name: 'accepted', count: 1 }] : []),
    ...(score > 0 ? [{ name: 'point', count: score }] : []),
  ];
  return {
    id: stableId(id),
    author: personId(owner),
    parent: parent === null ? null : stableId(parent),
    ...(published && { published }),
    ...(edited && { edited }),
    ...(url && { url }),
    body: bodyOf(entry),
    ...(reactions.length > 0 && { reactions }),
  };
}

/** As the entry says, or the short form that every site leads on from; comments have none. */
function addressOf({ kind, id, link }: Entry, site: string | undefined): string | undefined {
  const short = { question: 'q', answer: 'a', comment: '' }[kind];
  return webAddress(
    link,
    site && short ? `https://${site}/${short}/${encodeURIComponent(id.toWellFormed())}` : '',
  );
}

/** The HTML is what readers of the site see. Markdown comes escaped unless the filter is an `unsafe` one. */
function bodyOf({ html, markdown }: Entry): Post['body'] {
  if (html) return { html };
  return markdown ? { markdown: unescapedText(markdown), flavour: 'commonmark' } : { plain: '' };
}

function warnOfEnd({ id, closed, closedReason, locked }: Entry, warn: (warning: Warning) => void): void {
  const reason = displayName(unescapedText(closedReason));
  if (closed)
    warn({
      post: stableId(id),
      code: 'closed',
      message: `The question was closed on ${closed.slice(0, 10)}${reason ? `: ${reason}` : ''}.`,
    });
  if (locked)
    warn({
      post: stableId(id),
      code: 'locked',
      message: `The question was locked on ${locked.slice(0, 10)}.`,
    });
}

function warnOfEmpty(entries: readonly Entry[], warn: (warning: Warning) => void): void {
  const empty = entries.filter(({ html, markdown }) => !html && !markdown).length;
  if (empty > 0)
    warn({
      code: 'no-body',
      message: `Posts whose words the export does not hold: ${empty}. Ask the API with filter=withbody, and with comments and answers in the filter.`,
    });
}
