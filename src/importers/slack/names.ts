/** What the workspace's lists tell of the ids in its messages. */
export interface Names {
  /** A person's name by id, as Slack shows it in a mention. */
  readonly people: ReadonlyMap<string, string>;
  /** A channel's name by id, of those channels that everybody in the workspace may read. */
  readonly channels: ReadonlyMap<string, string>;
}

/** `petra` for `U02PETRA`; the id where the export does not tell. */
export function personName(id: string, { people }: Names): string {
  return people.get(id) ?? id;
}

/** `lamps` for `C07LAMPS`; the id where the export does not tell, or the channel is closed. */
export function channelName(id: string, { channels }: Names): string {
  return channels.get(id) ?? id;
}
