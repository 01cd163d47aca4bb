import { hashOf } from '../content-files.ts';
import type { SearchRecord, SearchUnit } from './search-record.ts';

/** A digest, or a page of a thread that began on that day, as what is indexed as one. */
export function searchUnit(
  id: string,
  page: number,
  day: string | undefined,
  records: readonly SearchRecord[],
): SearchUnit {
  const years = records.flatMap(({ filters }) => filters.year ?? []).toSorted();
  const [first, last] = [years[0], years.at(-1)];
  return {
    id,
    page,
    ...(day ? { day: day.slice(0, 10) } : {}),
    records: records.length,
    characters: records.reduce((sum, { content }) => sum + content.length, 0),
    ...(first && last ? { years: [first, last] } : {}),
    hash: hashOf(JSON.stringify(records)),
  };
}
