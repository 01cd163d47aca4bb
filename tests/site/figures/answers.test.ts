import { expect, test } from 'vitest';
import { type Answering, answersIn } from '../../../src/site/figures/answers.ts';

const post = (
  id: string,
  author: string | null,
  parent: string | null = null,
  certain = true,
): Answering => ({
  id,
  author,
  parent,
  certain,
});

test('counts who answered whom, in rows by the number of posts', () => {
  const posts = [
    post('1', 'bo'),
    post('2', 'ines', '1'),
    post('3', 'ines', '1'),
    post('4', 'bo', '3'),
    post('5', 'ines', '3'),
  ];
  expect(answersIn(posts)).toEqual({
    rows: [
      { person: 'ines', posts: 3 },
      { person: 'bo', posts: 2 },
    ],
    others: 0,
    othersPosts: 0,
    pairs: [
      { from: 0, to: 1, count: 2 },
      { from: 0, to: 0, count: 1 },
      { from: 1, to: 0, count: 1 },
    ],
    further: 0,
    unclear: 0,
  });
});

test('what was inferred, or is not in the thread, is not counted, and that is said', () => {
  const posts = [
    post('1', 'bo'),
    post('2', null, '1'),
    post('3', 'ines', '2'),
    post('4', 'ines', '1', false),
    post('5', 'bo', 'gone'),
  ];
  expect(answersIn(posts)).toMatchObject({ pairs: [], unclear: 4 });
});

test('beyond twelve people the others are summed in a row of their own', () => {
  const people = Array.from({ length: 500 }, (_, n) => `p${n}`);
  const posts = people.flatMap((person, n) => [
    ...Array.from({ length: n < 12 ? 3 : 1 }, (_, k) => post(`${person}-${k}`, person, 'p0-0')),
  ]);
  const { rows, others, othersPosts, pairs } = answersIn(posts);
  expect(rows.map(({ person }) => person)).toEqual(people.slice(0, 12));
  expect({ others, othersPosts }).toEqual({ others: 488, othersPosts: 488 });
  expect(pairs[0]).toEqual({ from: 12, to: 0, count: 488 });
});

test('whoever asked for silence is among the others', () => {
  const posts = [post('1', 'bo'), post('2', 'quiet', '1'), post('3', 'quiet', '1')];
  expect(answersIn(posts, new Set(['quiet']))).toMatchObject({
    rows: [{ person: 'bo' }],
    others: 1,
    othersPosts: 2,
    pairs: [{ from: 1, to: 0, count: 2 }],
  });
});

test('of very many pairs the most frequent are named and the others counted', () => {
  const people = Array.from({ length: 12 }, (_, n) => `p${n}`);
  const posts = [
    ...people.map((person) => post(person, person)),
    ...people.flatMap((from) => people.map((to) => post(`${from}-${to}`, from, to))),
  ];
  const { pairs, further } = answersIn(posts);
  expect(pairs).toHaveLength(60);
  expect(further).toBe(84);
});

test('names such as __proto__ are names', () => {
  expect(answersIn([post('__proto__', '__proto__'), post('2', 'bo', '__proto__')]).pairs).toEqual([
    { from: 1, to: 0, count: 1 },
  ]);
});
