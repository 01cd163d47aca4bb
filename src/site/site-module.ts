import type { Plugin } from 'vite';
import { SETTINGS, settingsNow } from './settings-now.ts';
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
export const THEME = 'virtual:quotidian/theme.css';

/**
 * A Vite plugin: `virtual:quotidian` tells pages about the site, `virtual:quotidian/theme.css` carries its colour
 * and its fonts. While an editor works, both follow `site.yaml`.
 */
export function siteModule(site: Site, command: 'dev' | 'build'): Plugin {
  const { settings, ...place } = site;
  return {
    name: 'quotidian',
    resolveId: (id) => (id === SITE || id === THEME ? `\0${id}` : null),
    load: (id) => {
      if (id === `\0${THEME}`) return themeCss(settingsNow() ?? settings, site.base);
      if (id !== `\0${SITE}`) return null;
      if (command === 'build') return `export const site = ${JSON.stringify(site)};`;
      const now = `globalThis[Symbol.for(${JSON.stringify(SETTINGS)})]`;
      return `export const site = { ...${JSON.stringify(place)}, get settings() { return ${now}; } };`;
    },
  };
}
