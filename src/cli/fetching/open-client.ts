import { setTimeout as sleep } from 'node:timers/promises';
import type { Ask } from '../../fetchers/fetcher.ts';
import type { Warning } from '../../importers/importer.ts';
import { readSettings } from '../../site/read-settings.ts';
import { orFinding } from '../or-finding.ts';
import { version } from '../version.ts';
import { keptAnswers } from './kept-answers.ts';
import type { Clock } from './pace.ts';
import { openWebClient } from './web-client.ts';

/** Where answers of unfinished fetches are kept. */
const KEPT = '.cache/quotidian/fetched';

const CLOCK: Clock = {
  now: () => Date.now(),
  wait: async (milliseconds) => {
    if (milliseconds > 0) await sleep(milliseconds);
  },
};

/** What a fetch tells on the way. */
export interface FetchingVoice {
  readonly say: (text: string) => void;
  readonly warn: (warning: Warning) => void;
  /** For tests: a clock, a folder for what is kept, and servers of their own instead of those of the web. */
  readonly clock?: Clock;
  readonly folder?: string;
  readonly instead?: ReadonlyMap<string, string>;
}

/** One fetch: of a thread, or of the pictures in one. */
export interface Client {
  readonly ask: Ask;
  /** All is there: what was kept lest it be interrupted is forgotten. */
  done(): Promise<void>;
  close(): Promise<void>;
}

/** A web client for the fetch of this name, with the tokens (host → `Authorization`) that it may show. */
export function openClient(
  name: string,
  { say, clock = CLOCK, instead, folder = KEPT }: Omit<FetchingVoice, 'warn'>,
  tokens: ReadonlyMap<string, string>,
): Client {
  const kept = keptAnswers(folder, name, clock.now);
  const client = openWebClient({
    clock,
    kept,
    agent: agentName(),
    tokens,
    waiting: (text) => say(`  ${text}`),
    ...(instead ? { instead } : {}),
  });
  return { ask: client.ask, done: () => kept.clear(), close: () => client.close() };
}

/** `Quotidian/0.1.0 (+https://quay.example)`: who asks, and where its editor can be found. */
function agentName(): string {
  const url = orFinding(() => readSettings('.'), [])?.url;
  return `Quotidian/${version()}${url ? ` (+${url})` : ''}`;
}
