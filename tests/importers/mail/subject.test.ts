import { expect, test } from 'vitest';
import { readSubject, subjectKey } from '../../../src/importers/mail/subject.ts';

test.each([
  ['Tide tables', 'Tide tables', false],
  ['Re: Tide tables', 'Tide tables', true],
  ['RE[2]: Re: Tide tables', 'Tide tables', true],
  ['AW: SV: Tide tables', 'Tide tables', true],
  ['Fwd: Tide tables', 'Tide tables', false],
  ['Fwd: Re: Tide tables', 'Tide tables', true],
  ['[harbour-talk] Tide tables', 'Tide tables', false],
  ['Re: [harbour-talk] Re: Tide tables', 'Tide tables', true],
  ['[notmuch] [PATCH v2 3/7] crane: brake', '[PATCH v2 3/7] crane: brake', false],
  ['[PATCH] crane: brake', '[PATCH] crane: brake', false],
  ['[VOTE] New harbour master', '[VOTE] New harbour master', false],
  ['Re: ', 'Re:', false],
  ['[harbour-talk]', '[harbour-talk]', false],
  ['Rest: a word', 'Rest: a word', false],
  ['a \t folded   subject', 'a folded subject', false],
])('%s', (header, title, reply) => {
  expect(readSubject(header)).toEqual({ title, reply });
});

test("the list's own tag is dropped however it is written", () => {
  expect(readSubject('[LOCK] Tide tables', 'lock').title).toBe('Tide tables');
});

test('a subject of one word says too little to join threads by', () => {
  expect(subjectKey({ title: 'Question', reply: true })).toBeNull();
  expect(subjectKey({ title: 'Tide  tables?', reply: true })).toBe('tide tables');
});
