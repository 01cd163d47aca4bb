import type { Warning } from '../importer.ts';

/** For copies from a place (`Slack`) that is open to some only, or to all, which the copy does not show. */
export function publicityUnknown(place: string): Warning {
  return {
    code: 'publicity-unknown',
    message: `Nothing in a copy from ${place} shows that it was said in public. Publish it only with the consent of those who wrote it.`,
  };
}
