import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { makeCards } from './cards/make-cards.ts';
import { generatorVersion } from './generator-version.ts';
import { prepareSite } from './prepare.ts';
import { readSettings } from './read-settings.ts';

/** A change of any of these may change what threads' pages show. */
const CONTENT =
  /[/\\]content[/\\](?:digests[/\\].*\.md|threads[/\\].*\.(?:json|yaml)|issues[/\\].*\.yaml|[^/\\]*\.yaml)$/;

const NO_CARDS =
  'The site gets no cards for link previews: @takumi-rs/core, which draws them, has no program for this machine.';

/**
 * Loads the threads of `content/threads/`: keeps a summary of each in the store; what its pages show lies in the
 * cache. Beside them it wants `content/site.yaml`.
 */
export function threadLoader(): Loader {
  return {
    name: 'quotidian-threads',
    load: async ({ config, store, generateDigest, watcher, logger }) => {
      const root = fileURLToPath(config.root);
      const options = {
        root,
        cache: fileURLToPath(config.cacheDir),
        version: generatorVersion(),
        base: config.base,
      };
      const load = async () => {
        const settings = readSettings(root);
        const { threads, digests } = await prepareSite({ ...options, settings });
        if (config.site) {
          const { drawn, reason } = await makeCards(digests, config.site, { ...options, settings });
          if (drawn > 0) logger.info(`cards: ${drawn} were drawn`);
          if (reason === 'no program') logger.warn(NO_CARDS);
        }
        const ids = new Set(threads.map(({ view }) => view.id));
        for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
        for (const { view, key } of threads) {
          store.set({ id: view.id, data: { ...view, key }, digest: generateDigest(key) });
        }
      };
      await load();
      let running = Promise.resolve();
      watcher?.on('all', (_event, path) => {
        if (!CONTENT.test(path)) return;
        running = running.then(load).catch((error: unknown) => logger.error(String(error)));
      });
    },
  };
}
