import { setTimeout as sleep } from 'node:timers/promises';
import { fetcherFor } from '../../fetchers/index.ts';
import { importers } from '../../importers/index.ts';
import type { Warning } from '../../importers/importer.ts';
import { readSettings } from '../../site/read-settings.ts';
import { QuotidianError } from '../../thread/error.ts';
import { orFinding } from '../or-finding.ts';
import type { Recognised } from '../recognise.ts';
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

/** Whether what was typed is an address of the web and no path. */
export function isWebAddress(typed: string): boolean {
  return /^https?:\/\//i.test(typed);
}

/** What a fetch tells on the way. */
export interface FetchingVoice {
  readonly say: (text: string) => void;
  readonly warn: (warning: Warning) => void;
  /** For tests: a clock, a folder for what is kept, and servers of their own instead of those of the web. */
  readonly clock?: Clock;
  readonly folder?: string;
  readonly instead?: ReadonlyMap<string, string>;
}

/** Fetches the thread behind an address, whole, and says which importer reads it. Throws `QuotidianError`. */
export async function fetchExport(
  typed: string,
  { say, warn, clock = CLOCK, folder = KEPT, instead }: FetchingVoice,
): Promise<Recognised> {
  const address = URL.parse(typed);
  if (!address)
    throw new QuotidianError(`“${typed}” is no address.`, { code: 'usage', hint: 'Look for a slip in it.' });
  const fetcher = fetcherFor(address);
  const importer = importers.find(({ name }) => name === fetcher.importer);
  if (!importer) throw new Error(`No importer is called ${fetcher.importer}.`);
  const kept = keptAnswers(folder, address.href, clock.now);
  const client = openWebClient({
    clock,
    kept,
    agent: agentName(),
    tokens: tokensFrom(process.env),
    waiting: (text) => say(`  ${text}`),
    ...(instead ? { instead } : {}),
  });
  try {
    const files = await fetcher.fetch(address, client.ask, warn);
    await kept.clear();
    return { from: { name: address.href, files }, importer };
  } finally {
    await client.close();
  }
}

/** `Quotidian/0.1.0 (+https://quay.example)`: who asks, and where its editor can be found. */
function agentName(): string {
  const url = orFinding(() => readSettings('.'), [])?.url;
  return `Quotidian/${version()}${url ? ` (+${url})` : ''}`;
}

/** Tokens that editors may have for servers that show more, or more often, to those they know. */
const TOKENS: readonly (readonly [variable: string, host: string])[] = [
  ['GITHUB_TOKEN', 'api.github.com'],
  ['GITLAB_TOKEN', 'gitlab.com'],
];

function tokensFrom(environment: NodeJS.ProcessEnv): ReadonlyMap<string, string> {
  return new Map(
    TOKENS.flatMap(([variable, host]) => {
      const token = environment[variable];
      return token ? [[host, `Bearer ${token}`] as const] : [];
    }),
  );
}
