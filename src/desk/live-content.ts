import { sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ServerResponse } from 'node:http';
import type { Connect, DevEnvironment, RunnableDevEnvironment, ViteDevServer } from 'vite';
import { type PreparedSite, prepareSite } from '../site/prepare.ts';
import { prepareMemory } from '../site/prepare-memory.ts';
import type { PrepareOptions } from '../site/prepare-options.ts';
import { readSettings } from '../site/read-settings.ts';
import type { Settings } from '../site/settings.ts';
import { setSettings } from '../site/settings-now.ts';
import { THEME } from '../site/site-module.ts';
import { stampOf } from '../site/thread-hashes.ts';

/** What the development server does beside showing pages again. */
export interface LiveContentHooks {
  /** A digest is new or gone, or what lists say of a thread has changed. */
  listsChanged(prepared: PreparedSite, what: { readonly threads: boolean; readonly digests: boolean }): void;
  /** A setting has changed that the server was started with. */
  restart(): void;
  failed(error: unknown): void;
}

/** Settings by which routes, fonts and the Markdown pipeline were made when the server started. */
const STARTED_WITH = ['url', 'lang', 'people', 'fonts', 'quotes', 'postsPerPage', 'consent'] as const;
/** Milliseconds within which a file that is made is also written. */
const SETTLED = 60;
const CONTENT = /\.(?:md|json|ya?ml)$/;

/**
 * Shows a change of content in open pages at once: they are told to load again as soon as a file is written, and
 * whoever asks for a page waits until what changed was prepared. What cannot be read is shown in place of the page.
 */
export function liveContent(server: ViteDevServer, options: PrepareOptions, hooks: LiveContentHooks): void {
  const content = `${options.root}content${sep}`;
  const memory = prepareMemory(options);
  let settings = options.settings;
  let views = '';
  let failure: unknown;
  let working: Promise<void> | undefined;
  let lastChange = 0;
  let lastPage = 0;
  let isWaiting = false;
  let areDigestsOther = false;

  const prepare = async () => {
    isWaiting = false;
    const digests = areDigestsOther;
    areDigestsOther = false;
    const read = async () => {
      settings = settingsNow(settings, options.root, server, hooks);
      return prepareSite({ ...options, settings }, memory);
    };
    try {
      // A file may be caught while it is being written, and is whole a moment later.
      const prepared = await read().catch(async () => {
        await wait(SETTLED);
        return read();
      });
      failure = undefined;
      forgetDigests(server, `${content}digests${sep}`);
      const before = views;
      views = JSON.stringify(prepared.threads.map(({ view }) => view));
      const threads = before !== '' && before !== views;
      if (threads || digests) hooks.listsChanged(prepared, { threads, digests });
    } catch (error) {
      failure = error;
      hooks.failed(error);
    }
  };
  const start = () => {
    if (isWaiting) return;
    isWaiting = true;
    const mine = (working ?? Promise.resolve()).then(prepare).finally(() => {
      if (working === mine) working = undefined;
    });
    working = mine;
  };

  const show = () => {
    start();
    lastChange = performance.now();
    server.ws.send({ type: 'full-reload' });
  };

  setSettings(settings);
  server.watcher.add(content);
  server.watcher.on('all', (event, path) => {
    if (!path.startsWith(content) || !CONTENT.test(path)) return;
    if (path.endsWith('.md') && event !== 'change') areDigestsOther = true;
    show();
    // What is written right after a file was made is not told of.
    const then = stampOf(path);
    setTimeout(() => {
      if (stampOf(path) !== then) show();
    }, SETTLED);
  });
  // A page that was on its way when something changed was not there to be told.
  server.ws.on('connection', () => {
    if (lastChange > lastPage) server.ws.send({ type: 'full-reload' });
  });
  // What the memory holds is read before an editor's first change.
  server.httpServer?.once('listening', start);
  server.middlewares.use(
    (request: Connect.IncomingMessage, _: ServerResponse, next: Connect.NextFunction) => {
      if (!request.headers.accept?.includes('text/html')) return next();
      const answer = () => {
        lastPage = performance.now();
        next(failure);
      };
      return working ? void working.then(answer) : answer();
    },
  );
}

/** Reads `site.yaml`, and gives it to the pages, or has the server start again where that is not enough. */
function settingsNow(
  before: Settings,
  root: string,
  server: ViteDevServer,
  { restart }: LiveContentHooks,
): Settings {
  const settings = readSettings(root);
  const differs = (names: readonly (keyof Settings)[]) =>
    names.some((name) => JSON.stringify(settings[name]) !== JSON.stringify(before[name]));
  if (differs(STARTED_WITH)) {
    restart();
    return before;
  }
  setSettings(settings);
  if (differs(['accent']))
    for (const environment of environmentsOf(server)) forget(environment, `\0${THEME}`);
  return settings;
}

/** Digests are rendered again, for their quotes may stand elsewhere or be judged otherwise. */
function forgetDigests(server: ViteDevServer, folder: string): void {
  for (const environment of environmentsOf(server)) {
    const ids = [...environment.moduleGraph.idToModuleMap.keys()].filter((id) => id.startsWith(folder));
    for (const id of ids) forget(environment, id);
  }
}

function environmentsOf(server: ViteDevServer): readonly DevEnvironment[] {
  return Object.values(server.environments);
}

function forget(environment: DevEnvironment, id: string): void {
  const known = environment.moduleGraph.getModuleById(id);
  if (known) environment.moduleGraph.invalidateModule(known);
  if (!isRunnable(environment)) return;
  const run = environment.runner.evaluatedModules.getModuleById(id);
  if (run) environment.runner.evaluatedModules.invalidateModule(run);
}

/** Told by what it has: Vite is Astro's package, and not ours to load. */
function isRunnable(environment: DevEnvironment): environment is RunnableDevEnvironment {
  return 'runner' in environment;
}
