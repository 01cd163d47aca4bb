import { QuotidianError } from '../../thread/error.ts';
import type { ImportOptions } from '../importer.ts';

/**
 * Refuses what was said in a closed place unless the editor has said on what basis it may be shown: throws
 * `QuotidianError`. `place` is put into a sentence: `The channel “harbour”`.
 */
export function mustHaveConsent(
  place: string,
  { consent }: Pick<ImportOptions, 'consent'>,
  file: string | undefined,
): void {
  if (consent !== undefined) return;
  throw new QuotidianError(`${place} is not open to everybody, and those who wrote in it have a say.`, {
    code: 'no-consent',
    ...(file === undefined ? {} : { place: { file } }),
    hint: 'If they agreed, say how: --i-have-consent "all ten were asked on 3 March". It is kept in the thread.',
  });
}
