import type { Attachment, Card } from '../../thread/schema.ts';
import { isRecord } from '../reading/glance.ts';
import { heldAt, pathBeside } from '../assembly/held-media.ts';
import { webAddress } from '../reading/web-address.ts';
import { linksOf, mediaTypeOf, type ObjectLink, textOf, typeOf } from './json-ld.ts';
import type { PostObject } from './object.ts';

/** What a post carries with it. */
export interface Media {
  readonly attachments: readonly Attachment[];
  readonly cards: readonly Card[];
}

/**
 * A post's media and link previews. An account archive names its files by their path, from the folder that `file` lies in: of these
 * the name and the description stay. `image` of a post that shows a link is that link's picture.
 */
export function mediaOf(object: PostObject, permalink: string | undefined, file: string): Media {
  const own = ownMedium(object, permalink);
  const read = object.attachment.map((thing) => attached(thing, file));
  const attachments = [...own, ...read.flatMap(({ attachment }) => attachment ?? [])];
  const page = linkedPage(object, permalink);
  const cards = [...page, ...read.flatMap(({ card }) => card ?? [])];
  const shown = new Set(attachments.flatMap(({ url }) => url ?? []));
  const pictures = cards.some(({ url }) => url && !shown.has(url)) ? [] : object.image.flatMap(pictureOf);
  const urls = new Set(pictures.flatMap(({ url }) => url ?? []));
  return {
    attachments: [...attachments, ...pictures.filter(({ url }) => !url || !shown.has(url))],
    cards: cards.filter(({ url }) => !url || !(shown.has(url) || urls.has(url))),
  };
}

const MEDIA_TYPES: ReadonlyMap<string, Attachment['type']> = new Map([
  ['Image', 'image'],
  ['Video', 'video'],
  ['Audio', 'audio'],
  ['Document', 'file'],
]);
const KINDS: ReadonlySet<string> = new Set(['image', 'video', 'audio']);
/** Things beside the media that some servers attach to posts and profiles. */
const NO_MEDIA: ReadonlySet<string> = new Set(['PropertyValue', 'IdentityProof', 'Place']);
/** `https://quay.example/tide.png?width=300` */
const PICTURE = /\.(?:avif|gif|jpe?g|png|webp)(?:[?#]|$)/i;

function attached(thing: unknown, file: string): { attachment?: Attachment; card?: Card } {
  if (isRecord(thing) && typeOf(thing, NO_MEDIA)) return {};
  const record = isRecord(thing) ? thing : {};
  const type = typeOf(thing, MEDIA_TYPES);
  const links = linksOf(isRecord(thing) ? (record.url ?? record.href) : thing);
  const mediaType = mediaTypeOf(record.mediaType) || (links[0]?.mediaType ?? '');
  const [kind] = mediaType.split('/', 1);
  const medium = kind && KINDS.has(kind) ? (kind as Attachment['type']) : undefined;
  const url = webAddress(...links.map(({ href }) => href));
  if (type || medium)
    return {
      attachment: inArchive(
        attachmentOf(medium ?? MEDIA_TYPES.get(type ?? '') ?? 'file', url, record, links),
        links,
        file,
      ),
    };
  if (url && PICTURE.test(url)) return { attachment: attachmentOf('image', url, record, links) };
  return url ? { card: { url, title: textOf(record.name) || url } } : {};
}

/** Servers write the description as the name, or, since FEP-044f's year, as the summary. */
function attachmentOf(
  type: Attachment['type'],
  url: string | undefined,
  { name, summary }: Readonly<Record<string, unknown>>,
  links: readonly ObjectLink[],
): Attachment {
  const description = textOf(summary) || textOf(name);
  const file = url === undefined ? links[0]?.href.split('/').at(-1) : undefined;
  return {
    type,
    ...(url && { url }),
    ...(file && { name: file }),
    ...(description && { description }),
  };
}

/** `/media_attachments/files/1/quay.jpg`, from the archive’s own folder. */
function inArchive(attachment: Attachment, [link]: readonly ObjectLink[], file: string): Attachment {
  if (attachment.url !== undefined || !link) return attachment;
  return heldAt(attachment, { path: pathBeside(file, link.href.replace(/^\/+/, '')) });
}

function pictureOf(thing: unknown): readonly Attachment[] {
  const record = isRecord(thing) ? thing : {};
  const links = linksOf(isRecord(thing) ? (record.url ?? record.href) : thing);
  const url = webAddress(...links.map(({ href }) => href));
  return url ? [attachmentOf('image', url, record, links)] : [];
}

/** A post that is itself a video, a sound or a picture. */
function ownMedium({ type, url: links }: PostObject, permalink: string | undefined): readonly Attachment[] {
  const medium = type === 'Video' || type === 'Audio' || type === 'Image' ? MEDIA_TYPES.get(type) : undefined;
  if (!medium) return [];
  const file = links.find(({ mediaType }) => mediaType.startsWith(`${medium}/`));
  const url = webAddress(file?.href ?? '', permalink ?? '');
  return [{ type: medium, ...(url && { url }) }];
}

/** Where groups discuss links, a page's `url` is what it is about, and not where it stands. */
function linkedPage(object: PostObject, permalink: string | undefined): readonly Card[] {
  if (object.type !== 'Page') return [];
  const url = webAddress(...object.url.map(({ href }) => href));
  const elsewhere = url !== undefined && url !== permalink && hostOf(url) !== hostOf(object.id);
  return elsewhere ? [{ url, title: object.name || url }] : [];
}

/**
 * Where a post stands: the page among its addresses, or its id. The `url` of a page on another server than its id is
 * what it is about.
 */
export function permalinkOf({ type, id, url: links }: PostObject): string | undefined {
  const pages = links.filter(({ mediaType }) => mediaType === '' || mediaType === 'text/html');
  const own = webAddress(id);
  const page = webAddress(...pages.map(({ href }) => href));
  if (type === 'Page' && own && page && hostOf(page) !== hostOf(own)) return own;
  return page ?? own;
}

function hostOf(address: string): string {
  return URL.parse(address)?.host ?? '';
}

/** The names by which others may call a post: its id, and where it stands. */
export function namesOf(object: PostObject): readonly string[] {
  const links = object.type === 'Page' ? [] : object.url.map(({ href }) => href);
  return [object.id, object.atomUri, ...links].filter(Boolean);
}
