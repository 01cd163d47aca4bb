import { QuotidianError } from '../thread/error.ts';
import { activitypub } from './activitypub.ts';
import { discord } from './discord.ts';
import { discourse } from './discourse.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { csv } from './csv.ts';
import { hackernews } from './hackernews.ts';
import { bluesky } from './bluesky.ts';
import { reddit } from './reddit.ts';
import { stackexchange } from './stackexchange.ts';
import type { ExportFiles, Importer } from './importer.ts';
import { lemmy } from './lemmy.ts';
import { lobsters } from './lobsters.ts';
import { mail } from './mail.ts';
import { mastodon } from './mastodon.ts';
import { matrix } from './matrix.ts';
import { ndjson } from './ndjson.ts';
import { paste } from './paste.ts';
import { lookingCloser } from './reading/glance.ts';
import { slack } from './slack.ts';
import { telegram } from './telegram.ts';
import { zulip } from './zulip.ts';

/** The registry: every format that can be read. */
export const importers: readonly Importer[] = [
  activitypub,
  bluesky,
  csv,
  discord,
  discourse,
  github,
  gitlab,
  hackernews,
  lemmy,
  lobsters,
  mail,
  mastodon,
  matrix,
  ndjson,
  paste,
  reddit,
  slack,
  stackexchange,
  telegram,
  zulip,
];

/**
 * The importer that claims the files, or `undefined`. Throws `QuotidianError` where more than one does: to choose would
 * be to guess.
 */
export async function detect(files: ExportFiles): Promise<Importer | undefined> {
  return (await claimant(files)) ?? lookingCloser(files.values(), () => claimant(files));
}

async function claimant(files: ExportFiles): Promise<Importer | undefined> {
  const claims: Importer[] = [];
  for (const importer of importers) if (await importer.detect(files)) claims.push(importer);
  const [first, ...others] = claims;
  if (others.length === 0) return first;
  throw new QuotidianError(
    `This could be more than one format: ${claims.map(({ label }) => label).join(', ')}.`,
    {
      code: 'ambiguous-format',
      hint: `Say which with --as: ${claims.map(({ name }) => name).join(', ')}.`,
    },
  );
}
