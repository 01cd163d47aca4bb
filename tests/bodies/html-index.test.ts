import { expect, test } from 'vitest';
import { parseHtml } from '../../src/bodies/html.ts';
import { bodyText } from '../../src/bodies/text.ts';

test.each([
  ['10<sup>2</sup> metres', '10² metres'],
  ['10<sup>-3</sup> bar', '10⁻³ bar'],
  ['H<sub>2</sub>O', 'H₂O'],
  ['the 2<sup>nd</sup> ferry', 'the 2nd ferry'],
  ['seen<sup><a href="https://quay.example/">1</a></sup>', 'seen1'],
])('%j reads %j', (html, text) => {
  expect(bodyText(parseHtml(`<p>${html}</p>`)).text).toBe(text);
});
