import type { Attachment, Card } from '../../thread/schema.ts';
import { webAddress } from '../reading/web-address.ts';
import { blockPictures } from './blocks.ts';
import type { Message, MessageAttachment, SharedFile } from './message.ts';
import { plainWords } from './mrkdwn.ts';
import type { Names } from './names.ts';

/**
 * Files and pictures of a message. A file's address is that of its page in the workspace: the file itself cannot be had
 * without signing in, and its private address may hold a token.
 */
export function attachmentsOf({ files, file, blocks }: Message): readonly Attachment[] {
  const given = files ?? (file ? [file] : []);
  return [...given.filter(({ mode }) => !GONE.has(mode)).map(fileAttachment), ...blockPictures(blocks ?? [])];
}

/** What was deleted, and what a plan of Slack no longer shows. */
const GONE: ReadonlySet<string> = new Set(['tombstone', 'hidden_by_limit']);

function fileAttachment({ title, name, mimetype, permalink, alt_txt }: SharedFile): Attachment {
  const url = webAddress(withoutQuery(permalink));
  const shown = title || name;
  const [kind = ''] = mimetype.split('/');
  return {
    type: KINDS.get(kind) ?? 'file',
    ...(url && { url }),
    ...(shown && { name: shown }),
    ...(alt_txt && { description: alt_txt }),
  };
}

const KINDS: ReadonlyMap<string, Attachment['type']> = new Map([
  ['image', 'image'],
  ['video', 'video'],
  ['audio', 'audio'],
]);

/** An address's query may hold a token: `?t=xoxe-…`. */
function withoutQuery(address: string): string {
  return address.replace(/[?#].*$/s, '');
}

/** Unfurled addresses. */
export function cardsOf(unfurled: readonly MessageAttachment[], names: Names): readonly Card[] {
  return unfurled.flatMap((attachment): readonly Card[] => {
    const { title_link, from_url, original_url, service_name, author_name, fallback } = attachment;
    const url = webAddress(title_link, from_url, original_url);
    const title = plainWords(attachment.title || fallback, names) || url;
    const description = plainWords(attachment.text, names);
    if (!title) return [];
    return [
      {
        ...(url && { url }),
        title,
        ...(description && { description }),
        ...(author_name && { author: author_name }),
        ...(service_name && { site: service_name }),
      },
    ];
  });
}
