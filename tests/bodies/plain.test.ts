import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CONVENTIONS, MARKS } from '../../src/bodies/conventions/plain/index.ts';
import { parsePlain } from '../../src/bodies/plain.ts';
import { segment } from '../../src/bodies/plain/segments.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/bodies/plain');
const conventions = readdirSync(FIXTURES);
const cases = conventions.flatMap((convention) =>
  readdirSync(join(FIXTURES, convention)).map((name) => `${convention}/${name}`),
);
const inputOf = (name: string) => readFileSync(join(FIXTURES, name, 'input.txt'), 'utf8');

test('every convention of the registry has fixtures, and every fixture folder a convention', () => {
  const names = [...MARKS, ...CONVENTIONS].map((convention) => convention.name);
  expect(conventions.toSorted()).toEqual(names.toSorted());
});

describe.each(cases)('%s', (name) => {
  // `npx vitest run tests/bodies/plain.test.ts -u` writes what is expected: read it before you commit it.
  test('is read as expected', async () => {
    const tree = `${JSON.stringify(parsePlain(inputOf(name)), null, 2)}\n`;
    await expect(tree).toMatchFileSnapshot(join(FIXTURES, name, 'expected.json'));
  });

  test('is its segments, joined', () => {
    const input = inputOf(name);
    expect(
      segment(input)
        .map(({ text }) => text)
        .join(''),
    ).toBe(input);
  });
});
