import { expect, test } from 'vitest';
import { context, FERRY, status } from './exports-made.ts';
import { project } from './run.ts';

const SITE = 'title: Quay notes\n';
const DIGEST = 'content/digests/ferry.md';

/** A project with one imported thread and one digest about it. */
function withDigest(digest: string, site = SITE) {
  const made = project({ 'export.json': FERRY, 'content/site.yaml': site, [DIGEST]: digest });
  made.run(['import', 'export.json', '--id', 'ferry']);
  return made;
}

function digest(...lines: string[]): string {
  return ['---', 'title: The ferry', 'date: 2026-03-11', 'threads: [ferry]', '---', '', ...lines, ''].join(
    '\n',
  );
}

test('a faithful quote is listed with its line, its fidelity, its source and its speaker', () => {
  const { code, out } = withDigest(digest('> The ferry says otherwise.', '>', '> — @ines')).run(['check']);
  expect(code).toBe(0);
  expect(out).toBe(
    `${DIGEST}:7  verbatim   ferry#11  Ines Kovar  "The ferry says otherwise."\n\n` +
      '1 quote checked: nothing to find fault with.\n',
  );
});

test('an altered quote is an error that shows what was written and what was said, word by word', () => {
  const { code, out } = withDigest(
    digest('Some words.', '', '> The timetable says half past eight. The ferry says otherwise.'),
  ).run(['check', '--quiet']);
  expect(code).toBe(1);
  const lines = out.trim().split('\n');
  expect(lines[0]).toBe(`${DIGEST}:9  altered`);
  expect(lines[1]).toBe('  you wrote   The timetable says half past eight. The ferry says otherwise.');
  expect(lines[2]?.indexOf('‾')).toBe(lines[1]?.indexOf('eight'));
  expect(lines[3]).toBe('  Ines Kovar  The timetable says half past seven. The ferry says otherwise.');
  expect(out).toContain('ferry#11, 3 March 2026');
});

test('a quote under the wrong name is an error', () => {
  const { code, out } = withDigest(digest('> The ferry says otherwise.', '>', '> — @bo')).run(['check']);
  expect(code).toBe(1);
  expect(out).toContain('misattributed');
});

const INVENTED = digest('> Nobody in this thread has ever said anything like these words.');

test.each([
  ['', 0, 'warning: unsourced'],
  ['quotes: { unsourced: error }\n', 1, 'unsourced'],
  ['quotes: { unsourced: ignore }\n', 0, 'nothing to find fault with'],
])('site.yaml with “%s” decides what a quote without a source is', (policy, expected, words) => {
  const { code, out } = withDigest(INVENTED, `${SITE}${policy}`).run(['check']);
  expect(code).toBe(expected);
  expect(out).toContain(words);
});

test.each<[string, string, RegExp]>([
  [
    'a thread that is not there',
    digest('Text.').replace('[ferry]', '[ferry, submarine]'),
    /ferry\.md:4 {2}unknown-thread\n {2}There is no thread “submarine”/,
  ],
  ['an unknown key', digest('Text.').replace('title:', 'titel: x\ntitle:'), /ferry\.md:2 .*\n.*titel/],
  ['a date that is none', digest('Text.').replace('2026-03-11', 'soon'), /ferry\.md:3 /],
  ['broken YAML', digest('Text.').replace('title: The', 'title: "The'), /ferry\.md:\d+ {2}not-yaml/],
  ['no frontmatter', 'Text.\n', /ferry\.md:1 {2}no-frontmatter/],
  ['an unknown directive', digest('::banner{text="x"}'), /ferry\.md:7 {2}unknown-directive/],
  ['a post that is not there', digest('::post{#999}'), /ferry\.md:7 {2}unknown-post/],
])('a digest with %s is an error with its line, and nothing is written', (_, text, message) => {
  const { run, files } = withDigest(text);
  const before = files();
  const { code, out, error } = run(['check']);
  expect({ code, error }).toEqual({ code: 1, error: '' });
  expect(out).toMatch(message);
  expect(files()).toEqual(before);
});

test.each<[string, string, string, RegExp]>([
  [
    'an unknown setting',
    'content/site.yaml',
    'title: Quay\nquotes:\n  altred: error\n',
    /site\.yaml:3 {2}bad-settings\n.*altred/,
  ],
  ['a broken overlay', 'content/threads/ferry.yaml', 'posts: [', /ferry\.yaml:1 /],
  [
    'an unknown key in an overlay',
    'content/threads/ferry.yaml',
    'title: x\ntitel: x\n',
    /ferry\.yaml:2 {2}bad-overlay\n.*titel/,
  ],
  ['a broken thread file', 'content/threads/other.json', '{"format":1}', /other\.json/],
])('%s is an error with its file, and the digests are checked all the same', (_, path, text, message) => {
  const { run, write } = withDigest(INVENTED);
  write(path, text);
  const { code, out } = run(['check']);
  expect(code).toBe(1);
  expect(out).toMatch(message);
  expect(out).toContain('1 quote checked');
});

