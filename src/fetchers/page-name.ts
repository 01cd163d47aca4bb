/** `comments-0002.json`: a page of a list, by a name that sorts as the pages do. */
export function pageName(list: string, page: number): string {
  return `${list}-${String(page).padStart(PAGE_DIGITS, '0')}.json`;
}

const PAGE_DIGITS = 4;
