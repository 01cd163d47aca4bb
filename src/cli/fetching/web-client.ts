import { Agent, type Dispatcher, request } from 'undici';
import type { Answer, Ask, AskOptions } from '../../fetchers/fetcher.ts';
import { QuotidianError } from '../../thread/error.ts';
import { shortened } from '../printable.ts';
import { decoded } from './decoded.ts';
import type { KeptAnswer, KeptAnswers } from './kept-answers.ts';
import { type Clock, openPace } from './pace.ts';
import { mustBePublic, publicLookup } from './public-address.ts';
import { askedToWait, refusal } from './refusals.ts';

interface Circumstances {
  readonly clock: Clock;
  readonly kept: KeptAnswers;
  /** How it calls itself: `Quotidian/1.0 (+https://quay.example)`. */
  readonly agent: string;
  /** Host → value of `Authorization`, sent to that host alone. */
  readonly tokens: ReadonlyMap<string, string>;
  /** Called when it has to wait, and why. */
  readonly waiting: (text: string) => void;
  /** Origins that stand for others, and may be private: for tests. */
  readonly instead?: ReadonlyMap<string, string>;
}

/** How much one thread may need. */
export const MOST_REQUESTS = 2_000;
export const MOST_BYTES = 256 * 1024 * 1024;
const LONGEST_ANSWER = 64 * 1024 * 1024;
const MOST_REDIRECTS = 5;
const MOST_TRIES = 5;
/** Milliseconds. A server that wants more patience is left alone. */
const LONGEST_WAIT = 120_000;
const TIMEOUT = 30_000;

/** A web client for one fetch; see `Ask` for its manners. */
export function openWebClient(circumstances: Circumstances): { ask: Ask; close(): Promise<void> } {
  const { clock, kept } = circumstances;
  const pace = openPace(clock);
  const dispatcher = new Agent({
    connect: { lookup: publicLookup },
    headersTimeout: TIMEOUT,
    bodyTimeout: TIMEOUT,
  });
  const open = new Agent({ headersTimeout: TIMEOUT, bodyTimeout: TIMEOUT });
  const asked = new Set<string>();
  let bytes = 0;

  async function ask(url: string, options: AskOptions = {}): Promise<Answer | null> {
    const question = options.body === undefined ? url : `${url} ${options.body}`;
    if (asked.has(question))
      throw refusedToAsk(url, 'was asked for already: this thread goes round in a circle');
    if (asked.size >= MOST_REQUESTS)
      throw refusedToAsk(url, `would be request ${MOST_REQUESTS + 1} for one thread`);
    if (options.token !== undefined && !circumstances.tokens.has(new URL(url).host))
      throw withoutToken(url, options.token);
    asked.add(question);
    const answer = (await kept.get(question)) ?? (await askServer(url, options));
    if (!answer) return null;
    bytes += answer.content.byteLength;
    if (bytes > MOST_BYTES)
      throw refusedToAsk(url, `brings more than ${MOST_BYTES / 1024 / 1024} MB for one thread`);
    return {
      url: answer.url,
      content: new Blob([new Uint8Array(answer.content)]),
      header: (name) => answer.headers[name.toLowerCase()] ?? null,
    };
  }

  async function askServer(url: string, options: AskOptions): Promise<KeptAnswer | null> {
    await leaveAlone(url, (options.rest ?? 0) * 1000);
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await followed(url, options);
      if ('answer' in outcome) {
        // What GraphQL answers may tell of a passing fault with a status of success.
        if (outcome.answer && options.body === undefined) await kept.put(url, outcome.answer);
        return outcome.answer;
      }
      if (attempt === MOST_TRIES || outcome.wait > LONGEST_WAIT) throw outcome.error;
      circumstances.waiting(`${outcome.why}; asking again in ${Math.ceil(outcome.wait / 1000)} s`);
      await clock.wait(outcome.wait * (outcome.asked ? 1 : 2 ** (attempt - 1)));
    }
  }

  async function leaveAlone(url: string, wait: number): Promise<void> {
    const seconds = Math.ceil(wait / 1000);
    if (wait > LONGEST_WAIT) throw refusedToAsk(url, `wants a rest of ${seconds} s before it`);
    if (wait > 0) circumstances.waiting(`${new URL(url).host} wants a rest of ${seconds} s`);
    await clock.wait(wait);
  }

  async function followed(url: string, options: AskOptions): Promise<Outcome> {
    let at = url;
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      const outcome = await once(at, options);
      if (!('redirect' in outcome)) return outcome;
      at = outcome.redirect;
    }
    throw refusedToAsk(url, `leads on more than ${MOST_REDIRECTS} times`);
  }

  async function once(url: string, options: AskOptions): Promise<Outcome | { readonly redirect: string }> {
    const { address, via } = route(url, circumstances, { dispatcher, open });
    return pace.run(address.host, async () => {
      const response = await request(address, {
        dispatcher: via,
        ...(options.body !== undefined && { method: 'POST', body: options.body }),
        headers: {
          'user-agent': circumstances.agent,
          accept: options.accept ?? 'application/json',
          ...(options.body !== undefined && { 'content-type': 'application/json' }),
          ...authorization(new URL(url).host, circumstances.tokens),
        },
      }).catch((error: unknown) => error);
      if (!isResponse(response)) return unanswered(url, response);
      const { statusCode, headers } = response;
      const plain = plainHeaders(headers);
      const rest = askedToWait(plain, clock.now());
      if (rest !== null && plain['x-ratelimit-remaining'] === '0')
        pace.notBefore(address.host, clock.now() + Math.min(rest, LONGEST_WAIT));
      if (statusCode >= 300 && statusCode < 400 && plain.location) {
        await response.body.dump();
        return { redirect: new URL(plain.location, url).href };
      }
      if (statusCode >= 200 && statusCode < 300) {
        const kind = plain['content-type'] ?? 'nothing that has a name';
        if (options.only !== undefined && !kind.startsWith(options.only)) {
          await response.body.dump();
          throw otherKind(url, kind);
        }
        const encoding = plain['content-encoding'];
        const content = await bodyOf(response.body, encoding, url, options.most).catch(
          (error: unknown) => error,
        );
        return content instanceof Uint8Array
          ? { answer: { url, headers: plain, content } }
          : unanswered(url, content);
      }
      await response.body.dump();
      if (options.orNothing && [401, 403, 404, 410].includes(statusCode)) return { answer: null };
      return refusal(url, statusCode, rest);
    });
  }

  return {
    ask: ask as Ask,
    async close() {
      await Promise.all([dispatcher.close(), open.close()]);
    },
  };
}

