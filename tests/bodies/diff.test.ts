import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DiffPlace, readDiff } from '../../src/bodies/diff.ts';

/** `inserted weir.c –/15 +  int step;`; a line that closes its hunk ends in ` |`. */
const shown = (diff: string, from?: DiffPlace) =>
  readDiff(diff, from).lines.map(
    ({ kind, file, before, after, text, closes }) =>
      `${kind} ${file ?? '–'} ${before ?? '–'}/${after ?? '–'} ${text}${closes ? ' |' : ''}`,
  );

test('a unified diff is numbered on both sides, and goes on in the next file', () => {
  const diff = `diff --git a/weir.c b/weir.c
--- a/weir.c
+++ b/weir.c
@@ -3,2 +3,3 @@ struct weir {
 \tint gate;
+\tint step;
 };
@@ -9 +10 @@
-old
+new
\\ No newline at end of file
--- a/tide.py
+++ b/tide.py
@@ -0,0 +1 @@
+LATE = 7`;
  expect(shown(diff)).toEqual([
    'file weir.c –/– diff --git a/weir.c b/weir.c',
    'file weir.c –/– --- a/weir.c',
    'file weir.c –/– +++ b/weir.c',
    'hunk weir.c –/– @@ -3,2 +3,3 @@ struct weir {',
    'context weir.c 3/3  \tint gate;',
    'inserted weir.c –/4 +\tint step;',
    'context weir.c 4/5  }; |',
    'hunk weir.c –/– @@ -9 +10 @@',
    'deleted weir.c 9/– -old',
    'inserted weir.c –/10 +new |',
    'rest weir.c –/– \\ No newline at end of file',
    'file tide.py –/– --- a/tide.py',
    'file tide.py –/– +++ b/tide.py',
    'hunk tide.py –/– @@ -0,0 +1 @@',
    'inserted tide.py –/1 +LATE = 7 |',
  ]);
});

test('a deleted line that looks like a name is a line as long as its hunk has lines left', () => {
  expect(shown('@@ -1,2 +1,1 @@\n--- herons\n rest', { file: 'birds.sql' })).toEqual([
    'hunk birds.sql –/– @@ -1,2 +1,1 @@',
    'deleted birds.sql 1/– --- herons',
    'context birds.sql 2/1  rest |',
  ]);
});

test('a context diff has changed lines removed in its first half and put in in its second, and no numbers', () => {
  const diff = `*** weir.c.orig
--- weir.c
***************
*** 12,14 ****
  int gate;
! int level;
- int flag;
--- 12,15 ----
  int gate;
! int height;
+ int step;
***************
*** 40,41 ****
--- 41,42 ----
  }
+ int late;`;
  expect(shown(diff)).toEqual([
    'file – –/– *** weir.c.orig',
    'file weir.c –/– --- weir.c',
    'note weir.c –/– ***************',
    'hunk weir.c –/– *** 12,14 ****',
    'context weir.c –/–   int gate;',
    'deleted weir.c –/– ! int level;',
    'deleted weir.c –/– - int flag;',
    'hunk weir.c –/– --- 12,15 ----',
    'context weir.c –/–   int gate;',
    'inserted weir.c –/– ! int height;',
    'inserted weir.c –/– + int step;',
    'note weir.c –/– ***************',
    'hunk weir.c –/– *** 40,41 ****',
    'hunk weir.c –/– --- 41,42 ----',
    'context weir.c –/–   }',
    'inserted weir.c –/– + int late;',
  ]);
  const { lines } = readDiff(diff);
  expect(lines[5]?.text.slice(lines[5].marks)).toBe('int level;');
});

test('a renamed file has its new name, a removed one its old', () => {
  const renamed = 'diff --git a/old.c b/new.c\nsimilarity index 98%\nrename from old.c\nrename to new.c';
  const removed = 'diff --git a/old.c b/old.c\ndeleted file mode 100644\n--- a/old.c\n+++ /dev/null';
  expect(shown(`${renamed}\n@@ -1 +1 @@\n-a\n+b\n${removed}\n@@ -1 +0,0 @@\n-a`)).toEqual([
    'file new.c –/– diff --git a/old.c b/new.c',
    'note new.c –/– similarity index 98%',
    'note new.c –/– rename from old.c',
    'note new.c –/– rename to new.c',
    'hunk new.c –/– @@ -1 +1 @@',
    'deleted new.c 1/– -a',
    'inserted new.c –/1 +b |',
    'file old.c –/– diff --git a/old.c b/old.c',
    'note old.c –/– deleted file mode 100644',
    'file old.c –/– --- a/old.c',
    'file old.c –/– +++ /dev/null',
    'hunk old.c –/– @@ -1 +0,0 @@',
    'deleted old.c 1/– -a |',
  ]);
});

