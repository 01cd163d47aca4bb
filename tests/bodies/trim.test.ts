import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trim } from '../../src/bodies/trim.ts';

const plain = (...lines: readonly string[]) => ({ plain: lines.join('\n') });
const ATTRIBUTION = 'On 3 March 2026, Petra Holm wrote:';

describe('the author’s own words', () => {
  test('a quote below them goes, with its attribution', () => {
    expect(trim(plain('Lit.', '', ATTRIBUTION, '> Is it lit?', '>', '> Petra'))).toBe('Lit.');
  });

  test('an original without marks goes', () => {
    const original = 'On Tue, 3 Mar 2026 at 10:02, Petra Holm <petra@quay.example> wrote:';
    expect(trim(plain('Lit.', '', original, '', 'Is it lit?'))).toBe('Lit.');
  });

  test('a quote with answers below stays, without its attribution', () => {
    const mail = plain('Hello,', ATTRIBUTION, '> Is it lit?', 'Yes.', '> And the oil?');
    expect(trim(mail)).toBe('Hello,\n> Is it lit?\nYes.');
  });

  test('attributions of answered quotes stay where that is asked for', () => {
    const mail = plain(ATTRIBUTION, '> Is it lit?', 'Yes.', '> Oil?');
    expect(trim(mail, { attributions: 'keep' })).toBe(`${ATTRIBUTION}\n> Is it lit?\nYes.`);
  });

  test('a quote that is introduced above the whole answer goes', () => {
    expect(trim(plain(ATTRIBUTION, '> Is it lit?', '', 'Yes.'))).toBe('Yes.');
  });

  test('a quote that nobody introduces above the answer stays', () => {
    expect(trim(plain('> Is it lit?', '', 'Yes.'))).toBe('> Is it lit?\n\nYes.');
  });

  test('a mail that is passed on without a word gives its words', () => {
    const mail = plain(
      '---------- Forwarded message ---------',
      'From: Petra Holm',
      'Date: today',
      '',
      'Lit.',
    );
    expect(trim(mail)).toBe('Lit.');
  });

  test('nothing but a quote gives nothing', () => {
    expect(trim(plain(ATTRIBUTION, '> Is it lit?'))).toBe('');
  });

  test('blank lines, indents and lists stay as they are', () => {
    expect(trim(plain('One', '', '', '  - two', '    three', ''))).toBe('One\n\n\n  - two\n    three');
  });

  test('line ends become line feeds', () => {
    expect(trim({ plain: 'One\r\ntwo\r\n' })).toBe('One\ntwo');
  });

  test('of HTML and Markdown they are the text outside quotes', () => {
    expect(trim({ html: '<p>Lit.</p><blockquote type="cite">Is it lit?</blockquote>' })).toBe('Lit.');
    expect(trim({ markdown: 'Lit.\n\n> Is it lit?', flavour: 'github' })).toBe('Lit.');
  });
});

describe('a signature', () => {
  const mail = plain('Lit.', '', '-- ', 'Petra Holm', '', ATTRIBUTION, '> Is it lit?');

  test('goes where nothing is said', () => {
    expect(trim(mail)).toBe('Lit.');
  });

  test('stays where that is asked for', () => {
    expect(trim(mail, { signature: 'keep' })).toBe('Lit.\n\n-- \nPetra Holm'.replace('-- ', '--'));
  });

  test.each([
    ['Petra Holm', ['Petra Holm', 'Keeper', '+49 555 1234567']],
    ['Petra Holm <petra@quay.example>', ['Petra']],
    ['Petra Holm', ['Kind regards,', 'Petra']],
    ['Petra Holm', ['Thanks, Petra']],
    ['petra@quay.example', ['North Light', 'petra@quay.example']],
    ['petra.holm@quay.example', ['Petra']],
    [
      'Petra Holm',
      ['-----------------', '', 'Keeper of the light', '', 'Petra Holm', '', 'https://quay.example'],
    ],
  ])('that %s sets without a mark goes where the sender is known: %j', (sender, lines) => {
    expect(trim(plain('The lamp burns again since Tuesday.', '', ...lines), { sender })).toBe(
      'The lamp burns again since Tuesday.',
    );
  });

  test.each([
    'I asked Petra about the lamp and she says it burns.',
    'Could you ask Petra?',
    'Petra will light the lamp tonight.',
  ])('is not seen in a sentence that names the sender: %s', (sentence) => {
    expect(trim(plain('Dear all,', '', sentence), { sender: 'Petra Holm' })).toContain(sentence);
  });

  test('is not all there is', () => {
    expect(trim(plain('Petra Holm'), { sender: 'Petra Holm' })).toBe('Petra Holm');
  });
});

test('whatever the body and the options, what comes out are lines of the body', () => {
  const line = fc.constantFrom(
    'a',
    '',
    '> b',
    '-- ',
    'Petra',
    ATTRIBUTION,
    '____',
    'From: a',
    'Sent from my iPhone',
  );
  const options = fc.record(
    {
      signature: fc.constantFrom('keep' as const, 'drop' as const),
      attributions: fc.constantFrom('keep' as const, 'drop' as const),
      sender: fc.constantFrom('Petra', '', '<', 'a'),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(line), options, (lines, chosen) => {
      const given = new Set(lines.map((one) => one.trim()));
      expect(
        trim(plain(...lines), chosen)
          .split('\n')
          .every((one) => given.has(one.trim()) || one === ''),
      ).toBe(true);
    }),
  );
});
