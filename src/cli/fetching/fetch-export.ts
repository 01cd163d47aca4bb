import { fetcherFor } from '../../fetchers/index.ts';
import { importers } from '../../importers/index.ts';
import { QuotidianError } from '../../thread/error.ts';
import type { Recognised } from '../recognise.ts';
import { type FetchingVoice, openClient } from './open-client.ts';

/** Whether what was typed is an address of the web and no path. */
export function isWebAddress(typed: string): boolean {
  return /^https?:\/\//i.test(typed);
}

/** Fetches the thread behind an address, whole, and says which importer reads it. Throws `QuotidianError`. */
export async function fetchExport(typed: string, voice: FetchingVoice): Promise<Recognised> {
  const address = URL.parse(typed);
  if (!address)
    throw new QuotidianError(`“${typed}” is no address.`, { code: 'usage', hint: 'Look for a slip in it.' });
  const fetcher = fetcherFor(address);
  const importer = importers.find(({ name }) => name === fetcher.importer);
  if (!importer) throw new Error(`No importer is called ${fetcher.importer}.`);
  const client = openClient(address.href, voice, tokensFrom(process.env));
  try {
    const files = await fetcher.fetch(address, client.ask, voice.warn);
    await client.done();
    return { from: { name: address.href, files }, importer };
  } finally {
    await client.close();
  }
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
