import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskMailAddresses } from '../../src/thread/mail-address.ts';

test.each([
  ['Ada Lovelace <ada@quay.example> wrote:', 'Ada Lovelace ‹address› wrote:'],
  ['ask ada@quay.example.', 'ask ‹address›.'],
  ['(ada.l+lists@mail.quay.example)', '(‹address›)'],
  ['mailto:ada@quay.example?subject=x', '‹address›?subject=x'],
  ['<mailto:ada@quay.example>', '‹address›'],
  ['href="mailto:ada@quay.example"', 'href="‹address›"'],
  ['&lt;ada@quay.example&gt;', '&lt;‹address›&gt;'],
  ['>ada@quay.example', '>‹address›'],
  ['> > Cc: a@b.example, c@d.example', '> > Cc: ‹address›, ‹address›'],
  ['Signed-off-by: Ada <ada@quay.example>', 'Signed-off-by: Ada ‹address›'],
  ["o'brien@quay.example", '‹address›'],
  ['"ada l"@quay.example', '‹address›'],
  ['jörg@müller.example', '‹address›'],
  ['<root@localhost>', '‹address›'],
  ['root@[192.0.2.1]', '‹address›'],
  ['ada%40quay.example', '‹address›'],
  ['https://quay.example/unsubscribe?who=ada@quay.example', 'https://quay.example/unsubscribe?who=‹address›'],
  ['https://ada@quay.example/', 'https://‹address›/'],
  ['<ada at quay.example>', '‹address›'],
  ['<ada at quay dot example>', '‹address›'],
  ['ada (at) quay (dot) example', '‹address›'],
  ['ada[at]quay.example', '‹address›'],
  ['> From: ada at quay.example (Ada)', '> From: ‹address› (Ada)'],
  ['From ada at quay.example  Fri Apr  6 22:43:55 2007', 'From ‹address›  Fri Apr  6 22:43:55 2007'],
  ['On Apr 6, ada at quay.example (Ada) wrote:', 'On Apr 6, ‹address› (Ada) wrote:'],
])('%s', (text, masked) => {
  expect(maskMailAddresses(text)).toBe(masked);
});

test.each([
  'https://lore.example/r/2024.1-a@b/',
  'https://forge.example/@ada/1#note@2',
  '@ada@quay.example said',
  'we met at quay.example',
  'From there we met at quay.example',
  'Everybody met at quay.example.',
  'What was said at quay.example Ada wrote:',
  '<look at this>',
  'a @ b, foo@bar, @Override, a@, @b.example',
  '@@ -1,2 +1,3 @@ int main(void)',
  'user@ example.org',
])('%s holds no mail address', (text) => {
  expect(maskMailAddresses(text)).toBe(text);
});

const pieces = fc.constantFrom(
  'ada',
  '@',
  '.',
  'quay.example',
  '<',
  '>',
  '\n',
  ' ',
  ' at ',
  'mailto:',
  '"',
  "'",
  '%40',
  'https://',
  '/',
  '?',
  '‹address›',
  '[',
  ']',
  '(',
  'From: ',
  '> ',
  '\r\n',
  'é',
);
const text = fc.array(pieces, { maxLength: 40 }).map((all) => all.join(''));

test('masking twice changes nothing', () => {
  fc.assert(
    fc.property(text, (given) => {
      expect(maskMailAddresses(maskMailAddresses(given))).toBe(maskMailAddresses(given));
    }),
    { numRuns: 3000 },
  );
});

test('lines and their quote marks stay', () => {
  const marks = (given: string) => given.split('\n').map((line) => /^[> ]*/.exec(line)?.[0]);
  fc.assert(
    fc.property(text, (given) => {
      expect(marks(maskMailAddresses(given))).toEqual(marks(given));
    }),
    { numRuns: 3000 },
  );
});

test.each([
  'a',
  '@',
  'a@',
  '<a@',
  'a.',
  'a@b.',
  'a at ',
  '<a at ',
  '"',
  '"@',
  "a'",
  'https://',
  'https://a?',
  '%40',
  'a (at) ',
  ' dot a',
  'From ',
  'a-',
  '>',
  ' ',
])('a hundred thousand times %s is masked in no time to speak of', (part) => {
  for (const given of [part.repeat(100_000), `From: ${part.repeat(100_000)}@b.example wrote:`])
    expect(maskMailAddresses(given).split('\n')).toHaveLength(1);
});
