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

/** Of all that threads' pages depend on beside threads. */
export function hashOfOptions({ version, settings, base }: PrepareOptions): string {
  return hashOf(version, JSON.stringify(settings), base);
}
