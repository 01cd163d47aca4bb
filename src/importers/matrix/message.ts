import type { Attachment, Body } from '../../thread/schema.ts';
import { escapeHtml } from '../assembly/markup.ts';
import { isRecord } from '../reading/glance.ts';
import { textIn } from './event.ts';

type Content = Readonly<Record<string, unknown>>;

/** What somebody said with a message or a sticker. */
export interface Message {
  readonly body: Body;
  readonly attachment?: Attachment;
}

/** How a message is to be read. */
interface Setting {
  readonly type: string;
  /** Who speaks, for what they say they do. */
  readonly name: string;
  /** The words of the post that is answered must not stand in this one: it was taken back. */
  readonly withoutFallback: boolean;
}

const MEDIA: ReadonlyMap<string, Attachment['type']> = new Map([
  ['m.image', 'image'],
  ['m.video', 'video'],
  ['m.audio', 'audio'],
  ['m.file', 'file'],
]);

/**
 * The words and the medium of a content. The body is kept as exported, the repeated words of the post that it answers
 * included, which the body layer knows; HTML before plain text. Of a medium, `body` is a caption only where `filename`
 * stands beside it and is another (MSC 2530); else it is the file's name, or, where it looks like none, a description.
 */
export function messageOf(content: Content, { type, name, withoutFallback }: Setting): Message {
  const msgtype = textIn(content, 'msgtype');
  const media = type === 'm.sticker' ? 'image' : MEDIA.get(msgtype);
  if (media) return withMedium(content, media, type === 'm.sticker', withoutFallback);
  const body = bodyOf(content, withoutFallback);
  if (msgtype === 'm.emote') return { body: asAction(body, name) };
  if (msgtype === 'm.location' && 'plain' in body && body.plain === '')
    return { body: { plain: textIn(content, 'geo_uri') } };
  return { body };
}

function bodyOf(content: Content, withoutFallback: boolean): Body {
  const html = textIn(content, 'formatted_body');
  if (textIn(content, 'format') === HTML && html) return { html: withoutFallback ? afterReply(html) : html };
  const plain = textIn(content, 'body');
  return { plain: withoutFallback ? afterQuote(plain) : plain };
}
const HTML = 'org.matrix.custom.html';

function afterReply(html: string): string {
  const end = html.lastIndexOf(REPLY_END);
  return end < 0 ? html : html.slice(end + REPLY_END.length);
}
const REPLY_END = '</mx-reply>';

function afterQuote(plain: string): string {
  const lines = plain.split('\n');
  const own = lines.findIndex((line) => !line.startsWith('>'));
  if (own === 0) return plain;
  return own < 0 ? '' : lines.slice(lines[own]?.trim() === '' ? own + 1 : own).join('\n');
}

/** `/me waves` is shown as `* Ines waves`. */
function asAction(body: Body, name: string): Body {
  const said = `* ${escapeHtml(name)} `;
  if ('html' in body)
    return { html: body.html.startsWith('<p>') ? `<p>${said}${body.html.slice(3)}` : said + body.html };
  return 'plain' in body ? { plain: `* ${name} ${body.plain}` } : body;
}

/** `quay-at-dawn.jpg` */
const FILE_NAME = /^[^\n]{0,250}\.[A-Za-z0-9]{1,8}$/;

function withMedium(
  content: Content,
  type: Attachment['type'],
  sticker: boolean,
  withoutFallback: boolean,
): Message {
  const said = textIn(content, 'body');
  const filename = textIn(content, 'filename');
  const captioned = filename !== '' && filename !== said && said !== '';
  const named = filename || (FILE_NAME.test(said) && !sticker ? said : '');
  const description = !captioned && said !== named ? said.trim() : '';
  const moves = type === 'image' && isRecord(content.info) && content.info.mimetype === 'image/gif';
  return {
    body: captioned ? bodyOf(content, withoutFallback) : { plain: '' },
    attachment: {
      type: moves ? 'animation' : type,
      ...(named && { name: named }),
      ...(description && { description }),
    },
  };
}
