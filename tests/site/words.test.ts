import { expect, test } from 'vitest';
import { counted, onPlatform, words } from '../../src/site/words.ts';

test.each([
  [0, '0 posts'],
  [1, '1 post'],
  [1204, '1,204 posts'],
])('%i is said as "%s"', (count, said) => {
  expect(counted(count, 'post')).toBe(said);
});

test('a word may have a plural of its own', () => {
  expect(counted(1, 'person', 'people')).toBe('1 person');
  expect(counted(2, 'person', 'people')).toBe('2 people');
});

test('a reaction that is a word is counted, one that is a picture is not inflected', () => {
  expect(words.post.reaction('boost', 2)).toBe('2 boosts');
  expect(words.post.reaction('🎉', 2)).toBe('2 🎉');
});

test('a place is said as people say it', () => {
  expect(onPlatform('mail')).toBe('on the list');
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
