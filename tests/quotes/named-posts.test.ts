import { expect, test } from 'vitest';
import { quoteGraph } from '../../src/quotes/graph.ts';
import { readThread } from '../../src/quotes/reading.ts';
import type { Post, Thread } from '../../src/thread/schema.ts';

/** Three words, so that only a post that is named can be where they come from. */
const WORDS = 'the old chain';

function post(id: string, parent: string | null, markdown: string): Post {
  const url = `https://forum.example/t/quiet-weir/77/${id}`;
  return { id, author: 'p', parent, url, body: { markdown, flavour: 'discourse' } };
}

function sourceOf(tag: string): string | undefined {
  const thread: Thread = {
    format: 1,
    id: 'quiet-weir',
    title: 'The quiet weir',
    origin: { platform: 'discourse', importer: 'discourse' },
    people: { p: { handle: 'petra' } },
    posts: [
      post('1', null, 'What holds the buoy?'),
      post('2', '1', `It is ${WORDS}, as ever.`),
      post('3', '1', 'Nobody knows.'),
      post('4', '3', `${tag}\n${WORDS}\n[/quote]\n\nIndeed.`),
    ],
  };
  return quoteGraph(readThread(thread)).quotes[0]?.source?.post;
}

test('a few words are traced to the post that their quote names by number', () => {
  expect(sourceOf('[quote="petra, post:2, topic:77"]')).toBe('2');
  expect(sourceOf('[quote="petra, post:3, topic:77"]')).toBeUndefined();
});

test('a number in another topic means another post', () => {
  expect(sourceOf('[quote="petra, post:2, topic:12"]')).toBeUndefined();
});
