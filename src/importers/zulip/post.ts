import type { Body, PersonId, Post } from '../../thread/schema.ts';
import { stableId } from '../../thread/ids.ts';
import { escapeHtml } from '../assembly/markup.ts';
import { htmlWithWholeAddresses, markdownWithWholeAddresses } from '../reading/home-address.ts';
import type { ZulipMessage } from './message-schema.ts';
import { pollOf } from './poll.ts';
import { saidLinks } from './said-links.ts';

/** What a message's post needs to know of its surroundings. */
export interface Surroundings {
  readonly author: PersonId | null;
  readonly name: string;
  /** The ids of the topic's earlier messages. */
  readonly earlier: ReadonlySet<string>;
  /** Of the organisation and of the topic, where they are known. */
  readonly home?: string | undefined;
  readonly address?: string | undefined;
}

/** A message. Its id is the message's, by which quotes name it. What it quotes first it answers; that is inferred. */
export function postOf(message: ZulipMessage, around: Surroundings): Post {
  const { id, timestamp, content } = message;
  const place = {
    id: stableId(id),
    ...(timestamp && { published: timestamp }),
    ...(around.address && { url: `${around.address}/near/${id}` }),
  };
  if (DELETED.test(content))
    return { ...place, author: null, parent: null, state: 'deleted', body: { plain: '' } };
  const asked = pollOf(message);
  const quoted = saidLinks(content).find(({ post }) => around.earlier.has(post));
  const edited = isEdited(message) ? message.last_edit_timestamp : undefined;
  const reactions = reactionsOf(message);
  return {
    ...place,
    author: around.author,
    parent: quoted ? stableId(quoted.post) : null,
    ...(edited && { edited }),
    body: asked ? { plain: asked.question } : bodyOf(message, around),
    ...(asked && { poll: asked.poll }),
    ...(reactions.length > 0 && { reactions }),
    ...(quoted && { inferred: ['parent'] }),
  };
}

/** What the server leaves of a message whose words were taken away. */
const DELETED = /^\s*(?:<p>)?\(deleted\)(?:<\/p>)?\s*$/;

/** `<p>`: rendered text always begins with a block. */
const RENDERED = /^\s{0,20}<(?:p|div|ul|ol|blockquote|pre|table|hr|h[1-6]|span)[\s>/]/;

function bodyOf({ content, content_type, is_me_message }: ZulipMessage, { home, name }: Surroundings): Body {
  const isHtml = content_type === 'text/html' || (content_type === '' && RENDERED.test(content));
  const said = is_me_message ? withName(content, name, isHtml) : content;
  if (isHtml) return { html: home ? htmlWithWholeAddresses(said, home) : said };
  return { markdown: home ? markdownWithWholeAddresses(said, home) : said, flavour: 'zulip' };
}

/** `/me waves` is shown as `Ines Duarte waves`. */
function withName(content: string, name: string, isHtml: boolean): string {
  if (isHtml)
    return content.replace(
      /^(\s*<p>)\/me(?=\s)/,
      (_, before: string) => `${before}<strong>${escapeHtml(name)}</strong>`,
    );
  return content.replace(/^\/me(?=\s)/, () => `**${name.replace(/[*_`[\]()]/g, '')}**`);
}

/** Older servers count a move to another topic as an edit; the history tells them apart. */
function isEdited({ edit_history: history }: ZulipMessage): boolean {
  if (!history || history.length === 0) return true;
  return history.some(
    (entry) => Object.hasOwn(entry, 'prev_content') || Object.hasOwn(entry, 'prev_rendered_content'),
  );
}

/** `1f44d`, `1f1f5-1f1f9` */
const CODE_POINTS = /^[0-9a-f]{2,6}(?:-[0-9a-f]{2,6}){0,9}$/;
const LAST_CODE_POINT = 0x10ffff;

/** Each kind with its count, in the order they came; an emoji of Unicode as itself. */
function reactionsOf({ reactions }: ZulipMessage): NonNullable<Post['reactions']> {
  const counts = new Map<string, number>();
  for (const { emoji_name, emoji_code, reaction_type } of reactions ?? []) {
    const points =
      reaction_type === 'unicode_emoji' && CODE_POINTS.test(emoji_code)
        ? emoji_code.split('-').map((point) => Number.parseInt(point, 16))
        : [];
    const valid = points.length > 0 && points.every((point) => point <= LAST_CODE_POINT);
    const name = valid ? String.fromCodePoint(...points) : emoji_name;
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => ({ name, count }));
}
