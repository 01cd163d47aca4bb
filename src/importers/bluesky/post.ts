import type { Post } from '../../thread/schema.ts';
import type { Warning } from '../importer.ts';
import { addressOfPost, personIdOf, postIdOf } from './at-uri.ts';
import { type Embed, embedOf } from './embed.ts';
import { embeddedRecord } from './embedded-record.ts';
import { linkedStretches } from './facets.ts';
import type { PostRecord } from './post-view.ts';
import type { Closed, ReadPost } from './posts.ts';
import { textHtml } from './text-html.ts';

/** A post as the thread holds it; one that was taken from view has neither words nor author. */
export function postOf(read: ReadPost, closed: Closed, warn: (warning: Warning) => void): Post {
  const { uri, parent, kept, view, record, labels, account } = read;
  const place = { id: postIdOf(uri), parent: parent === undefined ? null : postIdOf(parent) };
  if (kept) return { ...place, author: null, state: 'removed', body: { plain: '' } };
  const tell = (code: string, message: string) => warn({ post: place.id, file: read.file, code, message });
  const url = addressOfPost(uri);
  const lang = languageOf(record);
  const embed = embedOf(view.embed ?? record.embed);
  const carried = embeddedRecord(
    embed.record,
    (quoted, did) => closed.posts.has(quoted) || closed.accounts.has(did),
  );
  const cards = [...embed.cards, ...(carried.card ? [carried.card] : [])];
  const reactions = reactionsOf(read);
  tellOfEmbed(embed, tell);
  tellOfDates(read, tell);
  return {
    ...place,
    author: authorOf(read, tell),
    ...published(read),
    ...(url && { url }),
    ...(lang && { lang }),
    body: { html: bodyOf(record, tell) },
    ...((labels.warned || account.warned) && { warning: 'marked by moderators' }),
    ...((labels.sensitive || account.sensitive) && { sensitive: true }),
    ...(embed.attachments.length > 0 && { attachments: embed.attachments }),
    ...(cards.length > 0 && { cards }),
    ...(reactions.length > 0 && { reactions }),
    ...(carried.quoted && { quoted: carried.quoted }),
  };
}

type Tell = (code: string, message: string) => void;

/** The repository that a post lies in is its author's; a view that gives another author is wrong somewhere. */
function authorOf({ did, view }: ReadPost, tell: Tell): string | null {
  if (did === undefined) return null;
  if (view.author && view.author.did !== did) {
    tell(
      'author-mismatch',
      'The post is given with another author than its address names. It stands without one.',
    );
    return null;
  }
  return personIdOf(did);
}

function bodyOf({ text, facets, entities }: PostRecord, tell: Tell): string {
  const { stretches, leftOut } = linkedStretches(text, facets, entities);
  if (leftOut > 0)
    tell(
      'unusable-facet',
      `Links in the text that do not fit it were left out, their words kept: ${leftOut}.`,
    );
  return textHtml(text, stretches);
}

/** What the text is in, where it says one language; of several none is the whole text's. */
function languageOf({ langs }: PostRecord): string | undefined {
  const [first, ...others] = (langs ?? []).flatMap((lang) => lang || []);
  return others.length === 0 ? first : undefined;
}

/** Likes, reposts and quote posts; who and bookmarks are left out. */
function reactionsOf({ view }: ReadPost) {
  return [
    { name: 'like', count: view.likeCount ?? 0 },
    { name: 'repost', count: view.repostCount ?? 0 },
    { name: 'quote', count: view.quoteCount ?? 0 },
  ].filter(({ count }) => count > 0);
}

/**
 * The earlier of the author's date and the AppView's, which is how Bluesky itself sorts (`sortAt`): a post cannot be
 * written after it was seen. Where only the AppView's can be read, that is inferred.
 */
function published({ view, record }: ReadPost): Pick<Post, 'published' | 'inferred'> {
  const said = record.createdAt;
  const seen = view.indexedAt;
  if (said && seen) return { published: Date.parse(seen) < Date.parse(said) ? seen : said };
  if (said) return { published: said };
  return seen ? { published: seen, inferred: ['published'] } : {};
}

/** Milliseconds. Bluesky marks a post as archived that was first seen a day after its own date. */
const BACKDATED = 24 * 60 * 60 * 1000;

function tellOfDates({ view, record }: ReadPost, tell: Tell): void {
  const { createdAt } = record;
  if (!createdAt || !view.indexedAt) return;
  if (Date.parse(view.indexedAt) - Date.parse(createdAt) > BACKDATED)
    tell('backdated', `The post says that it is from ${createdAt}. It was first seen on ${view.indexedAt}.`);
}

function tellOfEmbed({ unread }: Embed, tell: Tell): void {
  if (unread.length > 0)
    tell(
      'unreadable-field',
      `Something beside the text was left out: its kind is not known (${unread.join(', ')}).`,
    );
}
