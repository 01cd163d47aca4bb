import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { context, FERRY, FERRY_LATER, status } from './exports-made.ts';
import { project } from './run.ts';

const PATH = 'content/threads/ferry.json';

test('an export becomes a thread file with two spaces and a line feed at its end', () => {
  const { run, read } = project({ 'export.json': FERRY });
  const { code, out } = run(['import', 'export.json', '--id', 'ferry', '--title', 'The ferry']);
  expect(code).toBe(0);
  expect(read(PATH)).toMatch(
    /^\{\n {2}"format": 1,\n {2}"id": "ferry",\n {2}"title": "The ferry",[\s\S]*\n\}\n$/,
  );
  expect(out).toContain('3 posts · 2 people · 3 March 2026');
  expect(out).toContain('quotes: 1 verbatim');
  expect(out).toContain(`wrote ${PATH}`);
  expect(out).toContain('next: ');
});

test('the same export again changes nothing and says so', () => {
  const { run, files } = project({ 'export.json': FERRY });
  run(['import', 'export.json', '--id', 'ferry']);
  const before = files();
  const { code, out } = run(['import', 'export.json', '--id', 'ferry']);
  expect(code).toBe(0);
  expect(out).toContain('unchanged');
  expect(out).not.toContain('wrote');
  expect(files()).toEqual(before);
});

test('a later export is told apart from the earlier one, and the overlay is left alone', () => {
  const { run, read, write } = project({ 'export.json': FERRY });
  run(['import', 'export.json', '--id', 'ferry']);
  write('content/threads/ferry.yaml', 'title: What the editor calls it\n');
  write('export.json', FERRY_LATER);
  expect(run(['import', 'export.json', '--id', 'ferry']).out).toContain(
    'brought up to date: 1 post added, 1 post edited',
  );
  expect(read('content/threads/ferry.yaml')).toBe('title: What the editor calls it\n');
  write('export.json', FERRY);
  expect(run(['import', 'export.json', '--id', 'ferry']).out).toContain('1 post gone');
});

describe('digests whose quotes a newer export touches', () => {
  const words = 'The timetable says half past seven.';
  const digest = `---\ntitle: Late\ndate: 2026-03-05\nthreads: [ferry]\n---\n\n> ${words}\n>\n> — [Ines](ferry#11)\n`;
  const withDigest = () => {
    const made = project({ 'export.json': FERRY, 'content/site.yaml': 'title: Quay\n' });
    made.run(['import', 'export.json', '--id', 'ferry']);
    made.write('content/digests/late.md', digest);
    return made;
  };
  const laterExport = (content: string) =>
    context(status('11', null, content, { edited_at: '2026-03-04T08:00:00.000Z' }));

  test('are named with what the quote was and is', () => {
    const { run, write } = withDigest();
    write('export.json', laterExport('<p>The timetable says half past eight. The ferry says otherwise.</p>'));
    const { code, out } = run(['import', 'export.json', '--id', 'ferry']);
    expect(code).toBe(0);
    expect(out).toContain(
      'content/digests/late.md:7 quotes post 11, which was edited: the quote was verbatim and is altered',
    );
  });

  test('are named though the quoted words still stand', () => {
    const { run, write } = withDigest();
    write('export.json', laterExport(`<p>${words} The ferry agrees.</p>`));
    const { out } = run(['import', 'export.json', '--id', 'ferry', '--json']);
    expect(JSON.parse(out).threads[0].touched).toEqual([
      {
        thread: 'ferry',
        file: 'content/digests/late.md',
        line: 7,
        post: '11',
        change: 'edited',
        was: 'verbatim',
        is: 'verbatim',
      },
    ]);
  });

  test('are named before anything is written, and judged when it is', () => {
    const { run, write, files } = withDigest();
    write('export.json', laterExport('<p>Never mind.</p>'));
    const before = files();
    expect(run(['import', 'export.json', '--id', 'ferry', '--dry-run']).out).toMatch(
      /late\.md:7 quotes post 11, which was edited$/m,
    );
    expect(files()).toEqual(before);
  });

  test('are not named where other posts changed', () => {
    const { run, write } = withDigest();
    write('export.json', FERRY_LATER);
    expect(run(['import', 'export.json', '--id', 'ferry']).out).not.toContain('late.md');
  });
});

