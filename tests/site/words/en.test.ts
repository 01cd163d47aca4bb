import { expect, test } from 'vitest';
import { wordsFor } from '../../../src/site/words/index.ts';
import { reactionText } from '../../../src/site/words/reaction.ts';

const words = wordsFor('en');

test.each([
  [0, '0 posts'],
  [1, '1 post'],
  [1204, '1,204 posts'],
])('%i is said as "%s"', (count, said) => {
  expect(words.thread.posts(count)).toBe(said);
});

test('a word may have a plural of its own', () => {
  expect(words.thread.people(1, 0)).toBe('1 person');
  expect(words.thread.people(2, 0)).toBe('2 people');
});

test('a reaction that is a word is counted, one that is a picture is not inflected', () => {
  expect(reactionText('boost', 2, words)).toEqual({ text: '2 boosts' });
  expect(reactionText('🎉', 2, words)).toEqual({ text: '2 🎉' });
  expect(reactionText('helpful', 2, words)).toEqual({ text: '2 helpful' });
  expect(reactionText('__proto__', 2, words)).toEqual({ text: '2 __proto__' });
});

test('a place is said as people say it', () => {
  expect(words.post.original('mail')).toBe('on the list');
  expect(words.post.original('Mastodon')).toBe('on Mastodon');
});

test('the accessible name of a post leaves out what is not known', () => {
  expect(words.post.name('Ada', '3 March 2026', 'in reply to Bo')).toBe('Ada, 3 March 2026, in reply to Bo');
  expect(words.post.name('Ada', null, null)).toBe('Ada');
});

test('a guessed author is never named as a fact', () => {
  expect(words.post.authorGuessed('Tade')).toBe('author not known (perhaps Tade: inferred from replies)');
});

test.each([
  [['Ada'], 'by Ada'],
  [['Ada', 'Bo'], 'by Ada and Bo'],
  [['Ada', 'Bo', 'Cleo'], 'by Ada, Bo and Cleo'],
])('editors %j are listed "%s"', (editors, said) => {
  expect(words.digest.by(editors)).toBe(said);
});
