import { displayName } from '../../thread/display-name.ts';
import type { ExportFiles } from '../importer.ts';
import { glance, hasKeys } from '../reading/glance.ts';
import { readJson } from '../reading/json-file.ts';
import { type Channel, closedById, type Listing } from './channel.ts';
import { LISTS, listingsIn } from './listings.ts';
import { type Member, membersIn } from './people.ts';

/** What an export holds besides messages, and where its messages lie. */
export interface Workspace {
  readonly channels: readonly Channel[];
  readonly members: ReadonlyMap<string, Member>;
  /** The names of channels that everybody in the workspace may read, by id. */
  readonly open: ReadonlyMap<string, string>;
}

/** `lamps/2026-03-03.json`: the messages of a day. */
const DAY = /^(?:(.*)\/)?(\d{4}-\d\d-\d\d)\.json$/;

/** Reads the lists of an export, and looks where its messages are; reads none of them. */
export async function workspaceOf(files: ExportFiles): Promise<Workspace> {
  const base = baseOf(files);
  const users = files.get(`${base}users.json`);
  const members = users ? membersIn(await readJson(users, `${base}users.json`)) : new Map<string, Member>();
  const listings = await listingsOf(files, base);
  const days = daysOf(files);
  const listed = closedFirst([...listings.values()].flat());
  const folders = new Set(listed.map(({ folder }) => `${base}${folder}`));
  const dumps = await dumpsOf(files);
  const unlisted = [...days.keys()].filter((folder) => !folders.has(folder));
  return {
    channels: [
      ...listed.flatMap((listing) => listedChannel(listing, days.get(`${base}${listing.folder}`), members)),
      ...unlisted.map((folder) => unlistedChannel(folder, days.get(folder) ?? new Map(), listings.size > 0)),
      ...dumps,
      ...(days.size + dumps.length === 0 ? loneFile(files) : []),
    ],
    members,
    open: new Map(listed.filter(({ closed }) => !closed).map(({ id, name }) => [id, name])),
  };
}

/** Whether files may be days, or lists, of a Slack export. */
export function isDay(path: string): boolean {
  return DAY.test(path);
}

/** The folder that the lists lie in, with its slash: an unpacked ZIP may be a folder in a folder. */
export function baseOf(files: ExportFiles): string {
  const bases = [...files.keys()].flatMap((path) => {
    const [, base = '', name = ''] = /^(.*\/)?([^/]+)$/.exec(path) ?? [];
    return LISTS.has(name) || name === 'users.json' ? [base] : [];
  });
  return bases.toSorted((one, other) => one.length - other.length)[0] ?? '';
}

async function listingsOf(
  files: ExportFiles,
  base: string,
): Promise<ReadonlyMap<string, readonly Listing[]>> {
  const listings = new Map<string, readonly Listing[]>();
  for (const list of LISTS.keys()) {
    const file = `${base}${list}`;
    const blob = files.get(file);
    if (blob) listings.set(list, listingsIn(await readJson(blob, file), list));
  }
  return listings;
}

/** Each folder once; where two lists name it and one says that it is closed, it is. */
function closedFirst(listings: readonly Listing[]): readonly Listing[] {
  const byFolder = new Map<string, Listing>();
  for (const listing of listings) {
    const before = byFolder.get(listing.folder);
    if (!before || (listing.closed && !before.closed)) byFolder.set(listing.folder, listing);
  }
  return [...byFolder.values()];
}

/** Each folder's days, the oldest first. */
function daysOf(files: ExportFiles): ReadonlyMap<string, ExportFiles> {
  const days = new Map<string, Map<string, Blob>>();
  for (const path of [...files.keys()].toSorted()) {
    const folder = DAY.exec(path)?.[1] ?? (isDay(path) ? '' : null);
    const blob = files.get(path);
    if (folder === null || !blob) continue;
    const inFolder = days.get(folder) ?? new Map<string, Blob>();
    days.set(folder, inFolder.set(path, blob));
  }
  return days;
}

function listedChannel(
  { id, name, closed, between }: Listing,
  days: ExportFiles | undefined,
  members: ReadonlyMap<string, Member>,
): readonly Channel[] {
  if (!days) return [];
  const people = between.map((one) => members.get(one)?.name ?? one).join(', ');
  const title = name ? titleOf(name) : displayName(`Direct messages: ${people}`);
  return [{ id, name, title, ...(closed && { closed }), ...filesOf(days) }];
}

/** Where an export has lists and none names the channel, nothing shows that it is open. */
function unlistedChannel(folder: string, files: ExportFiles, hasLists: boolean): Channel {
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  const closed = closedById(name) ?? (hasLists ? 'a channel that no list of the export names' : undefined);
  return { id: '', name, title: titleOf(name), ...(closed && { closed }), ...filesOf(files) };
}

/** A day's messages under a name of somebody's own. */
function loneFile(files: ExportFiles): readonly Channel[] {
  const [path, ...others] = files.keys();
  if (path === undefined || others.length > 0 || LISTS.has(path)) return [];
  const name = path.replace(/\.json$/, '');
  return [{ id: '', name, title: titleOf(name), ...filesOf(files) }];
}

/** The files in which slackdump puts one conversation each. */
async function dumpsOf(files: ExportFiles): Promise<readonly Channel[]> {
  const dumps: Channel[] = [];
  for (const [path, blob] of files) {
    if (!path.endsWith('.json') || isDay(path)) continue;
    const { json } = await glance(blob);
    if (!isDump(json)) continue;
    const id = typeof json.channel_id === 'string' ? json.channel_id : '';
    const name = typeof json.name === 'string' ? json.name : '';
    const closed = closedById(id);
    dumps.push({
      id,
      name: name || id,
      title: titleOf(name || id),
      ...(closed && { closed }),
      ...filesOf(new Map([[path, blob]])),
    });
  }
  return dumps;
}

/** `{ channel_id, name, messages }` */
export function isDump(value: unknown): value is Readonly<Record<string, unknown>> {
  return hasKeys(value, 'channel_id', 'messages') && Array.isArray(value.messages);
}

function filesOf(files: ExportFiles): Pick<Channel, 'file' | 'files'> {
  const [file = ''] = files.keys();
  return { file, files };
}

function titleOf(name: string): string {
  return displayName(`#${name || 'channel'}`);
}
