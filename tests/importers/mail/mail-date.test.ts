import { expect, test } from 'vitest';
import { mailDate } from '../../../src/importers/mail/mail-date.ts';

test.each([
  ['Fri, 6 Apr 2007 15:43:55 -0700 (PDT)', '2007-04-06T22:43:55Z'],
  ['6 Apr 2007 15:43 +0000', '2007-04-06T15:43:00Z'],
  ['Fri,  06 Apr 07 15:43:55 GMT', '2007-04-06T15:43:55Z'],
  ['Tue, 06-Apr-1999 15:43:55 EST', '1999-04-06T20:43:55Z'],
  ['Friday, 6-Apr-84 15:43:55 EST', '1984-04-06T20:43:55Z'],
  ['6 Apr 1993 15:43:55 MET DST', '1993-04-06T13:43:55Z'],
  ['6 Jan 1993 15:43:55 MET', '1993-01-06T14:43:55Z'],
  ['Sat, 31 Dec 2016 23:59:60 +0000', '2017-01-01T00:00:00Z'],
  ['Fri Apr  6 15:43:55 2007 +0530', '2007-04-06T10:13:55Z'],
  ['2007-04-06T15:43:55-07:00', '2007-04-06T22:43:55Z'],
])('%s', (header, date) => {
  expect(mailDate(header)).toBe(date);
});

test.each([
  '',
  'yesterday',
  'Fri, 6 Apr 2007 15:43:55',
  'Fri, 31 Feb 2007 15:43:55 +0000',
  'Fri, 6 Apr 2007 27:43:55 +0000',
  'Fri, 6 Apr 2007 15:43:55 +9900',
  'Fri, 6 Apr 2007 15:43:55 IST',
  'Fri, 6 Apr 2007 15:43:55 EST5EDT',
  'Fri, 6 Foo 2007 15:43:55 +0000',
  'Fri, 6 Apr 1007 15:43:55 +0000',
  'Sun, 11 Sep 2016 23:22:904070804030804 +0100',
])('"%s" is no date that says when', (header) => {
  expect(mailDate(header)).toBeNull();
});
