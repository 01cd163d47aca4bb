import { expect, test } from 'vitest';
import { project } from './run.ts';

const LOG = [
  '[10:30] *** tomas has joined #quay',
  '[10:32] <ines> the lamp is out',
  '[10:33] <tomas> it is not',
  '',
  '[10:34] <ines> then who \u001b[2J lit it?',
].join('\n');
const CHAT = 'Tomas — Today at 10:40 AM\nrope\nTomas — Today at 10:41 AM\nlamp\n'.repeat(2);

test('of a copied text the form, the vote and a letter for each line are shown', () => {
  const { code, out } = project({ 'copy.txt': LOG }).run(['inspect', 'copy.txt']);
  expect(code).toBe(0);
  expect(out.split('\n').slice(0, 4)).toEqual([
    '  copy.txt · read as: IRC log',
    '  100 % of the lines are explained by: IRC log (3 headers)',
    '  nhh.h',
    '  n words of the page, h begins a post, . blank',
  ]);
});

test('--lines shows who was understood to say each line, and nothing in it commands the terminal', () => {
  const { out } = project({ 'copy.txt': LOG }).run(['inspect', '--lines', 'copy.txt']);
  expect(out.split('\n').slice(2, 7)).toEqual([
    '  1  n  [10:30] *** tomas has joined #quay',
    '  2  h  ines · 10:32  [10:32] <ines> the lamp is out',
    '  3  h  tomas · 10:33  [10:33] <tomas> it is not',
    '  4  .',
    '  5  h  ines · 10:34  [10:34] <ines> then who ␛[2J lit it?',
  ]);
});

test('--json has it under explanations, and other exports have no such key', () => {
  const { run } = project({ 'copy.txt': LOG });
  const { explanations } = JSON.parse(run(['inspect', '--json', 'copy.txt']).out) as {
    explanations: readonly { lines: readonly object[] }[];
  };
  expect(explanations).toMatchObject([
    { file: 'copy.txt', form: 'IRC log', votes: [{ form: 'IRC log', share: 1, headers: 3 }] },
  ]);
  expect(explanations[0]?.lines).toHaveLength(5);
  expect(explanations[0]?.lines[1]).toEqual({
    line: 2,
    text: '[10:32] <ines> the lamp is out',
    letter: 'h',
    means: 'begins a post',
    post: expect.any(String),
    author: 'ines',
    time: '10:32',
  });
  run(['import', 'copy.txt', '--id', 'lamp']);
  expect(run(['inspect', '--json', 'content/threads/lamp.json']).out).not.toContain('explanations');
});

test('where two forms are as good as each other, both are named and the lines shown', () => {
  const log = Array.from({ length: 8 }, (_, n) => `[10:3${n}] <ines> lamp ${n}`).join('\n');
  const { code, out, error } = project({ 'copy.txt': `${log}\n${CHAT}` }).run(['inspect', 'copy.txt']);
  expect(code).toBe(2);
  expect(out).toContain('of no form that is understood');
  expect(error).toMatch(
    /more than one form: .*IRC log.*Discord copy|more than one form: .*Discord copy.*IRC log/,
  );
});
