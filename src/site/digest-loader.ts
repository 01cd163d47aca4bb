import { glob, type Loader } from 'astro/loaders';
import { digestSlug } from './digest-files.ts';

/** Loads the digests of `content/digests/`, each by the name that its address has. */
export function digestLoader(): Loader {
  const loader = glob({
    base: './content/digests',
    pattern: '*.md',
    // With the eager default a failing quote would be logged, an empty page written, and the build would pass.
    deferRender: true,
    generateId: ({ entry }) => digestSlug(entry),
  });
  return {
    ...loader,
    name: DIGEST_LOADER,
    // A digest's text is read when its page is; only a new one, or one that is gone, changes the collection.
    load: ({ watcher: _, ...context }) => loader.load(context),
  };
}

/** By this name the development server has the collection loaded again. */
export const DIGEST_LOADER = 'quotidian-digests';
