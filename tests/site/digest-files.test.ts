import { expect, test } from 'vitest';
import { digestSlug, parseDigestFile } from '../../src/site/digest-files.ts';

const parse = (text: string) => parseDigestFile({ slug: 'a', file: 'content/digests/a.md', text });
const FRONT = '---\ntitle: The ferry\ndate: 2026-03-11\n---\n';

test.each([
  ['a byte order mark', `\ufeff${FRONT}Words.`],
  ['the line ends of Windows', `${FRONT}Words.`.replaceAll('\n', '\r\n')],
])('%s does not hide the frontmatter', (_, text) => {
  expect(parse(text)).toMatchObject({ data: { title: 'The ferry' }, body: 'Words.', linesBefore: 4 });
});

test('no line need follow the frontmatter', () => {
  expect(parse(FRONT.trimEnd())).toMatchObject({ data: { date: '2026-03-11' }, body: '' });
});

test.each([
  ['2026-03-11-ferry.md', '2026-03-11-ferry'],
  ['Überfahrt — Teil 2.md', 'überfahrt-teil-2'],
  ['v1.2 (draft).md', 'v1-2-draft'],
])('%j has the address of %j', (name, slug) => {
  expect(digestSlug(name)).toBe(slug);
});