/** An answer, or why there is none and when to ask again. */
export type Outcome =
  | { readonly answer: KeptAnswer | null }
  | {
      readonly error: QuotidianError;
      readonly why: string;
      /** Milliseconds. */
      readonly wait: number;
      /** Whether the server asked for this wait. */
      readonly asked: boolean;
    };

function route(
  url: string,
  { instead }: Circumstances,
  agents: { readonly dispatcher: Dispatcher; readonly open: Dispatcher },
): { readonly address: URL; readonly via: Dispatcher } {
  const address = URL.parse(url);
  if (!address || !/^https?:$/.test(address.protocol))
    throw refusedToAsk(url, 'is not an address of the web');
  const other = instead?.get(address.origin);
  if (other !== undefined)
    return { address: new URL(address.pathname + address.search, other), via: agents.open };
  mustBePublic(address);
  return { address, via: agents.dispatcher };
}

function authorization(host: string, tokens: ReadonlyMap<string, string>): Record<string, string> {
  const value = tokens.get(host);
  return value === undefined ? {} : { authorization: value };
}

function isResponse(value: unknown): value is Dispatcher.ResponseData {
  return typeof value === 'object' && value !== null && 'statusCode' in value && 'body' in value;
}

function plainHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

async function bodyOf(
  body: AsyncIterable<Uint8Array>,
  encoding: string | undefined,
  url: string,
  most = LONGEST_ANSWER,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body) {
    length += piece.byteLength;
    if (length > most) throw tooLong(url, most);
    pieces.push(piece);
  }
  const content = await decoded(Buffer.concat(pieces), encoding, most);
  if (!content) throw tooLong(url, most);
  return content;
}

function tooLong(url: string, most: number): QuotidianError {
  return refusedToAsk(url, `answers with more than ${most / 1024 / 1024} MB`);
}

/** `text/html; charset=utf-8` */
function otherKind(url: string, kind: string): QuotidianError {
  return new QuotidianError(`${new URL(url).host} answers with ${shortened(kind, 60)}.`, {
    code: 'other-kind',
    place: { file: url },
  });
}

const FIRST_PAUSE = 1_000;

/** The connection failed or was cut. What we refuse ourselves is not tried again. */
function unanswered(url: string, error: unknown): Outcome {
  const own = [error, error instanceof Error ? error.cause : undefined].find(
    (one) => one instanceof QuotidianError,
  );
  if (own) throw own;
  const { host } = new URL(url);
  return {
    error: new QuotidianError(`${host} did not answer, or was cut off.`, {
      code: 'no-answer',
      place: { file: url },
      hint: 'Try again later: what was fetched already is kept for an hour.',
    }),
    why: `${host} did not answer`,
    wait: FIRST_PAUSE,
    asked: false,
  };
}

function refusedToAsk(url: string, why: string): QuotidianError {
  return new QuotidianError(`${url} ${why}, and is not asked.`, {
    code: 'not-asked',
    hint: 'Save the thread by other means, and import the file.',
  });
}

function withoutToken(url: string, variable: string): QuotidianError {
  return new QuotidianError(`${new URL(url).host} answers this only to those whom it knows.`, {
    code: 'no-token',
    place: { file: url },
    hint: `Make an access token there that may read what is public, put it into the environment as ${variable}, and try again.`,
  });
}
