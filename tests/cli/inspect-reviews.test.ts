import { expect, test } from 'vitest';
import { inspectionJson } from '../../src/cli/inspection-json.ts';
import { outline } from '../../src/cli/outline.ts';
import { quoteGraph } from '../../src/quotes/graph.ts';
import { readThread } from '../../src/quotes/reading.ts';
import type { Thread } from '../../src/thread/schema.ts';
import { mailsOf, quoted, WEIR_PATCH } from '../quotes/patch-threads.ts';

const DEFINITION = '+\tint step;';
const INLINE = 'the wave below it surprised a heron';

const thread = mailsOf({
  p: { by: 'petra', plain: WEIR_PATCH },
  r: {
    by: 'ines',
    to: 'p',
    plain: `${quoted(DEFINITION)}\n\nIn which unit?\n\nReviewed-by: Ines Kovar <ines@quay.example>\n`,
  },
  i: { by: 'bo', to: 'p', plain: `You wrote “${INLINE}”, and it was two of them.\n` },
});

function inspected(of: Thread) {
  const reading = readThread(of);
  const { quotes } = quoteGraph(reading);
  const plain = { style: (_: unknown, words: string) => words, columns: 200 };
  const json: unknown = JSON.parse(JSON.stringify(inspectionJson(reading, quotes)));
  const own = (post: string) => reading.byId.get(post)?.own.text ?? '';
  return { json, own, lines: [...outline(reading, quotes, plain)] };
}

test('--json tells a review: the patch, each comment with its file, hunk and lines, the trailers', () => {
  const { json, own } = inspected(thread);
  const start = own('p').indexOf(DEFINITION);
  const line = { kind: 'inserted', text: '\tint step;', after: 15 };
  expect(json).toMatchObject({ posts: [{ id: 'p' }, { id: 'r' }, { id: 'i' }] });
  expect(json).toHaveProperty('posts.1.review', {
    patch: 'p',
    comments: [
      {
        about: 'line',
        file: 'src/weir.c',
        hunk: '@@ -12,6 +12,7 @@ struct weir {',
        context: 'struct weir {',
        first: line,
        last: line,
        passage: { thread: 'weir', post: 'p', start, end: start + DEFINITION.length },
        start: 0,
        end: own('r').length,
        quote: 0,
      },
    ],
    trailers: [{ name: 'Reviewed-by', value: 'Ines Kovar <ines@quay.example>' }],
  });
  expect(json).not.toHaveProperty('posts.0.review');
  expect(json).not.toHaveProperty('posts.2.review');
});

test('--json tells where in its post a quotation within a sentence stands, and of no other quote', () => {
  const { json, own } = inspected(thread);
  const start = own('i').indexOf(INLINE);
  const from = own('p').indexOf(INLINE);
  expect(json).toHaveProperty('posts.2.quotes', [
    {
      text: INLINE,
      depth: 1,
      fidelity: 'verbatim',
      source: { thread: 'weir', post: 'p', start: from, end: from + INLINE.length },
      inline: { start, end: start + INLINE.length },
    },
  ]);
  expect(json).not.toHaveProperty('posts.1.quotes.0.inline');
});

test('the outline says how much a review comments on which file, and its trailers', () => {
  const { lines } = inspected(thread);
  const reviews = lines.filter((line) => line.includes('review:')).map((line) => line.replace(/^[\s│]+/, ''));
  expect(reviews).toEqual(['review: 1 comment on src/weir.c; Reviewed-by: Ines Kovar <ines@quay.example>']);
  expect(lines.some((line) => line.includes(`❝ ${INLINE} → p  verbatim`))).toBe(true);
});

test('the outline counts the comments of each file', () => {
  const tide = '+    drift = moon * 50';
  const plain = `Nice.\n\n${quoted(DEFINITION)}\n\nIn which unit?\n\n${quoted(tide)}\n\nMinutes, I hope.\n\n> +\t\tmsleep(STEP_MS);\n\nUnder the lock?\n`;
  const { lines } = inspected(
    mailsOf({ p: { by: 'petra', plain: WEIR_PATCH }, r: { by: 'ines', to: 'p', plain } }),
  );
  expect(lines.find((line) => line.includes('review:'))?.trim()).toBe(
    'review: 1 comment on the patch, 2 on src/weir.c, 1 on src/tide.py',
  );
});
