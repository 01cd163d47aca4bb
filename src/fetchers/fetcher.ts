import type { ExportFiles, Warning } from '../importers/importer.ts';

/** What a server answered, with a status of success. */
export interface Answer {
  /** Where it came from in the end, after redirects. */
  readonly url: string;
  readonly content: Blob;
  /** A header of the answer, its name in any case; `null` where it has none. */
  header(name: string): string | null;
}

export interface AskOptions {
  /** The media type that is wanted; JSON unless told otherwise. */
  readonly accept?: string;
  /** An answer of 401, 403, 404 or 410 is no error but `null`. */
  readonly orNothing?: true;
  /** How media types begin that are read, `image/`; an answer of another is an error. Unless told otherwise all are. */
  readonly only?: string;
  /** Bytes; a longer answer is an error, and not read to its end. */
  readonly most?: number;
  /** Seconds for which the server wants to be left alone before this, as it said in an answer. */
  readonly rest?: number;
  /** A question in JSON, which is sent by POST: for servers that take none in an address (GraphQL). */
  readonly body?: string;
  /** The variable of the environment that must hold a token, since the server answers nobody without one. */
  readonly token?: string;
}

/**
 * Asks a server, politely: one request at a time to a host, as slowly as it wishes, again where it fails. Throws
 * `QuotidianError` where it will not answer, where an address leads into a private network, where more is asked than one
 * thread can need, and where the same is asked twice.
 */
export interface Ask {
  (url: string, options: AskOptions & { readonly orNothing: true }): Promise<Answer | null>;
  (url: string, options?: AskOptions): Promise<Answer>;
}

/** A platform whose threads can be fetched from their address. A new one is one file and one line in the registry. */
export interface Fetcher {
  /** The importer that reads what is fetched. */
  readonly importer: string;
  /** The platform as people call it. */
  readonly label: string;
  /** An address as its readers see it, for the help: `https://quay.example/@ines/1042`. */
  readonly example: string;
  /** Whether this is an address of the platform's, by its form alone. */
  claims(address: URL): boolean;
  /** The whole thread, as files in a form that the importer reads. */
  fetch(address: URL, ask: Ask, warn: (warning: Warning) => void): Promise<ExportFiles>;
}
