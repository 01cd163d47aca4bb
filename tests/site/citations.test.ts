import { expect, test } from 'vitest';
import { citations } from '../../src/site/citations.ts';
import { wordsFor } from '../../src/site/words/index.ts';

const digest = {
  slug: '2026-03-11-überfahrt',
  title: '100 % of {nothing} & [more] \\ a_b ~ ^ #1 $',
  editors: ['Ottoline Brack', 'Marrow and Daughters', 'Quay, Ltd.'],
  date: '2026-03-11',
  lang: 'en',
};
const ADDRESS = 'https://notes.example/digests/2026-03-11-%C3%BCberfahrt/';
const cited = citations(digest, 'Notes & *Queries*', ADDRESS, wordsFor('en'));

test('BibTeX keeps every character, the capitals of titles, and names that it would take apart', () => {
  expect(cited.bibtex).toBe(String.raw`@misc{2026-03-11-u-berfahrt,
  author       = {Ottoline Brack and {Marrow and Daughters} and {Quay, Ltd.}},
  title        = {{100 \% of \{nothing\} \& [more] \textbackslash{} a\_b \textasciitilde{} \textasciicircum{} \#1 \$}},
  howpublished = {Notes \& *Queries*},
  year         = {2026},
  month        = mar,
  day          = {11},
  url          = {https://notes.example/digests/2026-03-11-%C3%BCberfahrt/},
  langid       = {en}
}`);
});

test('CSL-JSON can be read again', () => {
  expect(JSON.parse(cited.csl)).toEqual([
    {
      id: '2026-03-11-überfahrt',
      type: 'post-weblog',
      title: digest.title,
      author: digest.editors.map((literal) => ({ literal })),
      'container-title': 'Notes & *Queries*',
      issued: { 'date-parts': [[2026, 3, 11]] },
      URL: ADDRESS,
      language: 'en',
    },
  ]);
});

test('Markdown escapes what it would take for its own', () => {
  expect(cited.markdown).toContain(
    String.raw`[100 % of {nothing} \& \[more\] \\ a\_b \~ ^ #1 $](${ADDRESS})`,
  );
  expect(cited.markdown).toContain(String.raw`Notes \& \*Queries\*, 11 March 2026.`);
});

test('a site that does not know where it stands gives no address, a digest without editors no author', () => {
  const bare = citations({ ...digest, title: 'The ferry', editors: [] }, 'Notes', undefined, wordsFor('de'));
  expect(bare.text).toBe('„The ferry“. Notes, 11. März 2026.');
  expect(bare.markdown).toBe(bare.text);
  expect(bare.bibtex).not.toMatch(/author|url/);
  expect(JSON.parse(bare.csl)[0]).not.toHaveProperty('author');
});
