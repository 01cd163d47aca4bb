import { expect, test } from 'vitest';
import { explainFinding } from '../../src/site/explain-findings.ts';

const finding = {
  line: 6,
  severity: 'error',
  code: 'altered',
  message: 'By \u001b[31mIda.',
  hint: 'Mend it.',
} as const;

test('nothing that people wrote is obeyed by a terminal', () => {
  const misquote = {
    wrote: '',
    said: '',
    by: 'I\u202eda\u001b[1m',
    thread: 'ferry',
    post: 'a',
    edits: [
      { kind: 'same', text: 'The \u001b]0;x\u0007ferry ' },
      { kind: 'added', text: 'never' },
    ],
  } as const;
  for (const one of [finding, { ...finding, misquote }])
    expect(explainFinding(one, 'content/digests/a.md').replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
});

test('the marks stand below the words that differ', () => {
  const edits = [
    { kind: 'same', text: 'It \u0007sails ' },
    { kind: 'removed', text: 'late' },
    { kind: 'added', text: 'never' },
  ] as const;
  const misquote = { wrote: '', said: '', by: null, thread: 'ferry', post: 'a', edits };
  const [, wrote = '', marks = ''] = explainFinding({ ...finding, misquote }, 'a.md').split('\n');
  expect(wrote.slice(marks.indexOf('‾'))).toBe('never');
});
