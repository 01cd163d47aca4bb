import type { Place } from '../assembly/readable-places.ts';
import type { ExportFiles } from '../importer.ts';

/** A conversation of an export, whose messages have not been read. */
export interface Channel extends Place {
  /** Empty where the export does not say. */
  readonly id: string;
  readonly name: string;
  /** The first of its files. */
  readonly file: string;
  /** Its files of messages, the oldest first. */
  readonly files: ExportFiles;
}

/** What a list of conversations says of one. */
export interface Listing {
  readonly id: string;
  readonly name: string;
  /** The folder that holds its days. */
  readonly folder: string;
  readonly closed?: string;
  /** The ids of those who take part in direct messages, which have no name. */
  readonly between: readonly string[];
}

/** The conversation of direct messages, of a few or of a private channel: ids begin with `D` and `G`. */
export function closedById(id: string): string | undefined {
  if (/^D[A-Z0-9]{6,}$/.test(id)) return 'direct messages';
  return /^G[A-Z0-9]{6,}$/.test(id) ? 'a private channel or a group’s direct messages' : undefined;
}
