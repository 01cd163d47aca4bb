import { glob, type Loader } from 'astro/loaders';
import { digestSlug } from './digest-files.ts';

/** Loads the digests of `content/digests/`, each by the name that its address has. */
export function digestLoader(): Loader {
  return glob({
    base: './content/digests',
    pattern: '*.md',
    // With the eager default a failing quote would be logged, an empty page written, and the build would pass.
    deferRender: true,
    generateId: ({ entry }) => digestSlug(entry),
  });
}
