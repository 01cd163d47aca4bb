import type { ExportFiles } from '../importer.ts';

/** A conversation of an export, whose messages have not been read. */
export interface Channel {
  /** Empty where the export does not say. */
  readonly id: string;
  readonly name: string;
  /** `#lamps` */
  readonly title: string;
  /** Who may read it, in words; `undefined` where it is open to the workspace, or nothing shows that it is not. */
  readonly closed?: string;
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
