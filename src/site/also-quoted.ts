import { shareMost } from '../quotes/shared-passages.ts';
import type { DigestRecord } from './digest-records.ts';

/** Another digest in which the same words are quoted. */
export interface AlsoQuoted {
  readonly title: string;
  /** The first such quote in it. */
  readonly href: string;
}

/** The digests, each quote with the other published digests that quote most of the same words. */
export function withAlsoQuoted(records: readonly DigestRecord[]): readonly DigestRecord[] {
  const published = records.filter(({ view }) => !view.draft);
  const byPost = Map.groupBy(
    published.flatMap((record) => record.sources.map((source) => ({ record, source }))),
    ({ source }) => `${source.thread}#${source.post}`,
  );
  return records.map((record) => ({
    ...record,
    sources: record.sources.map(({ also: _, ...source }) => {
      const same = (byPost.get(`${source.thread}#${source.post}`) ?? []).filter(
        (other) => other.record.view.slug !== record.view.slug && shareMost(other.source, source),
      );
      const also = [...Map.groupBy(same, (other) => other.record.view.slug).values()].flatMap(
        ([first]): AlsoQuoted[] => {
          if (!first) return [];
          const { title, href } = first.record.view;
          return [{ title, href: `${href}#${first.source.anchor}` }];
        },
      );
      return also.length > 0 ? { ...source, also } : source;
    }),
  }));
}
