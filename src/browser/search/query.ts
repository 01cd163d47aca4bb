/** What results can be narrowed by. */
export const FILTERS = ['kind', 'person', 'thread', 'platform', 'tag', 'year'] as const;

export type Filter = (typeof FILTERS)[number];

/** What is searched for; a link to the page carries it: `?q=ferry&person=Ines`. */
export interface Query {
  readonly q: string;
  readonly filters: Readonly<Partial<Record<Filter, string>>>;
}

export function readQuery(search: string): Query {
  const values = new URLSearchParams(search);
  const filters: Partial<Record<Filter, string>> = {};
  for (const name of FILTERS) {
    const value = values.get(name)?.trim();
    if (value) filters[name] = value;
  }
  return { q: values.get('q')?.trim() ?? '', filters };
}

/** The query as an address of the page that is given without one. */
export function queryAddress(page: string, { q, filters }: Query): string {
  const values = new URLSearchParams();
  if (q) values.set('q', q);
  for (const name of FILTERS) {
    const value = filters[name];
    if (value) values.set(name, value);
  }
  const search = values.toString();
  return search === '' ? page : `${page}?${search}`;
}

export function isEmpty({ q, filters }: Query): boolean {
  return q === '' && FILTERS.every((name) => !filters[name]);
}
