import type { Thread } from '../../src/thread/schema.ts';

export const SENTENCES = 'sentences';

/** A thread whose people quote each other within their sentences. */
export const SENTENCES_THREAD: Thread = {
  format: 1,
  id: SENTENCES,
  title: 'Where does the key hang?',
  origin: { platform: 'mail', importer: 'mail' },
  people: {
    ines: { handle: 'ines', name: 'Ines Kovar' },
    bo: { handle: 'bo', name: 'Bo Lindqvist' },
    petra: { handle: 'petra', name: 'Petra Holm' },
  },
  posts: [
    {
      id: 'k1',
      author: 'ines',
      parent: null,
      published: '2026-03-01T08:00:00Z',
      body: {
        html: '<p>The harbour office is closed. The key hangs on a nail behind the door, and the lamp stands next to it.</p>',
      },
    },
    {
      id: 'k2',
      author: 'bo',
      parent: 'k1',
      published: '2026-03-01T09:00:00Z',
      body: {
        html: '<p>Ines said “The key hangs on a <b>nail</b> behind the door”, and <i>the lamp stands next to it</i>; I found neither.</p>',
      },
    },
    {
      id: 'k3',
      author: 'petra',
      parent: 'k2',
      published: '2026-03-01T10:00:00Z',
      body: {
        html: '<blockquote><p>The key hangs on a nail behind the door</p></blockquote><p>I see “The key hangs on a nail […] next to it” from <a href="https://quay.example/lamp">where “The harbour office is closed” hangs</a>.</p>',
      },
    },
  ],
};
