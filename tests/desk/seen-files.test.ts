import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isOwnPage } from '../../src/desk/listen.ts';
import { seenAs, seenFiles } from '../../src/desk/seen-files.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quotidian-desk-'));
});

afterEach(() => rmSync(root, { recursive: true }));

test('a file is written while it is as the page saw it, and the writing can be undone', () => {
  const files = seenFiles(root);
  files.write('a.yaml', 'title: Quay\n', seenAs(''));
  expect(readFileSync(join(root, 'a.yaml'), 'utf8')).toBe('title: Quay\n');
  expect(readdirSync(root)).toEqual(['a.yaml']);
  expect(files.last()).toBe('a.yaml');
  expect(files.undo()).toBe('a.yaml');
  expect(existsSync(join(root, 'a.yaml'))).toBe(false);
  expect(() => files.undo()).toThrow('nothing to undo');
});

test('what changed meanwhile is neither written over nor undone', () => {
  const files = seenFiles(root);
  writeFileSync(join(root, 'a.yaml'), 'theirs');
  expect(() => files.write('a.yaml', 'mine', seenAs('before'))).toThrow('has changed');
  files.write('a.yaml', 'mine', seenAs('theirs'));
  writeFileSync(join(root, 'a.yaml'), 'theirs again');
  expect(() => files.undo()).toThrow('has changed');
  expect(readFileSync(join(root, 'a.yaml'), 'utf8')).toBe('theirs again');
});

test.each([
  ['http://localhost:4321', 'localhost:4321', true],
  ['http://localhost:9999', 'localhost:4321', false],
  ['https://elsewhere.example', 'localhost:4321', false],
  ['null', 'localhost:4321', false],
  [undefined, 'localhost:4321', false],
])('a page at %s is one of the server at %s: %s', (origin, host, own) => {
  expect(isOwnPage({ headers: { host, ...(origin === undefined ? {} : { origin }) } })).toBe(own);
});