test('binary data belongs to its file and has no numbers', () => {
  const diff = `diff --git a/heron.png b/heron.png
new file mode 100644
index 0000000..8a3f8ee
GIT binary patch
literal 12
TcmZ?wbhEHbRAx|MU|?VX0tNs8`;
  const { lines } = readDiff(diff);
  expect(lines.map(({ kind }) => kind)).not.toContain('inserted');
  expect(lines.map(({ kind }) => kind)).not.toContain('deleted');
  expect(lines.flatMap(({ before, after, hunk }) => [before, after, hunk])).toEqual(
    lines.flatMap(() => [undefined, undefined, undefined]),
  );
  expect(new Set(lines.map(({ file }) => file))).toEqual(new Set(['heron.png']));
  expect(shown('Binary files a/heron.png and b/heron.png differ', { file: 'heron.png' })).toEqual([
    'note heron.png –/– Binary files a/heron.png and b/heron.png differ',
  ]);
});

test('a combined diff has a mark for each parent, and the numbers of the merged file only', () => {
  const diff = `diff --cc weir.c
@@@ -10,2 -20,4 +30,4 @@@ int weir_close(void)
  \tlock();
 -\tgate = 1;
+ \tgate = 2;
++\tsettle();
  \tunlock();
+ beyond`;
  const { lines } = readDiff(diff);
  expect(shown(diff)).toEqual([
    'file weir.c –/– diff --cc weir.c',
    'hunk weir.c –/– @@@ -10,2 -20,4 +30,4 @@@ int weir_close(void)',
    'context weir.c –/30   \tlock();',
    'deleted weir.c –/–  -\tgate = 1;',
    'inserted weir.c –/31 + \tgate = 2;',
    'inserted weir.c –/32 ++\tsettle();',
    'context weir.c –/33   \tunlock(); |',
    'inserted weir.c –/– + beyond',
  ]);
  expect(lines.map(({ marks }) => marks)).toEqual([0, 0, 2, 2, 2, 2, 2, 2]);
  expect(lines[1]?.hunk?.context).toBe('int weir_close(void)');
});

describe('a hunk header that cannot be true', () => {
  test.each([
    ['has too many digits', '@@ -99999999999,1 +1,1 @@'],
    ['counts below nothing', '@@ --1,1 +1,1 @@'],
    ['has no numbers', '@@ words @@'],
    ['has one sign too few for its parents', '@@ -1,2 -1,2 +1,2 @@'],
    ['never ends', '@@ -1,2 +1,2'],
  ])('numbers nothing where it %s', (_, header) => {
    expect(shown(`${header}\n x\n+y`)).toEqual([
      `hunk –  –/– ${header}`.replace('  ', ' '),
      'context – –/–  x',
      'inserted – –/– +y',
    ]);
  });

  test('counts on from the greatest that can be written, exactly', () => {
    expect(shown('@@ -999999999,999999999 +999999999,999999999 @@\n x\n x')).toEqual([
      'hunk – –/– @@ -999999999,999999999 +999999999,999999999 @@',
      'context – 999999999/999999999  x',
      'context – 1000000000/1000000000  x',
    ]);
  });

  test('promises no line', () => {
    expect(shown('@@ -0,0 +0,0 @@\n+x')).toEqual(['hunk – –/– @@ -0,0 +0,0 @@', 'inserted – –/– +x']);
  });
});

test('whatever a text holds, every line of it comes back at its place', () => {
  const anyLine = fc.oneof(
    fc.constantFrom(
      '@@ -1,3 +1,4 @@ f',
      '@@@ -1 -1 +1 @@@',
      '--- a/x',
      '+++ b/x',
      'diff --git a/x b/x',
      '\\ No',
      '+',
      '-',
      ' ',
      '\tx',
      '',
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(anyLine), (texts) => {
      const diff = texts.join('\n');
      const { lines } = readDiff(diff);
      expect(lines.map(({ text }) => text).join('\n')).toBe(diff);
      for (const { start, text } of lines) expect(diff.slice(start, start + text.length)).toBe(text);
    }),
  );
});
