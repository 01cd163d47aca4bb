import { slug } from '../../thread/ids.ts';
import type { ImportOptions } from '../importer.ts';
import { mustHaveConsent } from './consent.ts';

/** A channel or chat of an export that becomes a thread, not yet read. */
export interface Place {
  /** The thread's title. */
  readonly title: string;
  /** What makes it closed, in words: `a private channel`; `undefined` where nothing shows that it is. */
  readonly closed?: string;
  /** The file that is named where it is refused. */
  readonly file?: string;
}

/**
 * Those places of an export that are wanted and may be read. Closed ones need consent: without it they are left out,
 * which is told to `warn` without their names, and where nothing else is left it throws `QuotidianError`.
 */
export function readablePlaces<Some extends Place>(
  places: readonly Some[],
  options: Pick<ImportOptions, 'select' | 'warn' | 'consent'>,
): readonly Some[] {
  const byId = Map.groupBy(places, ({ title }) => slug(title));
  const wanted = places.filter(({ title }) => {
    const id = slug(title);
    // Two of one id are told apart by their posts only.
    return (byId.get(id)?.length ?? 0) > 1 || (options.select?.({ id, title }) ?? true);
  });
  const isRefused = ({ closed }: Some) => closed !== undefined && options.consent === undefined;
  const refused = wanted.filter(isRefused);
  const [first] = refused;
  if (!first) return wanted;
  const kinds = Map.groupBy(refused, ({ closed }) => closed ?? '');
  const list = [...kinds].map(([kind, some]) => `${kind} (${some.length})`).join(', ');
  const nothingElse = refused.length === wanted.length;
  if (nothingElse) {
    const place =
      refused.length === 1 ? `“${first.title}” (${first.closed})` : `Each place of this export: ${list},`;
    mustHaveConsent(place, options, first.file);
  }
  options.warn({ code: 'not-public', message: `What is not open was left out: ${list}.` });
  return wanted.filter((place) => !isRefused(place));
}
