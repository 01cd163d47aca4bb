import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { quoteGraph } from '../../src/quotes/graph.ts';
import { readThread, type ThreadReading } from '../../src/quotes/reading.ts';
import { reviewsIn } from '../../src/quotes/review.ts';
import type { Review, ReviewComment, ReviewedLine } from '../../src/quotes/review-comment.ts';
import { mailsOf } from './patch-threads.ts';

const fixtures = join(import.meta.dirname, '../fixtures/reviews');

test.each(readdirSync(fixtures))(
  'every comment on the patch %s stands at the lines that it is about',
  async (name) => {
    const thread = mailsOf(mailsIn(readFileSync(join(fixtures, name, 'mails.txt'), 'utf8')));
    const reading = readThread(thread);
    const reviews = reviewsIn(reading, quoteGraph(reading).quotes);
    const shown = [...reviews.values()].map((review) => inWords(review, reading)).join('\n');
    await expect(shown).toMatchFileSnapshot(join(fixtures, name, 'expected.txt'));
  },
);

/** Each mail below a line `=== its-id its-author the-id-it-answers`. */
function mailsIn(text: string) {
  return Object.fromEntries(
    text
      .split(/^=== /m)
      .slice(1)
      .map((mail) => {
        const [head = '', ...lines] = mail.split('\n');
        const [id = '', by = '', to] = head.split(' ');
        return [id, { by, ...(to && { to }), plain: lines.join('\n') }];
      }),
  );
}

function inWords({ post, patch, comments, trailers, byAuthor }: Review, { byId }: ThreadReading): string {
  const own = byId.get(post)?.own.text ?? '';
  return [
    `${post} on ${patch}${byAuthor ? ', by its author' : ''}`,
    ...comments.flatMap((comment) => [
      `  ${own.slice(comment.start, comment.end).replace(/\s+/g, ' ')}`,
      ...placeInWords(comment).map((line) => `    ${line}`),
    ]),
    ...trailers.map(({ name, value }) => `  ${name}: ${value}`),
    '',
  ].join('\n');
}

function placeInWords({ about, file, hunk, first, last, counted, answers }: ReviewComment): string[] {
  const place = [about, file, counted && '(counted)', answers && `(answers ${answers})`];
  return [
    place.filter(Boolean).join(' '),
    ...(hunk === undefined ? [] : [hunk]),
    ...(first && last && first.text !== last.text ? [lineInWords(first)] : []),
    ...(last ? [lineInWords(last)] : []),
  ];
}

const MARKS = { inserted: '+', deleted: '-', context: ' ' };

/** `43 → 57 |+	if (weir_close(weir))` */
function lineInWords({ kind, text, before, after }: ReviewedLine): string {
  return `${before ?? '–'} → ${after ?? '–'} |${MARKS[kind]}${text}`;
}
