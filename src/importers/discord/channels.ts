import { z } from 'zod';
import { displayName } from '../../thread/display-name.ts';
import { QuotidianError } from '../../thread/error.ts';
import type { Place } from '../assembly/readable-places.ts';
import type { ExportFiles } from '../importer.ts';
import { id, instant, maybeId, text } from '../reading/fields.ts';
import { glance, hasKeys } from '../reading/glance.ts';

const heading = z.object({
  guild: z.object({ id, name: text }),
  channel: z.object({ id, type: text, categoryId: maybeId, category: text, name: text }),
  exportedAt: instant,
});

/** A channel, a thread or a conversation of an export, whose messages have not been read. */
export interface Channel extends Place {
  readonly id: string;
  readonly name: string;
  readonly guild: { readonly id: string; readonly name: string };
  /** A thread's channel: its id, and its name. */
  readonly parent?: { readonly id: string; readonly name: string };
  readonly exported?: string;
  readonly file: string;
  /** One, or the parts that the export was cut into, or exports of several times; the oldest first. */
  readonly files: ExportFiles;
}

/** Whether the beginning of a file is the beginning of an export of DiscordChatExporter. */
export function looksLikeChannel(json: unknown): boolean {
  return (
    hasKeys(json, 'guild', 'channel') &&
    hasKeys(json.guild, 'id', 'name', 'iconUrl') &&
    hasKeys(json.channel, 'id', 'type', 'categoryId')
  );
}

/** The channels of an export, by the beginnings of its files; what is no export, as a file that was posted, is left out. */
export async function channelsIn(files: ExportFiles): Promise<readonly Channel[]> {
  const found: Channel[] = [];
  for (const [file, blob] of files) {
    const { json } = file.endsWith('.json') || files.size === 1 ? await glance(blob) : { json: undefined };
    if (!looksLikeChannel(json)) continue;
    const { data } = heading.safeParse(json);
    if (!data) throw unreadable(file);
    found.push(channelOf(data, file, blob));
  }
  const byId = Map.groupBy(found, (channel) => channel.id);
  return [...byId.values()].flatMap(joined);
}

function channelOf(
  { guild, channel, exportedAt }: z.infer<typeof heading>,
  file: string,
  blob: Blob,
): Channel {
  const { type, categoryId, category, name } = channel;
  const isThread = type.endsWith('Thread');
  const closed = closedBy(type, guild.id);
  return {
    id: channel.id,
    name,
    title: displayName(isThread || closed === DIRECT ? name || 'Direct messages' : `#${name || channel.id}`),
    guild,
    ...(isThread && categoryId !== null && { parent: { id: categoryId, name: category } }),
    ...(closed && { closed }),
    ...(exportedAt && { exported: exportedAt }),
    file,
    files: new Map([[file, blob]]),
  };
}

const DIRECT = 'direct messages';

/** The exporter writes the guild `0` for conversations outside any. */
function closedBy(type: string, guild: string): string | undefined {
  if (type.startsWith('Direct') || guild === '0') return DIRECT;
  return type === 'GuildPrivateThread' ? 'a private thread' : undefined;
}

/** The files of one channel together: by the time of export, parts of one time by their number. */
function joined(parts: readonly Channel[]): readonly Channel[] {
  const sorted = parts.toSorted(
    (one, other) =>
      compare(one.exported ?? '', other.exported ?? '') || partNumber(one.file) - partNumber(other.file),
  );
  const newest = sorted.at(-1);
  return newest ? [{ ...newest, files: new Map(sorted.flatMap(({ files }) => [...files])) }] : [];
}

/** `Quay - lamps [7001] [part 2].json` */
const PART = /\[part (\d{1,6})\]\.json$/;

function partNumber(file: string): number {
  return Number(PART.exec(file)?.[1] ?? 1);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function unreadable(file: string): QuotidianError {
  return new QuotidianError('The export does not say which channel it is of.', {
    code: 'unreadable-export',
    place: { file },
    hint: 'Export it again with a recent DiscordChatExporter, as JSON.',
  });
}
