import { statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { tagSlug } from '../../site/addresses.ts';
import type { DigestData, DigestFile } from '../../site/digest-files.ts';
import type { Settings } from '../../site/settings.ts';
import type { Destinations } from '../check-links.ts';

/** A digest as links lead to it; without what its frontmatter says where that cannot be read. */
export interface LinkedDigest extends Pick<DigestFile, 'slug'> {
  readonly data?: Pick<DigestData, 'tags' | 'issue'> | undefined;
}

/** What links of the project in the folder `root` may lead to. */
export function destinationsOf(
  root: string,
  digests: readonly LinkedDigest[],
  hasPost: Destinations['hasPost'],
  { people }: Pick<Settings, 'people'>,
): Destinations {
  const readable = digests.flatMap(({ data }) => data ?? []);
  return {
    digests: new Set(digests.map(({ slug }) => slug)),
    tags: new Set(readable.flatMap(({ tags }) => tags.map(tagSlug))),
    issues: new Set(readable.flatMap(({ issue }) => (issue === undefined ? [] : [String(issue)]))),
    people,
    hasFile: (path) => isPublicFile(root, path),
    hasPost,
  };
}

function isPublicFile(root: string, path: string): boolean {
  const folder = resolve(root, 'public');
  const file = resolve(folder, path);
  return file.startsWith(folder + sep) && statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}
