import { shownIssues } from './issues/shown-issues.ts';
import { peopleList } from './people/people-pages.ts';

/** The pages that the head of every page leads to, by their names in addresses: issues and people where there are any. */
export function navigation(): readonly ('issues' | 'threads' | 'people' | 'tags' | 'archive' | 'search')[] {
  return [
    ...(shownIssues().length > 0 ? (['issues'] as const) : []),
    'threads',
    ...(peopleList().length > 0 ? (['people'] as const) : []),
    'tags',
    'archive',
    'search',
  ];
}
