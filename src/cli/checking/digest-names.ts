import type { DigestFile } from '../../site/digest-files.ts';
import type { ContentFinding } from './finding.ts';

/** What is told of a file that looks like a digest and is none. */
export function ignoredFile(file: string): ContentFinding {
  return {
    file,
    severity: 'warning',
    code: 'ignored-file',
    message: 'This file is not read.',
    hint: 'A digest lies in content/digests itself, and its name ends in .md.',
  };
}

/** What is told of digests whose names give the address of one before. */
export function sameAddress(files: readonly Pick<DigestFile, 'slug' | 'file'>[]): readonly ContentFinding[] {
  return [...Map.groupBy(files, ({ slug }) => slug).values()].flatMap(([first, ...others]) =>
    others.map(({ file, slug }): ContentFinding => {
      return {
        file,
        severity: 'error',
        code: 'same-address',
        message: `This digest and ${first?.file} would both stand at /digests/${slug}/.`,
        hint: 'Give one of them another name.',
      };
    }),
  );
}
