import { describe, expect, test } from 'vitest';
import { headerIn } from '../../src/bodies/plain/header-names.ts';
import { announcesForward, announcesOriginal } from '../../src/bodies/plain/separators.ts';

describe('a header is known in every language', () => {
  test.each([
    ['From: Petra Holm', 'from'],
    ['*Sent:* Tuesday', 'date'],
    ['**To:** Ines', 'to'],
    ['Objet : la lampe', 'subject'],
    ['Enviada em: terça-feira', 'date'],
    ['Ämne: lampan', 'subject'],
    ['发件人：Petra', 'from'],
    ['От кого: Петра', 'from'],
    ['Beantwoorden - Aan: Ines', 'reply-to'],
    ['받는 사람: Ines', 'to'],
    ['Lähettäjä: Petra', 'from'],
    ['Subject:', 'subject'],
  ])('%s', (line, name) => {
    expect(headerIn(line)?.name).toBe(name);
  });
});

describe('a line that only looks like a header is none', () => {
  test.each([
    'Note: bring a coat',
    'http://quay.example',
    'From the pier',
    '__proto__: a',
    'constructor: b',
    ': c',
  ])('%s', (line) => {
    expect(headerIn(line)).toBeNull();
  });
});

test.each([
  '---------- Forwarded message ---------',
  '-------- Weitergeleitete Nachricht --------',
  '---------- Message transféré ----------',
  'Begin forwarded message:',
  'Anfang der weitergeleiteten Nachricht:',
  'Début du message réexpédié :',
  '----- Forwarded by Petra Holm/Quay on 03/03/2026 10:02 AM -----',
])('%s announces a mail passed on', (line) => {
  expect(announcesForward(line)).toBe(true);
  expect(announcesOriginal(line)).toBe(false);
});

test.each([
  '-----Original Message-----',
  '-------- Original message --------',
  "-----Message d'origine-----",
  '-----Message d’origine-----',
  '*----- Original Message -----*',
  '-----Oprindelig meddelelse-----',
  '------------------ 原始邮件 ------------------',
])('%s announces the mail that is answered', (line) => {
  expect(announcesOriginal(line)).toBe(true);
  expect(announcesForward(line)).toBe(false);
});

test.each([
  'Original Message',
  '--- original ---',
  'the forwarded message',
  'Begin forwarded message',
  '-----Message-----',
  '- Original Message -',
])('%s announces nothing', (line) => {
  expect(announcesOriginal(line) || announcesForward(line)).toBe(false);
});
