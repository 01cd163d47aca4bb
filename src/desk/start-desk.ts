import type { AstroIntegrationLogger, HookParameters } from 'astro';
import type { ViteDevServer } from 'vite';
import { OWN_ENDING } from '../site/own-ending.ts';
import { DIGEST_LOADER } from '../site/digest-loader.ts';
import type { PrepareOptions } from '../site/prepare-options.ts';
import { THREAD_LOADER } from '../site/thread-loader.ts';
import { openLibrary } from '../site/library.ts';
import { answer } from './answer.ts';
import { listen } from './listen.ts';
import { liveContent } from './live-content.ts';
import { seenFiles } from './seen-files.ts';

/** A file that never is: Astro starts the server again when it is said to change. */
export const RESTART = 'content/.restart';

interface Desk {
  readonly server: ViteDevServer;
  readonly refreshContent: HookParameters<'astro:server:setup'>['refreshContent'];
  readonly logger: AstroIntegrationLogger;
  readonly options: PrepareOptions;
}

/** What the development server does for an editor: shows what changes, and answers the toolbar's app. */
export function startDesk({ server, refreshContent, logger, options }: Desk): void {
  liveContent(server, options, {
    listsChanged: (prepared, { threads, digests }) => {
      const loaders = [...(threads ? [THREAD_LOADER] : []), ...(digests ? [DIGEST_LOADER] : [])];
      refreshContent?.({ loaders, context: { prepared } }).catch((error: unknown) =>
        logger.error(String(error)),
      );
    },
    restart: () => server.watcher.emit('change', `${options.root}${RESTART}`),
    failed: (error) => logger.error(error instanceof Error ? error.message : String(error)),
  });
  const { root, base, settings } = options;
  const desktop = { root, base, library: openLibrary(root, settings.postsPerPage), files: seenFiles(root) };
  listen(server, (request) => answer(request, desktop));
}

/** The app in Astro's toolbar; only while an editor works. */
export function deskApp() {
  return {
    id: 'quotidian',
    name: 'Quotidian',
    icon: ICON,
    entrypoint: new URL(`../toolbar/app${OWN_ENDING}`, import.meta.url),
  };
}

/** The bracket that closes a quote. */
const ICON =
  '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.5"><path d="M6 4v15h9M11 8h8M11 13h6"/></svg>';
