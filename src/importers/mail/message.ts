import { safeAddress } from '../../thread/address.ts';
import { stableId } from '../../thread/ids.ts';
import { maskMailAddresses } from '../../thread/mail-address.ts';
import type { Post } from '../../thread/schema.ts';
import type { Warning } from '../importer.ts';
import { type Content, readContent } from './content.ts';
import { field, type Headers, readHeaders } from './headers.ts';
import { messageDate } from './message-date.ts';
import { readMime } from './mime.ts';
import { asksNoArchive } from './no-archive.ts';
import { readSender, type Sender } from './sender.ts';
import { splitMessage } from './split-message.ts';
import type { Placed } from './threading.ts';

/** A message read in full. */
export interface Message {
  readonly post: Post;
  readonly sender: Sender | null;
  /** The list it came by. */
  readonly community: string | undefined;
  readonly platform: 'mail' | 'usenet';
  readonly archive: string | undefined;
}

/** One message's bytes as a post, without any mail address. What could not be read is reported. */
export async function readMessage(
  bytes: Uint8Array,
  { id: platformId, parent, inferred, withdrawn }: Omit<Placed, 'message'> & { readonly withdrawn: boolean },
  warn: (warning: Warning) => void,
): Promise<Message> {
  const id = stableId(platformId);
  const report = (code: string, message: string) => warn({ post: id, code, message });
  const headers = readHeaders(splitMessage(bytes).head);
  const list = { ...groupOf(headers), archive: webAddress(field(headers, 'list-archive')) };
  const place = {
    id,
    parent: parent === null ? null : stableId(parent),
    ...(inferred && { inferred: ['parent' as const] }),
  };
  if (withdrawn)
    return { post: { ...place, author: null, state: 'deleted', body: { plain: '' } }, sender: null, ...list };
  const content = await contentOf(bytes, report);
  if (wantsNoArchive(headers, content)) {
    report(
      'no-archive',
      `The author of post ${id} asked that it not be archived. It was left out; answers may quote it.`,
    );
    return { post: { ...place, author: null, state: 'removed', body: { plain: '' } }, sender: null, ...list };
  }
  const sender = readSender(headers);
  if (!sender) report('no-author', `Post ${id} does not say who wrote it.`);
  const post: Post = {
    ...place,
    author: sender?.id ?? null,
    ...details(headers, report, id),
    body: content.body,
    ...(content.attachments.length > 0 && { attachments: content.attachments }),
  };
  return { post, sender, ...list };
}

type Report = (code: string, message: string) => void;

async function contentOf(bytes: Uint8Array, report: Report): Promise<Content> {
  try {
    const content = await readContent(await readMime(bytes));
    if (content.doubtfulCharset)
      report(
        'doubtful-charset',
        'The text does not fit the charset that it names; some characters may be wrong.',
      );
    if (content.leftOut > 0)
      report('part-left-out', `${content.leftOut} HTML parts beside the plain text were left out.`);
    return content;
  } catch (error) {
    // The library throws plain errors where its limits are passed.
    const reason = error instanceof Error ? error.message : String(error);
    report('unreadable-body', `The body could not be read and was left empty: ${reason}.`);
    return { body: { plain: '' }, attachments: [], doubtfulCharset: false, leftOut: 0 };
  }
}

/** In the header or, as on Usenet, in the first line. */
function wantsNoArchive(headers: Headers, { body }: Content): boolean {
  const first = 'plain' in body ? body.plain.slice(0, 40) : '';
  return asksNoArchive(headers) || /^X-No-Archive: {0,9}yes\b/i.test(first);
}

function details(
  headers: Headers,
  report: Report,
  id: string,
): Pick<Post, 'published' | 'url' | 'subject' | 'lang'> {
  const date = field(headers, 'date');
  const published = messageDate(headers);
  if (published === null)
    report(
      'no-date',
      date
        ? `The date of post ${id} cannot be read: ${maskMailAddresses(date.slice(0, 100))}.`
        : `Post ${id} has no date.`,
    );
  const url = webAddress(field(headers, 'archived-at'));
  const subject = maskMailAddresses(
    (field(headers, 'subject') ?? '').replace(/\s+/g, ' ').trim().slice(0, 1000),
  );
  const lang = LANGUAGE.exec(field(headers, 'content-language') ?? '')?.[0];
  return {
    ...(published !== null && { published }),
    ...(url && { url }),
    ...(subject && { subject }),
    ...(lang && { lang }),
  };
}

/** One language (RFC 3282, BCP 47); where several are named none is the body's. */
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,4}$/i;

/** `<https://lists.quay.example/archive>`; what is not on the web, or would carry an address, is not kept. */
function webAddress(value: string | undefined): string | undefined {
  const [written] = /https?:\/\/[^\s<>]{1,2000}/i.exec(value ?? '') ?? [];
  const address = safeAddress(written);
  return address && maskMailAddresses(address) === address ? address : undefined;
}

/** The list it came by; or else its newsgroups, as they are written (RFC 5536, 3.1.4). */
function groupOf(headers: Headers): Pick<Message, 'community' | 'platform'> {
  const community = communityOf(headers);
  const groups = (field(headers, 'newsgroups') ?? '')
    .split(/[\s,]+/)
    .filter((group) => NEWSGROUP.test(group));
  if (community !== undefined || groups.length === 0) return { community, platform: 'mail' };
  return { community: groups.slice(0, MOST_GROUPS).join(', '), platform: 'usenet' };
}

const MOST_GROUPS = 5;
/** `quay.boats.rowing`, `net.general` */
const NEWSGROUP = /^[a-z][a-z0-9+_-]{0,40}(?:\.[a-z0-9+_-]{1,40}){0,12}$/i;

/** `Quay development <quay-dev.lists.quay.example>`: the words, or else what is in the brackets (RFC 2919). */
function communityOf(headers: Headers): string | undefined {
  const value = (field(headers, 'list-id') ?? '').slice(0, 300);
  const [, words = '', id = ''] = /^([^<]*)<([^<>]*)>/.exec(value) ?? [];
  const name = words.replace(/["']/g, '').trim() || id.trim() || value.trim();
  return name && maskMailAddresses(name) === name
    ? name
    : id.trim() && !id.includes('@')
      ? id.trim()
      : undefined;
}
