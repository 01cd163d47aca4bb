import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { makeCards } from './cards/make-cards.ts';
import { generatorVersion } from './generator-version.ts';
import { type PreparedSite, prepareSite } from './prepare.ts';
import { readSettings } from './read-settings.ts';

const NO_CARDS =
  'The site gets no cards for link previews: @takumi-rs/core, which draws them, has no program for this machine.';

/**
 * Loads the threads of `content/threads/`: keeps a summary of each in the store; what its pages show lies in the
 * cache. Beside them it wants `content/site.yaml`.
 */
export function threadLoader(): Loader {
  return {
    name: THREAD_LOADER,
    load: async ({ config, store, generateDigest, watcher, logger, refreshContextData }) => {
      const root = fileURLToPath(config.root);
      const options = {
        root,
        cache: fileURLToPath(config.cacheDir),
        version: generatorVersion(),
        base: config.base,
        settings: readSettings(root),
      };
      const prepared = (refreshContextData as RefreshedThreads | undefined)?.prepared;
      const { threads, digests } = prepared ?? (await prepareSite(options));
      if (config.site) {
        const { drawn, reason } = await makeCards(digests, config.site, options);
        if (drawn > 0) logger.info(`cards: ${drawn} were drawn`);
        if (reason === 'no program') logger.warn(NO_CARDS);
      }
      const ids = new Set(threads.map(({ view }) => view.id));
      for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
      for (const { view, key } of threads) {
        // Pages that are made when they are asked for need no key, and every change here loads them again.
        const data = watcher ? { ...view, key: '' } : { ...view, key };
        store.set({ id: view.id, data, digest: generateDigest(watcher ? JSON.stringify(view) : key) });
      }
    },
  };
}

/** By this name the development server has the collection loaded again, and gives it what it has prepared. */
export const THREAD_LOADER = 'quotidian-threads';

/** What the development server hands over with `refreshContent`. */
export interface RefreshedThreads {
  readonly prepared?: PreparedSite;
}