test('a thread from another origin is not overwritten without --force', () => {
  const other = context(status('91', null, '<p>Another matter altogether.</p>'));
  const { run, files } = project({ 'export.json': FERRY, 'other.json': other });
  run(['import', 'export.json', '--id', 'ferry']);
  const before = files();
  const refused = run(['import', 'other.json', '--id', 'ferry']);
  expect(refused.code).toBe(2);
  expect(refused.error).toContain('holds another thread');
  expect(files()).toEqual(before);
  expect(run(['import', 'other.json', '--id', 'ferry', '--force']).code).toBe(0);
  expect(files()[PATH]).toContain('Another matter');
});

test('--dry-run writes nothing', () => {
  const { run, files } = project({ 'export.json': FERRY });
  const before = files();
  expect(run(['import', 'export.json', '--dry-run', '--id', 'ferry']).out).toContain(`would write ${PATH}`);
  expect(files()).toEqual(before);
});

test('of several exports the broken one writes nothing and the others are written', () => {
  const { run, files } = project({ 'broken.json': FERRY.slice(0, 900), 'export.json': FERRY });
  const { code, error } = run(['import', 'broken.json', 'export.json']);
  expect(code).toBe(2);
  expect(error).toMatch(/^broken\.json:1: /);
  expect(Object.keys(files()).filter((path) => path.startsWith('content/'))).toHaveLength(1);
});

test('two exports with the same thread do not overwrite each other in one run', () => {
  const { run, files } = project({ 'a.json': FERRY, 'b.json': FERRY_LATER });
  const { code, error } = run(['import', 'a.json', 'b.json']);
  expect(code).toBe(2);
  expect(error).toContain('another of this name was just imported');
  expect(JSON.stringify(files())).not.toContain('.tmp');
});

test.each([
  ['standard input', ['-'], FERRY],
  ['gzipped standard input', ['-'], gzipSync(FERRY)],
])('%s is read', (_, words, input) => {
  const { code, out } = project().run(['import', ...words], input);
  expect(code).toBe(0);
  expect(out).toContain('3 posts');
});

test('a gzipped export is read', () => {
  const { code, out } = project({ 'export.json.gz': gzipSync(FERRY) }).run(['import', 'export.json.gz']);
  expect(code).toBe(0);
  expect(out).toContain('3 posts');
});

test('what was left out is told, and nothing of it is written', () => {
  const secret = status('12', '11', '<p>Between us only.</p>', { visibility: 'private' });
  const { run, files } = project({ 'export.json': context(status('11', null, '<p>Open.</p>'), secret) });
  expect(run(['import', 'export.json']).out).toMatch(/not public/);
  const written = Object.entries(files()).filter(([path]) => path.startsWith('content/'));
  expect(JSON.stringify(written)).not.toContain('Between us');
});

test('--json tells the same to a program', () => {
  const { out } = project({ 'export.json': FERRY }).run(['import', 'export.json', '--id', 'ferry', '--json']);
  expect(JSON.parse(out)).toEqual({
    threads: [
      {
        id: 'ferry',
        file: PATH,
        title: expect.any(String),
        posts: 3,
        people: 2,
        quotes: { verbatim: 1 },
        written: true,
      },
    ],
    warnings: [],
  });
});

test('--quiet prints nothing where nothing is wrong', () => {
  const { code, out, error } = project({ 'export.json': FERRY }).run(['import', 'export.json', '--quiet']);
  expect({ code, out, error }).toEqual({ code: 0, out: '', error: '' });
});

test('--select takes by id or by words of the subject and says what there is where it finds nothing', () => {
  const { run } = project({ 'export.json': FERRY });
  expect(run(['import', 'export.json', '--select', 'TIMETABLE']).code).toBe(0);
  const none = run(['import', 'export.json', '--select', 'submarine']);
  expect(none.code).toBe(2);
  expect(none.error).toContain('The longest are:');
  expect(run(['import', 'export.json', '--min-posts', '4']).code).toBe(2);
});
