import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parsePlain } from '../../src/bodies/plain.ts';
import { segment } from '../../src/bodies/plain/segments.ts';

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');
const FOLDERS = ['email-reply-text', 'email-mbox', 'email-eml', 'paste'];
const files = FOLDERS.map((folder) => join(CORPUS, folder))
  .filter(existsSync)
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );

// Whole mail files, headers and encodings included: not what the parser is for, but nothing may go wrong with them.
test.skipIf(files.length === 0)('real mail is its segments, joined, and has a tree', () => {
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    const joined = segment(text).map((part) => part.text);
    expect(joined.join('') === text, file).toBe(true);
    expect(parsePlain(text).type).toBe('root');
  }
});
