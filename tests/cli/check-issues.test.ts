import { expect, test } from 'vitest';
import { FERRY } from './exports-made.ts';
import { project } from './run.ts';

const ISSUE = 'content/issues/12.yaml';

/** A project with one imported thread, a digest of it in issue 12, and what an editor wrote of issues. */
function withIssue(files: Readonly<Record<string, string>>, frontmatter = 'issue: 12') {
  const made = project({
    'export.json': FERRY,
    'content/site.yaml': 'title: Quay notes\n',
    'content/digests/ferry.md': `---\ntitle: The ferry\ndate: 2026-03-11\nthreads: [ferry]\n${frontmatter}\n---\n\nSee [the issue](/issues/12/).\n`,
    ...files,
  });
  made.run(['import', 'export.json', '--id', 'ferry']);
  return made.run(['check', '--quiet']);
}

test('an issue with a title, a date and an introduction is sound, and so is one without a file', () => {
  const text = 'title: The quay\ndate: 2026-03-12\nintroduction: |\n  About *one* ferry.\n';
  expect(withIssue({ [ISSUE]: text })).toMatchObject({ code: 0, out: '' });
  expect(withIssue({})).toMatchObject({ code: 0, out: '' });
});

test.each([
  ['an unknown key', { [ISSUE]: 'title: The quay\neditor: Bo\n' }, `${ISSUE}:2  bad-issue`],
  ['a date that is none', { [ISSUE]: 'title: The quay\n\ndate: soon\n' }, `${ISSUE}:3  bad-issue`],
  [
    'a file that is named for no issue',
    { 'content/issues/spring.yaml': 'title: Spring\n' },
    'content/issues/spring.yaml  bad-issue',
  ],
  ['what is no YAML', { [ISSUE]: 'title: [\n' }, `${ISSUE}:`],
  [
    'an introduction that sets a quote off',
    { [ISSUE]: 'introduction: |\n  Listen:\n\n  > The ferry says otherwise.\n' },
    `${ISSUE}:4  bad-introduction`,
  ],
  [
    'an introduction with a quotation that nobody said so',
    {
      [ISSUE]:
        'title: The quay\nintroduction: |\n  “The timetable says half past eight. The ferry says otherwise.”\n',
    },
    `${ISSUE}:3  bad-introduction`,
  ],
  [
    'an introduction in HTML',
    { [ISSUE]: 'introduction: |\n  <b>Loud</b>\n' },
    `${ISSUE}:2  bad-introduction`,
  ],
])('%s is an error with its place', (_, files, place) => {
  const { code, out } = withIssue(files);
  expect(code).toBe(1);
  expect(out).toContain(place);
});

test('an issue of which no digest is part is a warning', () => {
  const { code, out } = withIssue({ 'content/issues/13.yaml': 'title: Later\n' });
  expect(code).toBe(0);
  expect(out).toContain('content/issues/13.yaml  warning: empty-issue');
});

test.each(['0', '-1', '1.5', 'twelve', '100000'])(
  'issue: %s in a digest is an error with its line',
  (number) => {
    const { code, out } = withIssue({}, `issue: ${number}`);
    expect(code).toBe(1);
    expect(out).toContain('content/digests/ferry.md:5  bad-frontmatter');
  },
);
