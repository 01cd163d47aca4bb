import { QuotidianError } from '../thread/error.ts';
import { slug } from '../thread/ids.ts';
import { mustHaveConsent } from './assembly/consent.ts';
import { delivery } from './assembly/draft.ts';
import type { ExportFiles, Importer } from './importer.ts';
import { looksLikeDump, roomsIn } from './matrix/dump.ts';
import { type DumpOf, roomsOf } from './matrix/room.ts';
import { threadOf } from './matrix/thread.ts';
import { glance } from './reading/glance.ts';
import { readJsonFiles } from './reading/json-files.ts';

/**
 * Rooms of Matrix, as Element exports them or a server answers. A room that does not say itself that anybody may read
 * it, before anything is said in it, needs the consent of those who wrote there.
 */
export const matrix: Importer = {
  name: 'matrix',
  label: 'Matrix',
  formats: 'JSON export of Element (a file, or its folder with the media), answers of /messages and /sync',
  keeps:
    'replies, threads, edits’ dates, spoilers, mentions, captions and descriptions of media, stickers, polls with their votes, counts of reactions, what was deleted as deleted',
  drops:
    'earlier versions, notices of the room, who reacted or voted, what could not be decrypted, closed rooms without consent',
  signs: ['room_name', 'exported_by', 'origin_server_ts', 'event_id', 'room_id', 'msgtype', 'm.relates_to'],

  async detect(files) {
    const read = dumpsAmong(files);
    if (read.size === 0) return false;
    for (const blob of read.values()) if (!looksLikeDump((await glance(blob)).json)) return false;
    return true;
  },

  async *parse(files, options) {
    const deliver = delivery(options);
    const dumps: DumpOf[] = [];
    for await (const { file, value } of readJsonFiles(dumpsAmong(files), options)) {
      const rooms = roomsIn(value);
      if (!rooms) throw notMatrix(file);
      for (const dump of rooms) dumps.push({ file, dump });
    }
    for (const room of roomsOf(dumps, options.warn)) {
      const wanted = options.select?.({ id: slug(room.name), title: room.name }) ?? true;
      if (!wanted) continue;
      if (!room.open) mustHaveConsent(`The room “${room.name}”`, options, room.file);
      const thread = threadOf(room, options);
      const delivered = thread && deliver(thread);
      if (delivered) yield delivered;
    }
  },
};

/** Element puts `export.json` beside the media that it saved. */
function dumpsAmong(files: ExportFiles): ExportFiles {
  const exported = [...files].filter(([path]) => /(?:^|\/)export\.json$/.test(path));
  return exported.length > 0 ? new Map(exported) : files;
}

function notMatrix(file: string): QuotidianError {
  return new QuotidianError('This is JSON, but it holds no events of a Matrix room.', {
    code: 'not-matrix',
    place: { file },
    hint: 'In Element, open the room’s information, choose “Export chat” and the format JSON.',
  });
}
