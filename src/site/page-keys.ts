import { site } from 'virtual:quotidian';
import { hashOf } from './content-files.ts';
import { navigation } from './navigation.ts';
import { peopleKey } from './people/people-pages.ts';

/** Changes whenever anything that a thread's pages show does. */
export function threadKey({ id, key }: { readonly id: string; readonly key: string }): string {
  return pageKey(`${key} ${peopleKey(id)}`);
}

/** The same for any page, by what tells the state of its own content. */
export function pageKey(content: string): string {
  return [site.version, hashOf(JSON.stringify(site.settings)), navigation().join('-'), content].join(' ');
}
