import type { ExportFiles, Importer } from './importer.ts';
import { mail } from './mail.ts';
import { mastodon } from './mastodon.ts';
import { paste } from './paste.ts';

/** The registry: every format that can be read, the most specific first. */
export const importers: readonly Importer[] = [mastodon, mail, paste];

/** The first importer that claims the files, or `undefined`. */
export async function detect(files: ExportFiles): Promise<Importer | undefined> {
  for (const importer of importers) if (await importer.detect(files)) return importer;
  return undefined;
}
