import { expect, test } from 'vitest';
import { account, context, FERRY, FERRY_LATER, status } from './exports-made.ts';
import { project } from './run.ts';

const DIGEST = 'content/digests/ferry.md';
const BO = account('2', 'bo', 'Bo Lindqvist');

function withDigest(...lines: string[]) {
  const head = ['---', 'title: The ferry', 'date: 2026-03-11', 'threads: [ferry]', '---', ''];
  const made = project({
    'export.json': FERRY,
    'later.json': FERRY_LATER,
    'content/site.yaml': 'title: Quay notes\n',
    [DIGEST]: [...head, ...lines, ''].join('\n'),
  });
  made.run(['import', 'export.json', '--id', 'ferry']);
  return made;
}

test('a quote whose post was edited since is shown word by word, and nothing is written', () => {
  const { run, files } = withDigest(
    '> It was cancelled in January.',
    '',
    'And:',
    '',
    '> The ferry says otherwise.',
  );
  const before = files();
  const { code, out } = run(['check', '--against', 'later.json']);
  expect(code).toBe(1);
  expect(out).toContain(`${DIGEST}:7  ferry#12  Bo Lindqvist  "It was cancelled in January."`);
  expect(out).toContain('its post was edited; the quote was verbatim and would be altered');
  expect(out).toContain(
    '  quoted   It was cancelled in {January}.\n  says now It was cancelled in {February}.',
  );
  expect(out).not.toContain('ferry#11');
  expect(out).toContain('1 thread held against the export: 1 quote touched.');
  expect(files()).toEqual(before);
});

test('where no quoted post changed, it ends with 0', () => {
  const { code, out } = withDigest('> The ferry says otherwise.').run(['check', '--against', 'later.json']);
  expect([code, out]).toEqual([0, '1 thread held against the export: no quote is touched.\n']);
});

test('deleted, moved and edited beside the quote, and new wishes, are each told', () => {
  const { run, write } = withDigest(
    '> The timetable says half past seven.',
    '',
    'And:',
    '',
    '> Then nobody told the timetable.',
    '',
    'And:',
    '',
    '> It was cancelled in January.',
  );
  write(
    'newest.json',
    context(
      status('11', null, '<p>The timetable says half past seven. So does the ferry.</p>'),
      status('12', '11', '<p>It was cancelled in January.</p>', {
        account: { ...BO, indexable: false, note: '<p>#noquote #nobot</p>', noindex: true },
      }),
      status('13', '11', '<p>Then nobody told the timetable.</p>'),
    ),
  );
  const { code, out } = run(['check', '--against', 'newest.json', '--json']);
  expect(code).toBe(1);
  const { quotes, threads } = JSON.parse(out) as {
    quotes: { post: string; drift: string[]; stands: boolean }[];
    threads: string[];
  };
  expect(threads).toEqual(['ferry']);
  expect(quotes).toMatchObject([
    { post: '11', drift: ['edited'], stands: true },
    { post: '13', drift: ['moved'], stands: true },
    { post: '12', drift: ['edited', 'wishes'], stands: true },
  ]);
});

test('a post that the newer export does not hold is told as gone', () => {
  const { run, write } = withDigest('> Then nobody told the timetable.');
  write(
    'shorter.json',
    context(status('11', null, '<p>The timetable says half past seven. The ferry says otherwise.</p>')),
  );
  const { code, out } = run(['check', '--against', 'shorter.json']);
  expect(code).toBe(1);
  expect(out).toContain('the export no longer holds its post; the quote was verbatim and would be unsourced');
});

test('an export of other threads, one that is not there, and options that do not fit are wrong usage', () => {
  const { run, write } = withDigest('Text.');
  write('other.json', context(status('91', null, '<p>So.</p>')));
  expect(run(['check', '--against', 'other.json'])).toMatchObject({ code: 2 });
  expect(run(['check', '--against', 'nowhere.json']).error).toContain(
    'There is no file or folder “nowhere.json”.',
  );
  expect(run(['check', '--against', 'later.json', '--fix']).code).toBe(2);
});
