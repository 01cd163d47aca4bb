import { isRecord } from '../importers/reading/glance.ts';
import { displayName } from '../thread/display-name.ts';
import { QuotidianError } from '../thread/error.ts';
import { jsonOf } from './answers.ts';
import type { Ask } from './fetcher.ts';

type Values = Readonly<Record<string, unknown>>;

interface Question {
  readonly query: string;
  readonly variables: Values;
  /** As in `AskOptions`. */
  readonly token?: string;
}

/** The data that a server of GraphQL answers. Throws `QuotidianError` where it tells of a fault, or of nothing. */
export async function askGraphQl(
  url: string,
  { query, variables, token }: Question,
  ask: Ask,
): Promise<Values> {
  const body = JSON.stringify({ query, variables });
  const value = await jsonOf(await ask(url, { body, ...(token !== undefined && { token }) }));
  const { data, errors } = isRecord(value) ? value : {};
  const [fault] = Array.isArray(errors) ? errors.filter(isRecord) : [];
  if (fault && fault.type !== NOT_FOUND)
    throw refused(
      url,
      `answered with a fault${typeof fault.message === 'string' ? `: ${said(fault.message)}` : ''}`,
    );
  if (!isRecord(data)) throw refused(url, 'answered nothing');
  return data;
}

/** What GitHub says of a thing that is not there; its place in the data is `null`. */
const NOT_FOUND = 'NOT_FOUND';

/** One page of a connection. */
export interface Page {
  readonly nodes: readonly Values[];
  /** Where the next page begins; `undefined` at the end. */
  readonly after?: string;
}

/** A page of a connection: its nodes and where it goes on. What is none has no nodes. */
export function pageOf(connection: unknown): Page {
  if (!isRecord(connection)) return { nodes: [] };
  const { nodes, pageInfo } = connection;
  const { hasNextPage, endCursor } = isRecord(pageInfo) ? pageInfo : {};
  return {
    nodes: Array.isArray(nodes) ? nodes.filter(isRecord) : [],
    ...(hasNextPage === true && typeof endCursor === 'string' && { after: endCursor }),
  };
}

const LONGEST_MESSAGE = 200;

function said(message: string): string {
  return displayName(message).slice(0, LONGEST_MESSAGE);
}

function refused(url: string, why: string): QuotidianError {
  return new QuotidianError(`${new URL(url).host} ${why}.`, {
    code: 'graphql',
    place: { file: url },
    hint: 'Try again later, or save the thread by other means and import the file.',
  });
}
