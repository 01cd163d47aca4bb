import { z } from 'zod';
import { QuotidianError } from '../../thread/error.ts';

const UTC = z.iso.datetime();
const WITH_OFFSET = z.iso.datetime({ offset: true });
/** `2026-03-03`, `2026-03-03 08:12`, `2026-03-03T08:12:00.5` */
const WITHOUT_ZONE = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)?$/;

/**
 * A date with a time zone as ISO 8601 in UTC: one in UTC stays as it is written; what is none is handed back for the
 * schema to name. A date that does not say its zone is refused with its line, for it would be a guess in every line.
 */
export function dateIn(value: unknown, place: { readonly file: string; readonly line: number }): unknown {
  if (typeof value !== 'string') return value;
  const text = value.trim();
  if (UTC.safeParse(text).success) return text;
  const withT = text.replace(' ', 'T');
  if (WITH_OFFSET.safeParse(withT).success) return new Date(withT).toISOString();
  if (!WITHOUT_ZONE.test(text)) return value;
  throw new QuotidianError(`A date in line ${place.line} does not say its time zone.`, {
    code: 'no-zone',
    place,
    hint: 'Write dates as 2026-03-03T08:12:00Z, or with an offset as 2026-03-03T09:12:00+01:00.',
  });
}
