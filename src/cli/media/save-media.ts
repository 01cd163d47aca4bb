import { whereaboutsOf } from '../../importers/assembly/held-media.ts';
import type { ExportFiles, Warning } from '../../importers/importer.ts';
import { QuotidianError } from '../../thread/error.ts';
import type { Attachment, Post, SavedPicture, Thread } from '../../thread/schema.ts';
import { counted } from '../counted.ts';
import { LARGEST_PICTURE, type PictureFetch } from './fetch-picture.ts';
import { mapAttachments, savedIn, withSaved } from './kept-media.ts';
import { pictureOf } from './picture.ts';

/** Of one thread. */
export const MOST_PICTURES = 200;
/** Bytes, as they are saved, of one thread. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Where the pictures of a thread come from, and who is told of them. */
export interface MediaSources {
  readonly files: ExportFiles;
  readonly fetch: Pick<PictureFetch, 'picture'>;
  readonly warn: (warning: Warning) => void;
  readonly progress: (text: string) => void;
}

/** A thread whose attachments name the pictures that were saved of them, and the content of each new file. */
export interface SavedMedia {
  readonly thread: Thread;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** A picture that a page of the thread would show. */
interface Wanted {
  readonly attachment: Attachment;
  readonly post: Post;
}

/** How many pictures of the thread could be saved and are not. */
export function countWanted(thread: Thread): number {
  return wantedOf(thread).length;
}

/**
 * Makes copies of the pictures that a thread shows and that have none yet: from the export’s own files, or by address.
 * What cannot be had stays a link, and is told to `warn`. Nothing of a person who asks not to be archived.
 */
export async function saveMedia(thread: Thread, sources: MediaSources): Promise<SavedMedia> {
  const wanted = wantedOf(thread);
  const asked = wanted.filter(({ post }) => !asksNoArchive(post, thread));
  const room = Math.max(0, MOST_PICTURES - savedIn(thread).length);
  const saved = new Map<Attachment, SavedPicture>();
  const pictures = new Map<string, Uint8Array>();
  /** By address: two posts may show the same picture, and a server is asked for it once. */
  const known = new Map<string, SavedPicture | null>();
  let bytes = 0;
  let nowhere = 0;
  for (const [n, { attachment, post }] of asked.slice(0, room).entries()) {
    sources.progress(`picture ${n + 1} of ${Math.min(room, asked.length)}`);
    const source = sourceOf(attachment, sources);
    if (!source) {
      nowhere += 1;
      continue;
    }
    const before = known.get(source.name);
    if (before) saved.set(attachment, before);
    if (before !== undefined) continue;
    const picture = await savedFrom(source).catch((error: unknown) => notSaved(error, post, sources));
    bytes += picture?.content.byteLength ?? 0;
    if (bytes > MOST_BYTES) {
      sources.warn(tooMuch(`${MOST_BYTES / 1024 / 1024} MB of pictures`));
      break;
    }
    known.set(source.name, picture?.saved ?? null);
    if (!picture) continue;
    saved.set(attachment, picture.saved);
    pictures.set(picture.saved.file, picture.content);
  }
  if (asked.length > room) sources.warn(tooMuch(counted(MOST_PICTURES, 'picture')));
  tellOfRest(wanted.length - asked.length, nowhere, sources);
  return {
    thread: mapAttachments(thread, (attachment) =>
      saved.has(attachment) ? withSaved(attachment, saved.get(attachment)) : attachment,
    ),
    pictures,
  };
}

/** Of a post that is gone nothing is shown. */
function wantedOf({ posts }: Thread): readonly Wanted[] {
  return posts
    .filter(({ state }) => state === undefined)
    .flatMap((post) => (post.attachments ?? []).map((attachment) => ({ attachment, post })))
    .filter(({ attachment: { type, saved } }) => !saved && (type === 'image' || type === 'animation'));
}

function asksNoArchive({ author }: Post, { people }: Thread): boolean {
  return author !== null && (people[author]?.wishes ?? []).includes('no-archive');
}

/** Where a picture can be had; `name` tells it from all others. */
interface Source {
  readonly name: string;
  read(): Promise<Blob>;
}

function sourceOf(attachment: Attachment, { files, fetch }: MediaSources): Source | null {
  const { path, address } = whereaboutsOf(attachment);
  const file = path === undefined ? undefined : files.get(path);
  if (path !== undefined && file) return { name: path, read: async () => file };
  const url = address ?? attachment.url;
  if (url === undefined || !/^https?:/i.test(url)) return null;
  return { name: url, read: () => fetch.picture(url) };
}

async function savedFrom({ read }: Source) {
  const file = await read();
  if (file.size > LARGEST_PICTURE)
    throw new QuotidianError(`It has more than ${LARGEST_PICTURE / 1024 / 1024} MB.`, { code: 'too-large' });
  return pictureOf(new Uint8Array(await file.arrayBuffer()));
}

function notSaved(error: unknown, { id }: Post, { warn }: MediaSources): null {
  if (!(error instanceof QuotidianError)) throw error;
  // What a status means is said of threads.
  const message = /^http-/.test(error.code) ? error.message.replace(/: [^:]*$/, '.') : error.message;
  warn({ post: id, code: 'not-saved', message: `A picture of post ${id} stays a link. ${message}` });
  return null;
}

function tooMuch(bound: string): Warning {
  return {
    code: 'not-saved',
    message: `More than ${bound} are not saved of one thread: the rest stay links.`,
  };
}

function tellOfRest(unwished: number, nowhere: number, { warn }: MediaSources): void {
  if (unwished > 0)
    warn({
      code: 'no-archive',
      message: `Pictures of people who ask not to be archived: ${unwished}. They stay links.`,
    });
  if (nowhere > 0)
    warn({
      code: 'not-saved',
      message: `Pictures that the export does not hold and that have no address: ${nowhere}.`,
    });
}
