import { threadSchema, type Thread } from '../../src/thread/schema.ts';

interface Said {
  readonly by: string | null;
  readonly to?: string;
  readonly html: string;
  readonly at?: string;
}

const PEOPLE = {
  ines: { handle: '@ines@quay.example', name: 'Ines Kovar' },
  bo: { handle: '@bo@quay.example', name: 'Bo Lindqvist' },
  petra: { handle: '@petra@list.example', name: 'Petra Holm' },
};

/** A thread of the given posts, said a minute apart by Ines, Bo and Petra. */
export function threadOf(posts: Readonly<Record<string, Said>>, id = 'ferry'): Thread {
  return threadSchema.parse({
    format: 1,
    id,
    title: 'The ferry',
    origin: { platform: 'mastodon', importer: 'mastodon' },
    people: PEOPLE,
    posts: Object.entries(posts).map(([post, { by, to, html, at }], n) => ({
      id: post,
      author: by,
      parent: to ?? null,
      published: at ?? `2026-03-03T08:${String(n).padStart(2, '0')}:00Z`,
      body: { html },
    })),
  });
}
