import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quoteGraph } from '../../src/quotes/graph.ts';
import { readThread } from '../../src/quotes/reading.ts';
import { reviewsIn } from '../../src/quotes/review.ts';
import type { ReviewComment } from '../../src/quotes/review-comment.ts';
import type { Thread } from '../../src/thread/schema.ts';
import { mailsOf, quoted, WEIR_PATCH } from './patch-threads.ts';

const LINES = WEIR_PATCH.split('\n');
const lines = (from: string, to: string) => {
  const start = LINES.findIndex((line) => line.startsWith(from));
  const end = LINES.findIndex((line, n) => n >= start && line.startsWith(to));
  return quoted(LINES.slice(start, end + 1).join('\n'));
};
const HUNK_ONE = lines('diff --git a/src/weir.c', '+\tint step;');
const LOOP = lines('@@ -40,9', '+\t}');

function read(thread: Thread) {
  const reading = readThread(thread);
  const reviews = reviewsIn(reading, quoteGraph(reading).quotes);
  const own = (post: string) => reading.byId.get(post)?.own.text ?? '';
  const inWords = (
    post: string,
    { about, file, last, start, end, counted, passage, answers }: ReviewComment,
  ) =>
    [
      own(post).slice(start, end).split('\n')[0],
      about,
      file,
      last && `${last.before ?? ''}/${last.after ?? ''} ${last.text.trim()}`,
      passage && own(passage.post).slice(passage.start, passage.end).split('\n').at(-1)?.trim(),
      counted && 'counted',
      answers && `answers ${answers}`,
    ].filter(Boolean);
  const said = (post: string) => reviews.get(post)?.comments.map((comment) => inWords(post, comment)) ?? [];
  return { reviews, said };
}

/** What a reply to the patch says of it. */
const reply = (plain: string) =>
  read(mailsOf({ p: { by: 'petra', plain: WEIR_PATCH }, r: { by: 'ines', to: 'p', plain } }));
/** The same where the thread does not hold the patch. */
const alone = (plain: string) => read(mailsOf({ r: { by: 'ines', plain } }));

