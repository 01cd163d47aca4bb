import type { Status } from './status.ts';

/**
 * Whether anybody may read it: `public`, or `unlisted` (public, but not in lists). Nothing else is, also not a
 * visibility of some other server, nor a status that a server shows to its own members only (`local_only`).
 */
export function isPublic({ visibility, local_only }: Pick<Status, 'visibility' | 'local_only'>): boolean {
  const everywhere = local_only === undefined || local_only === null || local_only === false;
  return everywhere && (visibility === 'public' || visibility === 'unlisted');
}
