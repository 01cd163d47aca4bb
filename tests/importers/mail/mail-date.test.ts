import { expect, test } from 'vitest';
import { mailDate } from '../../../src/importers/mail/mail-date.ts';

test.each([
  ['Fri, 6 Apr 2007 15:42:51 -0700 (PDT)', '2007-04-06T22:42:51Z'],
  ['6 Apr 2007 15:43 +0000', '2007-04-06T15:43:00Z'],
  ['Fri,  06 Apr 07 15:42:51 GMT', '2007-04-06T15:42:51Z'],
  ['Tue, 06-Apr-1999 15:42:51 EST', '1999-04-06T20:42:51Z'],
  ['Friday, 6-Apr-84 15:42:51 EST', '1984-04-06T20:42:51Z'],
  ['6 Apr 1993 15:42:51 MET DST', '1993-04-06T13:42:51Z'],
  ['6 Jan 1993 15:42:51 MET', '1993-01-06T14:42:51Z'],
  ['Sat, 31 Dec 2016 23:59:60 +0000', '2017-01-01T00:00:00Z'],
  ['Fri Apr  6 15:42:51 2007 +0530', '2007-04-06T10:12:51Z'],
  ['2007-04-06T15:42:51-07:00', '2007-04-06T22:42:51Z'],
])('%s', (header, date) => {
  expect(mailDate(header)).toBe(date);
});

test.each([
  '',
  'yesterday',
  'Fri, 6 Apr 2007 15:42:51',
  'Fri, 31 Feb 2007 15:42:51 +0000',
  'Fri, 6 Apr 2007 27:42:51 +0000',
  'Fri, 6 Apr 2007 15:42:51 +9900',
  'Fri, 6 Apr 2007 15:42:51 IST',
  'Fri, 6 Apr 2007 15:42:51 EST5EDT',
  'Fri, 6 Foo 2007 15:42:51 +0000',
  'Fri, 6 Apr 1007 15:42:51 +0000',
  'Sun, 11 Sep 2016 23:22:904070804030804 +0100',
])('"%s" is no date that says when', (header) => {
  expect(mailDate(header)).toBeNull();
});
