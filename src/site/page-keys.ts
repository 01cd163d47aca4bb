import { site } from 'virtual:quotidian';
import { navigation } from './navigation.ts';
import { peopleKey } from './people/people-pages.ts';

/** Changes whenever anything that a thread's pages show does. */
export function threadKey({ id, key }: { readonly id: string; readonly key: string }): string {
  return pageKey(`${key} ${peopleKey(id)}`);
}

/** The same for any page, by what tells the state of its own content. */
export function pageKey(content: string): string {
  return [site.version, navigation().join('-'), content].join(' ');
}
