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

describe('policies about which programs differ', () => {
  const answered = plain('Hello,', '', ATTRIBUTION, '> Is it lit?', '', 'Yes.');

  test('answered quotes go where that is asked for, with their attributions', () => {
    expect(trim(answered, { answered: 'drop' })).toBe('Hello,\n\n\nYes.');
    expect(trim(answered, { answered: 'drop', attributions: 'keep' })).toBe('Hello,\n\n\nYes.');
  });

  test('a few lines below a quote go with it where that is asked for', () => {
    const mail = plain('Lit.', '', ATTRIBUTION, '', '> Is it lit?', '', 'Petra', 'North Quay 1');
    expect(trim(mail)).toBe('Lit.\n\n\n> Is it lit?\n\nPetra\nNorth Quay 1');
    expect(trim(mail, { tail: 'drop' })).toBe('Lit.');
  });

  test('seven lines below a quote are an answer', () => {
    const lines = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];
    expect(trim(plain('Lit.', ATTRIBUTION, '> Is it lit?', ...lines), { tail: 'drop' })).toContain('seven');
    expect(trim(plain('Lit.', ATTRIBUTION, '> Is it lit?', ...lines.slice(1)), { tail: 'drop' })).toBe(
      'Lit.',
    );
  });

  test('what a salutation opens stands below the quote', () => {
    expect(trim(answered, { tail: 'drop' })).toContain('Yes.');
  });

  test('lines between two quotes are an answer, however few', () => {
    const mail = plain('Lit.', ATTRIBUTION, '> Is it lit?', 'Yes.', '> And the oil?', 'No.');
    expect(trim(mail, { tail: 'drop' })).toContain('Yes.');
  });

  test.each([
    ['Petra Holm wrote:'],
    ['At 3/3/2026 10:02 AM, you wrote:'],
    ['Reply Message'],
    ['Begin forwarded message:'],
    ['From: petra@quay.example'],
    ['_____________', 'From: petra@quay.example'],
    ['Date: Tue, 3 Mar 2026 10:02:11 +0100', 'To: ines@quay.example'],
    ['Posted by petra on 03/03/2026'],
  ])('what may begin an original does so where that is asked for: %s', (...lines) => {
    const mail = plain('Lit.', '', ...lines, '', 'Is it lit?');
    expect(trim(mail)).toContain('Is it lit?');
    expect(trim(mail, { originals: 'likely' })).toBe('Lit.');
    expect(trim(plain('Lit.', '', ...lines), { originals: 'likely' })).toBe('Lit.');
  });

  test.each([
    ['As Petra wrote:', 'the lamp is lit.'],
    ['To: be or not to be', '', 'That is it.'],
    ['I wrote:', '', 'the lamp is lit.'],
    ['From: here', '', 'to there.'],
  ])('prose stays prose: %s', (...lines) => {
    expect(trim(plain('Hello.', '', ...lines), { originals: 'likely' })).toBe(
      plain('Hello.', '', ...lines).plain,
    );
  });

  test('what stands below a signature goes where the signature is to end the mail', () => {
    const mail = plain('Lit.', '', 'Sent from my iPhone', '', 'Is it lit?');
    expect(trim(mail)).toBe('Lit.\n\n\nIs it lit?');
    expect(trim(mail, { signature: 'end' })).toBe('Lit.');
    expect(trim(plain('-- ', 'Petra'), { signature: 'end' })).toBe('');
  });

  test('words on the line of an attribution keep the quote below them on a line of its own', () => {
    const line = 'Lit! On Tue, 3 Mar 2026 at 10:02, Petra Holm <petra@quay.example> wrote:';
    expect(trim(plain(line, '> Is it lit?'))).toBe('Lit!');
    expect(trim(plain(line, '> Is it lit?', 'Still.'))).toBe('Lit!\n> Is it lit?\nStill.');
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
      signature: fc.constantFrom('keep' as const, 'drop' as const, 'end' as const),
      answered: fc.constantFrom('keep' as const, 'drop' as const),
      tail: fc.constantFrom('keep' as const, 'drop' as const),
      originals: fc.constantFrom('certain' as const, 'likely' as const),
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
