import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { expect, onTestFinished, test } from 'vitest';
import { checkContent } from '../../../src/cli/check-content.ts';
import { fixedFiles, writeFixed } from '../../../src/cli/checking/fix-digests.ts';
import { githubAnnotations } from '../../../src/cli/checking/github-annotations.ts';
import { reportLines } from '../../../src/cli/checking/report-lines.ts';
import { sarifLog } from '../../../src/cli/checking/sarif.ts';

const DIGEST = 'content/digests/ferry.md';
const FERRY = {
  format: 1,
  id: 'ferry',
  title: 'The ferry',
  origin: { platform: 'mastodon', importer: 'mastodon', url: 'https://quay.example/@ines/11' },
  people: {
    p1: { handle: '@ines@quay.example', name: 'Ines Kovar' },
    p2: { handle: '@bo@quay.example', name: 'Bo Lindqvist' },
  },
  posts: [
    {
      id: '11',
      author: 'p1',
      parent: null,
      body: {
        plain:
          'The timetable says “half past seven” — and it’s wrong. The ferry says otherwise, in January and since.',
      },
    },
    {
      id: '12',
      author: 'p2',
      parent: '11',
      body: { plain: 'It was cancelled in January, and nobody told the timetable.' },
    },
  ],
};

/** The digest's lines below its frontmatter, which has five. */
function site(lines: readonly string[], settings = 'title: Quay\n') {
  const root = mkdtempSync(join(tmpdir(), 'quotidian-checking-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const head = ['---', 'title: The ferry', 'date: 2026-03-11', 'threads: [ferry]', '---'];
  write('content/site.yaml', settings);
  write('content/threads/ferry.json', JSON.stringify(FERRY));
  write(DIGEST, [...head, ...lines, ''].join('\n'));
  return {
    root,
    write,
    read: () => readFileSync(join(root, DIGEST), 'utf8'),
    check: () => checkContent(root),
  };
}

const codes = ({ findings }: ReturnType<typeof checkContent>) =>
  findings.map(({ line, code }) => `${line} ${code}`);

const MECHANICAL = [
  'See [it](https://a.example/?utm_source=x&amp;b=1&gclid=2 "t")  and <https://a.example/?fbclid=3>.',
  '',
  '> The timetable says "half past',
  '> seven" - and it\'s wrong. [...] in January and since.',
  '>',
  '> — @Ines',
  '',
  '> It was cancelled in January, and nobody told the timetable.',
  '>',
  '> — @boo',
];

test('what needs no judgement is put right, once, and everything else stays byte for byte', async () => {
  const { root, check, read } = site(MECHANICAL);
  const found = check();
  expect(codes(found)).toEqual(['6 tracking', '6 tracking', '8 handle', '8 typography', '13 misattributed']);
  const before = read();
  await writeFixed(root, fixedFiles(root, found.findings));
  expect(read()).toBe(
    before
      .replace('utm_source=x&amp;b=1&gclid=2', 'b=1')
      .replace('?fbclid=3', '')
      .replace('"half', '“half')
      .replace('seven" - and it\'s', 'seven” — and it’s')
      .replace('[...]', '[…]')
      .replace('@Ines', '@ines')
      .replace('@boo', '@bo'),
  );
  const again = check();
  expect(again.findings).toEqual([]);
  expect(fixedFiles(root, again.findings)).toEqual([]);
  expect(again.quotes.map(({ fidelity }) => fidelity)).toEqual(['abridged', 'verbatim']);
});

test('a handle that belongs to somebody else is for the editor to judge', () => {
  const { root, check } = site([
    '> It was cancelled in January, and nobody told the timetable.',
    '>',
    '> — @ines',
  ]);
  const { findings } = check();
  expect(findings).toMatchObject([{ code: 'misattributed' }]);
  expect(fixedFiles(root, findings)).toEqual([]);
});

test('a file that is no UTF-8 throughout is not touched', () => {
  const { root, check, write } = site([]);
  write(DIGEST, '');
  const text = '---\ntitle: The ferry\ndate: 2026-03-11\n---\nSee <https://a.example/?fbclid=3> \u00e9\n';
  writeFileSync(join(root, DIGEST), Buffer.from(text, 'latin1'));
  const { findings } = check();
  expect(findings).toMatchObject([{ code: 'tracking' }]);
  expect(fixedFiles(root, findings)).toEqual([]);
});

const LONG = ['> It was cancelled in January, and nobody told the timetable.'];

test.each<[string, readonly string[]]>([
  ['', []],
  ['quotes: { mostWords: 9 }\n', ['6 long-quote']],
  ['quotes: { mostWords: 10 }\n', []],
  ['quotes: { mostWords: 9, long: ignore }\n', []],
  ['quotes: { mostShare: 0.5 }\n', []],
])('with “%s” in site.yaml a quote of ten words, all of its post, is told of as %j', (settings, expected) => {
  expect(codes(site(LONG, `title: Quay\n${settings}`).check())).toEqual(expected);
});

test('a quote that is more of a long post than site.yaml allows is told of with both counts', () => {
  const { write, check } = site(
    ['> one two three four five six'],
    'title: Quay\nquotes: { mostShare: 0.1, long: error }\n',
  );
  const words = `one two three four five six. ${'word '.repeat(50)}`;
  write(
    'content/threads/ferry.json',
    JSON.stringify({ ...FERRY, posts: [{ id: '11', author: 'p1', parent: null, body: { plain: words } }] }),
  );
  expect(check().findings).toMatchObject([
    { severity: 'error', message: expect.stringContaining('11 % of its post (6 of 56 words)') },
  ]);
});

test('marks unlike the source’s are told of unless site.yaml ignores them', () => {
  const lines = ['> The timetable says "half past seven" and more, or so they tell us here.'];
  const exact = ["> it's wrong. The ferry says otherwise"];
  expect(codes(site(lines).check())).toEqual(['6 unsourced']);
  expect(codes(site(exact).check())).toEqual(['6 typography']);
  expect(codes(site(exact, 'title: Quay\nquotes: { typography: ignore }\n').check())).toEqual([]);
});

test('a second check gives the same, and each change of what a digest is made of is seen', () => {
  const { root, write, check, read } = site([...LONG, '', 'See [it](/threads/ferry/#12).']);
  const first = check();
  expect(check()).toEqual(first);
  expect(first.findings).toEqual([]);
  write(DIGEST, read().replace('January', 'March'));
  expect(codes(check())).toEqual(['6 altered']);
  write(DIGEST, read().replace('March', 'January'));
  expect(check()).toEqual(first);
  const moved = {
    ...FERRY,
    posts: FERRY.posts.map((post) => ({
      ...post,
      body: { plain: post.body.plain.replace('January, and', 'May, and') },
    })),
  };
  write('content/threads/ferry.json', JSON.stringify(moved));
  expect(codes(check())).toEqual(['6 altered']);
  write('content/threads/ferry.json', JSON.stringify(FERRY));
  write('content/threads/ferry.yaml', 'omit: ["12"]\n');
  expect(codes(check())).toEqual(['6 unsourced', '8 broken-link']);
  write('content/threads/ferry.yaml', '');
  write('content/site.yaml', 'title: Quay\nquotes: { mostWords: 3 }\n');
  expect(codes(check())).toEqual(['6 long-quote']);
  rmSync(join(root, '.cache'), { recursive: true });
  expect(codes(check())).toEqual(['6 long-quote']);
});

test('a kept file that is broken is as good as none', () => {
  const { check, write } = site(LONG);
  const first = check();
  write('.cache/quotidian/checks.json', '{"a":');
  expect(check()).toEqual(first);
});

test('the report says who spoke, who is heard, and for how much of it', () => {
  const { people, unused } = site(LONG).check();
  expect(unused).toEqual([]);
  expect(people).toMatchObject([
    {
      file: DIGEST,
      people: [
        { name: 'Ines Kovar', handle: '@ines@quay.example', posts: 1, words: 17, share: 0.63, quotes: 0 },
        {
          name: 'Bo Lindqvist',
          posts: 1,
          words: 10,
          share: 0.37,
          quotes: 1,
          quotedWords: 10,
          quotedShare: 1,
        },
      ],
    },
  ]);
  expect(reportLines(people)).toEqual([
    '',
    `${DIGEST}: 2 people spoke, 1 heard`,
    '                                   posts  words  of all  quotes  of quoted',
    '  Ines Kovar (@ines@quay.example)      1     17    63 %       0        0 %',
    '  Bo Lindqvist (@bo@quay.example)      1     10    37 %       1      100 %',
  ]);
});

test('findings as SARIF are valid against the schema of SARIF 2.1.0', () => {
  const { findings } = site([
    ...MECHANICAL,
    '',
    '> It was cancelled in March, and nobody told the timetable.',
  ]).check();
  const log = sarifLog(
    [
      ...findings,
      { file: 'content/x y.md', severity: 'warning', code: 'ignored-file', message: 'a', hint: 'b' },
    ],
    '1.2.3',
  );
  const path = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/package.json');
  const schema = JSON.parse(
    readFileSync(join(dirname(path), 'lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
  ) as object;
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  expect([validate(log), validate.errors]).toEqual([true, null]);
  expect(log).toMatchObject({
    runs: [
      { results: expect.arrayContaining([expect.objectContaining({ ruleId: 'altered', level: 'error' })]) },
    ],
  });
  expect(validate({ ...log, version: '1.0.0' })).toBe(false);
});

test('findings as annotations escape what their form would obey', () => {
  expect(
    githubAnnotations([
      {
        file: 'content/digests/a,b:c.md',
        line: 3,
        severity: 'error',
        code: 'altered',
        message: '100 %\nof',
        hint: 'it',
      },
      { file: 'x.md', severity: 'warning', code: 'ignored-file', message: 'm', hint: 'h' },
    ]),
  ).toEqual([
    '::error file=content/digests/a%2Cb%3Ac.md,line=3,title=altered::100 %25%0Aof%0Ait',
    '::warning file=x.md,title=ignored-file::m%0Ah',
  ]);
});
