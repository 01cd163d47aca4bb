import { expect, test } from 'vitest';
import { readJson } from '../../src/importers/reading/json-file.ts';

const read = (text: string) => readJson(new Blob([text]), 'a.json');

test.each([
  ['{"id":115044073088181107}', { id: '115044073088181107' }],
  ['{"id" : 115044073088181107 }', { id: '115044073088181107' }],
  ['{"id":-115044073088181107,"n":1}', { id: '-115044073088181107', n: 1 }],
  ['{"n":123456789012345}', { n: 123456789012345 }],
  ['{"n":1234567890123456.5}', { n: 1234567890123456.5 }],
  [String.raw`{"text":"\"id\":115044073088181107,"}`, { text: '"id":115044073088181107,' }],
  ['{"text":":115044073088181107,","id":1}', { text: ':115044073088181107,', id: 1 }],
  ['\uFEFF[1]', [1]],
])('%s', async (text, value) => {
  expect(await read(text)).toEqual(value);
});

test('100,000 quotation marks and colons take no more time than to read them', async () => {
  const text = `{"id":115044073088181107,"text":${JSON.stringify('":"id": '.repeat(100_000))}}`;
  expect(await read(text)).toMatchObject({ id: '115044073088181107' });
});

test('a file that does not fit into a string is refused before it is read', async () => {
  const large = { size: 2 ** 40 } as Blob;
  await expect(readJson(large, 'a.json')).rejects.toMatchObject({ code: 'too-large' });
});

test.each([
  ['{\n  "ancestors": [],\n  "descendants": [oops]\n}', 3],
  ['{\n  "ancestors": [],\n  "descendants": [1 2]\n}', 3],
  ['{"a": 1,\n"b": "c"\n', 3],
  ['oops', 1],
])('%j is refused with its line', async (text, line) => {
  await expect(read(text)).rejects.toMatchObject({ place: { file: 'a.json', line } });
});
