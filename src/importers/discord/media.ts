import type { Attachment, Card } from '../../thread/schema.ts';
import { titleFromText } from '../assembly/title.ts';
import { heldAt, pathBeside } from '../assembly/held-media.ts';
import { webAddress } from '../reading/web-address.ts';
import type { Content, Embed } from './message.ts';

/** Before a file's name: its author covered it. */
const COVERED = 'SPOILER_';

/** Files and stickers of a message in that file of the export. */
export function attachmentsOf({ attachments, stickers }: Content, file: string): readonly Attachment[] {
  return [
    ...(attachments ?? []).map(({ url, fileName }) => {
      const name = fileName.startsWith(COVERED) ? fileName.slice(COVERED.length) : fileName;
      return held({ type: kindOf(name), ...addressOf(url), ...(name && { name }) }, url, file);
    }),
    ...(stickers ?? []).map(({ name, format, sourceUrl }): Attachment => {
      const type = format === 'Png' ? 'image' : 'animation';
      return held({ type, ...addressOf(sourceUrl), ...(name && { name }) }, sourceUrl, file);
    }),
  ];
}

/** Where the exporter saved media, their addresses are paths beside the file that names them. */
function held(attachment: Attachment, address: string, file: string): Attachment {
  const whole = webAddress(address);
  return heldAt(attachment, whole ? { address: whole } : { path: pathBeside(file, address) });
}

/** Whether the author covered one of the files, which covers all of them: more is not known of their order. */
export function isCovered({ attachments }: Content): boolean {
  return (attachments ?? []).some(({ fileName }) => fileName.startsWith(COVERED));
}

const KINDS: ReadonlyMap<string, Attachment['type']> = new Map([
  ...['avif', 'jpeg', 'jpg', 'png', 'webp'].map((ending) => [ending, 'image'] as const),
  ...['mov', 'mp4', 'webm'].map((ending) => [ending, 'video'] as const),
  ...['flac', 'm4a', 'mp3', 'ogg', 'opus', 'wav'].map((ending) => [ending, 'audio'] as const),
  ['gif', 'animation'],
]);

function kindOf(name: string): Attachment['type'] {
  return KINDS.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) ?? 'file';
}

/** Without the signature in its query, by which Discord lets the address expire; none where the file was saved. */
function addressOf(address: string): { readonly url?: string } {
  const url = webAddress(address.replace(/[?#].*$/s, ''));
  return url ? { url } : {};
}

/** Link previews. */
export function cardsOf(embeds: readonly Embed[]): readonly Card[] {
  return embeds.flatMap(({ title, url, description, author }): readonly Card[] => {
    const address = webAddress(url);
    const shown = title.trim() || titleFromText(description) || author?.name || address;
    if (!shown) return [];
    return [
      {
        ...(address && { url: address }),
        title: shown,
        ...(title.trim() && description && { description }),
        ...(author?.name && shown !== author.name && { author: author.name }),
      },
    ];
  });
}
