import type { Settings } from './settings.ts';

/*
 * While an editor works, pages take the settings from where the development server leaves them: the modules of pages
 * are not those of the server, and to load all pages again for a new title takes too long.
 */

export const SETTINGS = 'quotidian/settings';

export function settingsNow(): Settings | undefined {
  return (globalThis as Shared)[Symbol.for(SETTINGS)];
}

export function setSettings(settings: Settings): void {
  (globalThis as Shared)[Symbol.for(SETTINGS)] = settings;
}

type Shared = { [key: symbol]: Settings | undefined };
