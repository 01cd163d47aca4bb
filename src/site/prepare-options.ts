import { hashOf } from './content-files.ts';
import type { Settings } from './settings.ts';

export interface PrepareOptions {
  readonly root: string;
  /** Where work that can be done again is kept. */
  readonly cache: string;
  /** Changes whenever the generator may print the same content differently. */
  readonly version: string;
  readonly base: string;
  readonly settings: Settings;
}

/** Of all that what is kept of threads and digests depends on, beside them: what else pages show they take from the settings. */
export function hashOfOptions({ version, settings, base }: PrepareOptions): string {
  const { lang, editors, postsPerPage, people, consent } = settings;
  return hashOf(version, JSON.stringify([lang, editors, postsPerPage, people, consent ?? null]), base);
}
