import { type Library, openLibrary } from './library.ts';
import type { PrepareOptions } from './prepare-options.ts';
import { rememberedHashes, type ThreadHashes, threadHashes } from './thread-hashes.ts';
import type { ThreadRecord } from './thread-record.ts';

/** What a process that goes on keeps from one preparation to the next, so that only changed files are read. */
export interface PrepareMemory {
  records: ReadonlyMap<string, ThreadRecord>;
  readonly hashes: () => ThreadHashes;
  readonly library: (options: PrepareOptions) => Library;
}

/** For a build, which prepares once: memory must not grow with the site. */
export function noMemory({ root }: PrepareOptions): PrepareMemory {
  return {
    records: new Map(),
    hashes: () => threadHashes(root),
    library: ({ settings }) => openLibrary(root, settings.postsPerPage),
  };
}

/** For the development server. The project's `postsPerPage` must stay as it is. */
export function prepareMemory({ root, settings }: PrepareOptions): PrepareMemory {
  const library = openLibrary(root, settings.postsPerPage);
  return { records: new Map(), hashes: rememberedHashes(root), library: () => library };
}
