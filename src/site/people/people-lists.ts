import type { PersonSummary } from './person-page.ts';

/** One page of the list of people. */
export interface PeopleListPage {
  readonly people: readonly PersonSummary[];
  readonly total: number;
  /** From 1. */
  readonly number: number;
  readonly pages: number;
}

/** As many as make a page of about a hundred kilobytes. */
const PEOPLE_PER_PAGE = 300;

/** The list of people in pages, in its order; one empty page where there is nobody. */
export function peopleListPages(people: readonly PersonSummary[]): readonly PeopleListPage[] {
  const pages = Math.max(1, Math.ceil(people.length / PEOPLE_PER_PAGE));
  return Array.from({ length: pages }, (_, place) => {
    const first = place * PEOPLE_PER_PAGE;
    return {
      people: people.slice(first, first + PEOPLE_PER_PAGE),
      total: people.length,
      number: place + 1,
      pages,
    };
  });
}
