import { sep } from 'node:path';
import type { Plugin } from 'vite';
import type { Settings } from './settings.ts';
import { themeCss } from './theme/theme-css.ts';

interface Site {
  readonly settings: Settings;
  readonly root: string;
  readonly cache: string;
  readonly version: string;
  readonly base: string;
}

const SITE = 'virtual:quotidian';
const THEME = 'virtual:quotidian/theme.css';
const WATCHED = /\.(?:json|ya?ml)$/;

/**
 * A Vite plugin: `virtual:quotidian` tells pages about the site, `virtual:quotidian/theme.css` carries its colour
 * and its fonts. While an editor works, a change of a thread, of an overlay or of the people reloads the pages.
 */
export function siteModule(site: Site): Plugin {
  return {
    name: 'quotidian',
    resolveId: (id) => (id === SITE || id === THEME ? `\0${id}` : null),
    load: (id) => {
      if (id === `\0${SITE}`) return `export const site = ${JSON.stringify(site)};`;
      return id === `\0${THEME}` ? themeCss(site.settings, site.base) : null;
    },
    configureServer: (server) => {
      const content = `${site.root}content${sep}`;
      server.watcher.add(content);
      server.watcher.on('all', (_event, path) => {
        if (!path.startsWith(content) || !WATCHED.test(path)) return;
        for (const environment of Object.values(server.environments)) environment.moduleGraph.invalidateAll();
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}