test('an overlay that speaks of a post that is not there is a warning', () => {
  const { run, write } = withDigest(digest('Text.'));
  write('content/threads/ferry.yaml', 'omit: ["999"]\n');
  const { code, out } = run(['check']);
  expect(code).toBe(0);
  expect(out).toContain('999');
});

test('--json tells quotes and findings to a program', () => {
  const { run } = withDigest(
    digest('> The ferry says otherwise.', '', 'And:', '', '> Words that nobody here has said, ever.'),
  );
  const { out } = run(['check', '--json']);
  expect(JSON.parse(out)).toMatchObject({
    quotes: [
      {
        file: DIGEST,
        line: 7,
        fidelity: 'verbatim',
        source: { thread: 'ferry', post: '11', start: 36, end: 61 },
      },
      { file: DIGEST, line: 11, fidelity: 'unsourced', source: null, author: null },
    ],
    findings: [{ file: DIGEST, line: 11, severity: 'warning', code: 'unsourced' }],
    errors: 0,
    warnings: 1,
  });
});

test('files that look like digests and are not read, and two digests at one address, are told', () => {
  const text = digest('> The ferry says otherwise.');
  const { code, out } = project({
    'export.json': FERRY,
    'content/site.yaml': SITE,
    'content/digests/2026/ferry.md': text,
    'content/digests/ferry.mdx': text,
    'content/digests/The ferry.md': 'x',
    'content/digests/the-ferry.md': 'x',
  }).run(['check', '--quiet']);
  expect(code).toBe(1);
  expect(out).toContain('content/digests/2026/ferry.md  warning: ignored-file');
  expect(out).toContain('content/digests/ferry.mdx  warning: ignored-file');
  expect(out).toMatch(/same-address\n.*would both stand at \/digests\/the-ferry\//);
});

const WEIR = context(
  status('21', null, '<p>Nobody on the quay heard the weir stop, and that was what woke them.</p>'),
);

/** Two threads and two digests, of which each names one thread. */
function twoDigests(ferry: readonly string[], weir: readonly string[]) {
  const made = project({
    'export.json': FERRY,
    'weir-export.json': WEIR,
    'content/site.yaml': SITE,
    [DIGEST]: digest(...ferry),
    'content/digests/weir.md': digest(...weir).replace('[ferry]', '[ferry, weir]'),
  });
  made.run(['import', 'export.json', '--id', 'ferry']);
  made.run(['import', 'weir-export.json', '--id', 'weir']);
  return made;
}

test('of a quote that stands in a thread which the digest does not name, the thread is told', () => {
  const quote = '> Nobody on the quay heard the weir stop, and that was what woke them.';
  const { code, out } = twoDigests([quote], [quote]).run(['check', '--quiet']);
  expect(code).toBe(0);
  expect(out).toContain('warning: unsourced');
  expect(out).toContain('It stands in the thread weir (weir#21), which the digest does not name.');
  expect(out).toContain('Add weir to "threads" in the frontmatter.');
  expect(out).not.toContain('weir.md');
});

test('of a quote that nearly stands in another thread, nothing is told', () => {
  const quote = '> Nobody on the pier heard the weir stop, and that was what woke them.';
  const { out } = twoDigests([quote], ['Text.']).run(['check', '--quiet']);
  expect(out).toContain('warning: unsourced');
  expect(out).not.toContain('It stands in the thread');
});

test('passages that more than one digest quotes are listed, and are nothing to find fault with', () => {
  const { run } = twoDigests(
    ['> The ferry says otherwise.', '', 'And:', '', '> The timetable says half past seven.'],
    ['Well.', '', '> says half past seven. The ferry says otherwise.'],
  );
  const { code, out } = run(['check']);
  expect(code).toBe(0);
  expect(out).toContain(
    [
      'Quoted in more than one digest:',
      '  ferry#11  "The ferry says otherwise."',
      `    ${DIGEST}:7`,
      `    ${DIGEST}:11`,
      '    content/digests/weir.md:9',
      '',
      '3 quotes checked: nothing to find fault with.',
    ].join('\n'),
  );
  expect(run(['check', '--quiet']).out).toBe('');
  expect(JSON.parse(run(['check', '--json']).out)).toMatchObject({
    repeated: [
      {
        thread: 'ferry',
        post: '11',
        text: 'The ferry says otherwise.',
        quotes: [
          { file: DIGEST, line: 7 },
          { file: DIGEST, line: 11 },
          { file: 'content/digests/weir.md', line: 9 },
        ],
      },
    ],
  });
});