describe('a comment of a review', () => {
  test('belongs to the line above it, with its file, its hunk and its number there', () => {
    const { said, reviews } = reply(`${HUNK_ONE}\n\nIn which unit?\n\n${LOOP}\n\nWhat if step is zero?\n`);
    expect(said('r')).toEqual([
      ['In which unit?', 'line', 'src/weir.c', '/15 int step;', '+\tint step;'],
      ['What if step is zero?', 'line', 'src/weir.c', '/47 }', '+\t}'],
    ]);
    expect(reviews.get('r')).toMatchObject({
      patch: 'p',
      comments: [
        {
          hunk: '@@ -12,6 +12,7 @@ struct weir {',
          context: 'struct weir {',
          first: { before: 12, after: 12 },
        },
        { context: 'static int weir_open(int target)', first: { before: 40, after: 41 }, quote: 1 },
      ],
    });
  });

  test('has a number without a hunk header above it: the patch tells', () => {
    const { said } = reply(
      '> -\tweir.open = true;\n\nWhy not here?\n\n> +\t\tmsleep(STEP_MS);\n\nUnder the lock?\n',
    );
    expect(said('r')).toEqual([
      ['Why not here?', 'line', 'src/weir.c', '44/ weir.open = true;', '-\tweir.open = true;'],
      ['Under the lock?', 'line', 'src/weir.c', '/46 msleep(STEP_MS);', '+\t\tmsleep(STEP_MS);'],
    ]);
  });

  test.each(['[...]', '[snip]', '…'])('is placed below lines that were cut with %s', (cut) => {
    const { said } = reply(`${LOOP}\n> ${cut}\n> +\tweir.open = true;\n> +\treturn 0;\n\nBefore it is?\n`);
    expect(said('r')).toEqual([['Before it is?', 'line', 'src/weir.c', '/51 return 0;', '+\treturn 0;']]);
  });

  test('is placed where lines were dropped without a word, and not where their count says', () => {
    const dropped = LOOP.split('\n').filter((line) => !/weir\.gate = target|return 0/.test(line));
    const { said } = reply(`${dropped.join('\n')}\n\nWhat if step is zero?\n`);
    expect(said('r')).toEqual([['What if step is zero?', 'line', 'src/weir.c', '/47 }', '+\t}']]);
  });

  test('is about the message, the file, the hunk or the whole, where nothing nearer stands above', () => {
    const message = quoted(LINES.slice(0, 2).join('\n'));
    const names = lines('diff --git a/src/weir.c', '+++ b/src/weir.c');
    const tide = lines('diff --git a/src/tide.py', ' ');
    const whole = `${tide}\n${quoted(LINES.slice(LINES.indexOf('     if moon is None:'), -4).join('\n'))}`;
    const { said } = reply(
      `Some remarks.\n\n${message}\n\nPoor heron.\n\n${names}\n\nLong file.\n\n${lines('@@ -12,6', ' static struct')}\n\nNo default?\n\n${whole}\n> \n\nMinutes?\n`,
    );
    expect(said('r').map(([words, about, ...place]) => [words, about, place.at(0)])).toEqual([
      ['Some remarks.', 'patch', undefined],
      [
        'Poor heron.',
        'message',
        'The gate was opened at once, and the wave below it surprised a heron. Open it in steps instead.',
      ],
      ['Long file.', 'file', 'src/weir.c'],
      ['No default?', 'hunk', 'src/weir.c'],
      ['Minutes?', 'line', 'src/tide.py'],
    ]);
  });

  test('that answers a comment belongs to the same lines, whether those are quoted again or not', () => {
    const { said, reviews } = read(
      mailsOf({
        p: { by: 'petra', plain: WEIR_PATCH },
        r: {
          by: 'ines',
          to: 'p',
          plain: `${LOOP}\n\nWhat if the step is zero?\n\n${HUNK_ONE}\n\nIn which unit, please?\n`,
        },
        a: {
          by: 'petra',
          to: 'r',
          plain: `${quoted(LOOP)}\n>\n> What if the step is zero?\n\nIt cannot be.\n\n> In which unit, please?\n\nMillimetres.\n`,
        },
      }),
    );
    expect(said('a')).toEqual([
      ['It cannot be.', 'line', 'src/weir.c', '/47 }', '+\t}', 'answers r'],
      ['Millimetres.', 'line', 'src/weir.c', '/15 int step;', '+\tint step;', 'answers r'],
    ]);
    expect(reviews.get('a')?.byAuthor).toBe(true);
  });

  test('may propose a diff of its own, which is no quote', () => {
    const { said } = reply(
      `${LOOP}\n\nRather:\n\ndiff --git a/src/weir.c b/src/weir.c\n--- a/src/weir.c\n+++ b/src/weir.c\n@@ -1 +1 @@\n-a\n+b\n`,
    );
    expect(said('r')).toEqual([['Rather:', 'line', 'src/weir.c', '/47 }', '+\t}']]);
  });

  test('has counted numbers where the thread does not hold the patch, and says so', () => {
    expect(alone(`${LOOP}\n\nWhat if step is zero?\n`).said('r')).toEqual([
      ['What if step is zero?', 'line', '/47 }', 'counted'],
    ]);
    expect(alone(`${LOOP}\n> [...]\n> +\treturn 0;\n\nAnd?\n`).said('r').flat()).not.toContain('counted');
  });

  test('has no number where the line stands in the patch twice and nothing tells which is meant', () => {
    const twice = WEIR_PATCH.replaceAll('+\t\tmsleep(STEP_MS);', '+\tweir_settle(now);').replace(
      '+\tweir.open = true;',
      '+\tweir_settle(now);',
    );
    const { said } = read(
      mailsOf({
        p: { by: 'petra', plain: twice },
        r: { by: 'ines', to: 'p', plain: '> +\tweir_settle(now);\n\nAgain?\n' },
      }),
    );
    expect(said('r')).toEqual([['Again?', 'file', 'src/weir.c']]);
  });

  test('reads a line that a mail program wrapped as one', () => {
    const wrapped = LOOP.replace('gate < target; gate', 'gate < target;\n> gate');
    const { said } = reply(`${wrapped}\n\nWhat if step is zero?\n`);
    expect(said('r')).toEqual([['What if step is zero?', 'line', 'src/weir.c', '/47 }', '+\t}']]);
  });

  test('of a merge has the numbers of the merged file', () => {
    const merge = `diff --cc src/weir.c
index 1a2b3c4,5d6e7f8..9a8b7c6
--- a/src/weir.c
+++ b/src/weir.c
@@@ -10,3 -20,3 +30,4 @@@ int weir_close(void)
  	lock();
 -	gate = 1;
+ 	gate = 2;
++	settle();
  	unlock();`;
    const { said } = alone(`${quoted(merge.split('\n').slice(0, -1).join('\n'))}\n\nWhy settle?\n`);
    expect(said('r')).toEqual([['Why settle?', 'line', 'src/weir.c', '/32 settle();', 'counted']]);
  });
});

describe('what is no comment on a line', () => {
  test.each(['Tested-by: Ines Kovar <ines@quay.example>', 'Looks good to me.', 'Applied, thanks!'])(
    '%s below the whole patch is about the whole patch',
    (words) => {
      const { said } = reply(`${quoted(WEIR_PATCH)}\n\n${words}\n`);
      expect(said('r').filter(([, about]) => about !== 'patch')).toEqual([]);
    },
  );

  test('a greeting, thanks and a name', () => {
    expect(reply(`Hi Petra,\n\n${LOOP}\n\nThanks,\nInes\n`).said('r')).toEqual([]);
  });

  test('words below a quote that is of no patch', () => {
    const { reviews } = read(
      mailsOf({
        p: { by: 'petra', plain: 'The heron was surprised by the wave below the gate.\n' },
        r: {
          by: 'ines',
          to: 'p',
          plain: '> The heron was surprised by the wave below the gate.\n\nPoor heron.\n',
        },
      }),
    );
    expect(reviews.size).toBe(0);
  });
});

