import { QuotidianError } from '../../thread/error.ts';
import type { Outcome } from './web-client.ts';

/** Milliseconds until a server wants to be asked again: `Retry-After` (RFC 9110, 10.2.3) or the end of its rate limit. */
export function askedToWait(headers: Readonly<Record<string, string>>, now: number): number | null {
  const after = headers['retry-after'];
  if (after !== undefined && after !== '') return fromSecondsOrDate(after, now);
  const reset = headers['x-ratelimit-reset'] ?? headers['ratelimit-reset'];
  return headers['x-ratelimit-remaining'] === '0' && reset ? fromSecondsOrDate(reset, now) : null;
}

/** A number above this is a time since 1970 and not a while. */
const LONGEST_WHILE = 100_000_000;

function fromSecondsOrDate(text: string, now: number): number | null {
  const seconds = /^\d{1,12}$/.test(text) ? Number(text) : null;
  if (seconds !== null) return seconds > LONGEST_WHILE ? Math.max(0, seconds * 1000 - now) : seconds * 1000;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : Math.max(0, time - now);
}

const PAUSE = 2_000;

/** What a status that is no success means: to be asked again, or not at all (an error). */
export function refusal(url: string, status: number, wait: number | null): Outcome {
  const { host } = new URL(url);
  const busy = status === 429 || (status === 403 && wait !== null) || status >= 500;
  const error = new QuotidianError(`${host} answered ${status}: ${meaning(status, busy)}.`, {
    code: `http-${status}`,
    place: { file: url },
    hint: advice(status, busy, wait),
  });
  if (!busy) throw error;
  return { error, why: `${host} answered ${status}`, wait: wait ?? PAUSE, asked: wait !== null };
}

function meaning(status: number, busy: boolean): string {
  if (status >= 500) return 'it has a fault';
  if (busy) return 'it was asked too often';
  if (status === 404 || status === 410) return 'there is no such thread, or not for everybody';
  if (status === 401 || status === 403) return 'it shows this to its members only';
  return 'it refuses';
}

function advice(status: number, busy: boolean, wait: number | null): string {
  const later = wait === null ? 'later' : `in ${Math.ceil(wait / 60_000)} minutes`;
  if (busy) return `Try again ${later}: what was fetched already is kept for an hour.`;
  if (status === 401 || status === 403)
    return 'Save the thread as one who may read it, and ask those who wrote in it before you publish it.';
  return 'Look for a slip in the address.';
}
