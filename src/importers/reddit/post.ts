import { stableId } from '../../thread/ids.ts';
import type { Post } from '../../thread/schema.ts';
import { webAddress } from '../reading/web-address.ts';
import type { Entry } from './entry.ts';
import { attachmentsOf, cardOf, pollOf } from './media.ts';
import type { People } from './people.ts';
import { withdrawalOf } from './withdrawn.ts';

/** An entry of one thread, with what makes its texts readable. */
export type ThreadEntry = Entry & { readonly text: (text: string) => string };

/** Whether an entry was deleted or removed. */
export function stateOf({ kind, entry }: Entry): Post['state'] {
  return withdrawalOf(entry, kind === 't3' ? [entry.title, entry.selftext] : [entry.body]);
}

/** A post or a comment as a post. Of one that was deleted or removed only its place is kept. */
export function postOf(from: ThreadEntry, { idOf }: People): Post {
  const { kind, entry } = from;
  const url = permalinkOf(from);
  const id = stableId(entry.name);
  const place = {
    parent: kind === 't3' ? null : stableId(entry.parent_id ?? entry.link_id),
    ...(entry.created_utc && { published: entry.created_utc }),
    ...(url && { url }),
  };
  const guessed = kind === 't1' && !entry.parent_id && { inferred: ['parent' as const] };
  const state = stateOf(from);
  if (state) return { id, author: null, ...place, state, body: { plain: '' }, ...guessed };
  const points = entry.score_hidden || entry.hide_score ? 0 : (entry.score ?? 0);
  return {
    id,
    author: idOf(entry),
    ...place,
    ...(entry.edited && { edited: entry.edited }),
    ...contentOf(from),
    ...(points > 0 && { reactions: [{ name: 'point', count: points }] }),
    ...guessed,
  };
}

function contentOf({ kind, entry, text }: ThreadEntry): Pick<Post, 'body'> & Partial<Post> {
  const attachments = attachmentsOf(entry, text);
  const media = attachments.length > 0 && { attachments };
  if (kind === 't1') return { body: bodyOf(text(entry.body)), ...media };
  const card = cardOf(entry, text);
  const [original] = entry.crosspost_parent_list ?? [];
  const adult = entry.over_18 || original?.over_18;
  const warnings = [...(adult ? ['NSFW'] : []), ...(entry.spoiler || original?.spoiler ? ['Spoiler'] : [])];
  return {
    body: bodyOf(text(entry.selftext)),
    ...(warnings.length > 0 && { warning: warnings.join(', '), sensitive: true }),
    ...media,
    ...(card && { cards: [card] }),
    ...(entry.poll_data && { poll: pollOf(entry.poll_data, text) }),
  };
}

function bodyOf(markdown: string): Post['body'] {
  return markdown.trim() === '' ? { plain: '' } : { markdown, flavour: 'reddit' };
}

/** As the entry says, or the short form that Reddit leads on from. */
export function permalinkOf({ kind, entry, text }: ThreadEntry): string | undefined {
  const { permalink, name } = entry;
  if (permalink.startsWith('/')) return webAddress(`https://www.reddit.com${text(permalink)}`);
  const id = name.slice('t1_'.length);
  return webAddress(
    permalink,
    kind === 't3'
      ? `https://www.reddit.com/comments/${id}/`
      : `https://www.reddit.com/comments/${entry.link_id.slice('t3_'.length)}/_/${id}/`,
  );
}