test('trailers given in answer to a patch are a review; those of a patch itself are none', () => {
  const { reviews } = reply('Reviewed-by: Ines Kovar <ines@quay.example>\nTested-by: Ines Kovar\n');
  expect([...reviews.keys()]).toEqual(['r']);
  expect(reviews.get('r')).toMatchObject({
    patch: 'p',
    comments: [],
    trailers: [
      { name: 'Reviewed-by', value: 'Ines Kovar <ines@quay.example>' },
      { name: 'Tested-by', value: 'Ines Kovar' },
    ],
  });
});

/** A hunk of the given kinds of lines, whose words repeat as those of programs do. */
const anyHunk = fc.array(
  fc.record({
    mark: fc.constantFrom(' ', '+', '-'),
    word: fc.constantFrom('}', 'return;', 'open();', 'shut();', 'i++;'),
  }),
  { minLength: 4, maxLength: 20 },
);

test('a number that is told is the true one, however the diff is cut', () => {
  fc.assert(
    fc.property(
      anyHunk,
      fc.nat(400),
      fc.nat(20),
      fc.nat(20),
      fc.boolean(),
      (hunk, start, cut, from, keepsHeader) => {
        const olds = hunk.filter(({ mark }) => mark !== '+').length;
        const news = hunk.filter(({ mark }) => mark !== '-').length;
        const header = `@@ -${start + 1},${olds} +${start + 5},${news} @@ int f(void)`;
        let [before, after] = [start + 1, start + 5];
        const truth = hunk.map(({ mark, word }) => {
          const place = {
            text: `${mark}\t${word}`,
            ...(mark !== '+' && { before }),
            ...(mark !== '-' && { after }),
          };
          if (mark !== '+') before += 1;
          if (mark !== '-') after += 1;
          return place;
        });
        const names = 'diff --git a/f.c b/f.c\n--- a/f.c\n+++ b/f.c';
        const patch = `Do it.\n\n---\n${names}\n${header}\n${truth.map(({ text }) => text).join('\n')}\n`;
        const end = 1 + (cut % truth.length);
        const last = truth[end - 1];
        const kept = truth.slice(from % end, end).map(({ text }) => text);
        const body = quoted(
          [
            ...(keepsHeader ? [names, header] : []),
            ...(keepsHeader && from % end > 0 ? ['[...]'] : []),
            ...kept,
          ].join('\n'),
        );
        const { reviews } = read(
          mailsOf({
            p: { by: 'petra', plain: patch },
            r: { by: 'bo', to: 'p', plain: `${body}\n\nIs that so, always?\n` },
          }),
        );
        for (const comment of reviews.get('r')?.comments ?? []) {
          if (comment.last?.before === undefined && comment.last?.after === undefined) continue;
          expect({ before: comment.last.before, after: comment.last.after }).toEqual({
            before: last?.before,
            after: last?.after,
          });
        }
      },
    ),
    { numRuns: 400 },
  );
});

describe('hostile patches are read in time that grows with their length', () => {
  const TIMES = 100_000;
  test.each([
    ['hunk headers', '> @@ -1,3 +1,3 @@\n'.repeat(TIMES)],
    ['absurd numbers', '> @@ -999999999,999999999 +999999999,999999999 @@ f\n> +x\n'.repeat(TIMES / 2)],
    ['comments', '> +\tx();\n\nWhy?\n\n'.repeat(TIMES / 10)],
    ['trailers', 'Reviewed-by: A B\n'.repeat(TIMES)],
    ['almost trailers', `A${'-by'.repeat(TIMES)}`],
    ['files', '> diff --git a/x b/x\n'.repeat(TIMES)],
  ])('%s', { timeout: 20_000 }, (_, plain) => {
    expect(() => reply(`${HUNK_ONE}\n\nUnit?\n\n${plain}\n\nEnd?\n`)).not.toThrow();
  });

  /** A patch of as many lines as there are given. */
  const patchOf = (lines: readonly string[]) =>
    `Do it, for the sake of all the herons below the weir.\n\n---\n--- a/f.c\n+++ b/f.c\n@@ -1 +1,${lines.length + 1} @@\n${lines.join('\n')}\n x\n`;
  const distinct = Array.from({ length: TIMES / 5 }, (_, n) => `+x${n}();`);
  const alike = Array.from({ length: TIMES / 20 }, (_, n) => `+same(${n % 40});`);

  test.each([
    [
      'lines of a patch that stand in it often',
      [...alike, ...distinct],
      '+same(37);\n> +same(38);\n> +same(39);',
    ],
    ['a line above many empty ones', ['+first();', ...distinct.map(() => ' ')], '+first();'],
    ['the message above many lines', distinct, 'Do it, for the sake of all the herons below the weir.'],
  ])('thousands of comments on %s', { timeout: 20_000 }, (_, lines, words) => {
    const amount = TIMES / 50;
    const { said } = read(
      mailsOf({
        p: { by: 'petra', plain: patchOf(lines) },
        r: { by: 'ines', to: 'p', plain: `> ${words}\n\nWhy is that?\n\n`.repeat(amount) },
      }),
    );
    expect(said('r')).toHaveLength(amount);
  });
});
