import { z } from 'zod';
import type { Attachment, Card } from '../../thread/schema.ts';
import { isRecord } from '../reading/glance.ts';
import { text } from '../reading/fields.ts';
import { webAddress } from '../reading/web-address.ts';

/** What is put into a post beside its text. */
export interface Embed {
  readonly attachments: readonly Attachment[];
  readonly cards: readonly Card[];
  /** The view of a record, or the reference to one, not yet read. */
  readonly record?: unknown;
  /** Kinds that are not known, or not as documented. */
  readonly unread: readonly string[];
}

/** The embed of a view, or of a record that comes without one; `undefined` and `null` are none. */
export function embedOf(value: unknown): Embed {
  if (value === undefined || value === null) return NONE;
  const kind = kindOf(value);
  if (kind === 'record') return { ...NONE, record: isRecord(value) ? value.record : undefined };
  if (kind === 'recordWithMedia') return withMedia(value);
  return mediaOf(kind, value);
}

const NONE: Embed = { attachments: [], cards: [], unread: [] };

/** `app.bsky.embed.images#view` is `images`. */
const KIND = /^app\.bsky\.embed\.(\w{1,64})(?:#view)?$/;

function kindOf(value: unknown): string {
  const type = isRecord(value) && typeof value.$type === 'string' ? value.$type : '';
  return KIND.exec(type)?.[1] ?? '';
}

function withMedia(value: unknown): Embed {
  if (!isRecord(value)) return NONE;
  const media = value.media === undefined ? NONE : mediaOf(kindOf(value.media), value.media);
  return { ...media, record: isRecord(value.record) ? value.record.record : undefined };
}

function mediaOf(kind: string, value: unknown): Embed {
  const read = Object.hasOwn(READERS, kind) ? READERS[kind]?.(value) : undefined;
  return read ? { ...NONE, ...read } : { ...NONE, unread: [kind || 'of no known kind'] };
}

const image = z.object({ fullsize: text, thumb: text, thumbnail: text, alt: text });
const images = z.object({ images: z.array(image) });
const gallery = z.object({ items: z.array(image) });
const video = z.object({ playlist: text, alt: text, presentation: text });
const external = z.object({ external: z.object({ uri: text, title: text, description: text }) });

const READERS: Readonly<Record<string, (value: unknown) => Partial<Embed> | undefined>> = {
  images: (value) => pictures(images.safeParse(value).data?.images),
  gallery: (value) => pictures(gallery.safeParse(value).data?.items),
  video: (value) => {
    const { data } = video.safeParse(value);
    return data && { attachments: [videoOf(data)] };
  },
  external: (value) => {
    const { data } = external.safeParse(value);
    return data && { cards: cardsOf(data.external) };
  },
};

function pictures(found: readonly z.infer<typeof image>[] | undefined): Partial<Embed> | undefined {
  return found && { attachments: found.map(pictureOf) };
}

function pictureOf({ fullsize, thumb, thumbnail, alt }: z.infer<typeof image>): Attachment {
  return attachment('image', webAddress(fullsize, thumb, thumbnail), alt);
}

function videoOf({ playlist, alt, presentation }: z.infer<typeof video>): Attachment {
  return attachment(presentation === 'gif' ? 'animation' : 'video', webAddress(playlist), alt);
}

function attachment(type: Attachment['type'], url: string | undefined, alt: string): Attachment {
  const description = alt.trim();
  return { type, ...(url && { url }), ...(description && { description }) };
}

function cardsOf({ uri, title, description }: z.infer<typeof external>['external']): readonly Card[] {
  const url = webAddress(uri);
  const shown = title.trim() || url;
  if (!shown) return [];
  return [{ ...(url && { url }), title: shown, ...(description.trim() && { description }) }];
}
