import type { Person, Post } from '../../thread/schema.ts';

/** Something that a page may have to show, as a branch of a thread; the first post is its root. */
export interface State {
  /** The heading above it. */
  readonly name: string;
  readonly posts: readonly [Post, ...Post[]];
}

/** Those who speak in the kitchen sink. All are invented. */
export const PEOPLE: Readonly<Record<string, Person>> = {
  ines: { handle: '@ines@dock.example', name: 'Ines Kovar', url: 'https://dock.example/@ines' },
  bo: { handle: '@bo@dock.example', name: 'Bo Lindqvist', url: 'https://dock.example/@bo' },
  petra: { handle: 'petra@list.example', name: 'Petra Holm' },
  lalit: { handle: '@lalit@dock.example', name: 'Lalit Dev' },
  noor: { handle: '@noor@dock.example', name: 'نور الحداد' },
  tamar: { handle: '@tamar@dock.example', name: 'תמר לוי' },
  sora: { handle: '@sora@dock.example', name: '佐藤そら' },
  long: {
    handle: '@the-honorary-secretary-of-the-society-for-the-preservation-of-timetables@dock.example',
    name: 'The Honorary Secretary of the Society for the Preservation of Printed Timetables and Tide Tables',
  },
  unbroken: { handle: '@unbroken', name: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunter' },
  clock: { handle: '@harbour-clock@dock.example', name: 'Harbour clock 🕰️', bot: true },
};

let minute = 0;

/** A post by somebody, in HTML; what is not said is as plain as can be. Minutes go by from post to post. */
export function post(
  id: string,
  author: string | null,
  body: string | Post['body'],
  more: Partial<Post> = {},
): Post {
  minute += 1;
  return {
    id,
    author,
    parent: null,
    published: new Date(Date.UTC(2026, 2, 3, 8, minute)).toISOString(),
    url: `https://dock.example/posts/${id}`,
    body: typeof body === 'string' ? { html: body } : body,
    ...more,
  };
}
