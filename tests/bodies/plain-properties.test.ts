import type { Root, RootContent } from 'mdast';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePlain } from '../../src/bodies/plain.ts';
import { DEEPEST_QUOTE } from '../../src/bodies/plain/lines.ts';
import { segment } from '../../src/bodies/plain/segments.ts';

/** Lines such as mail is made of, so that arbitrary bodies meet every convention. */
const PIECES = [
  ...['', ' ', '>', '> ', '>> ', '> > ', '>From here', '>:(', '```', '```ts', '-- ', '--', '---'],
  ...['On Tue, 3 Mar 2026 10:02:11 +0100, Petra Holm', '<petra@quay.example> wrote:', 'Petra Holm wrote:'],
  ...['-----Original Message-----', '---------- Forwarded message ---------', 'Begin forwarded message:'],
  ...[
    'From: Petra Holm',
    'Date: Tuesday',
    'To: Ines',
    'Subject: Lamp',
    '______________',
    'keepers mailing list',
  ],
  ...[
    '[quote="petra, post:3, topic:77"]',
    '[quote]',
    '[/quote]',
    '[quote=a]b[/quote]c',
    '> <@petra:quay.example> a',
  ],
  ...['diff --git a/x b/x', '--- a/x', '+++ b/x', '@@ -1,3 +1,4 @@', '+new', '-old', ' same', ' x | 2 +-'],
  ...['-----BEGIN PGP SIGNATURE-----', 'iQEz', '-----END PGP SIGNATURE-----', '>>> import tide', '... x'],
  ...[
    'see https://quay.example/a_(b).',
    '    listing',
    'a  ',
    'Sent from my iPhone',
    'JD> quoted',
    '| quoted in pipes',
    '-Petra Holm',
    'Am 3. März 2026 um 10:02 schrieb Petra Holm:',
    '2026/3/3 Petra Holm <petra@quay.example>',
    '## reply above this line ##',
    'This e-mail is confidential.',
    '____',
    '-------------- next part --------------',
  ],
];
const mail = fc
  .array(
    fc.tuple(
      fc.constantFrom('', '> ', '>', '>> ', '> > ', ' > '),
      fc.constantFrom(...PIECES),
      fc.constantFrom('\n', '\r\n', '\n'),
    ),
  )
  .map((lines) => lines.map((line) => line.join('')).join(''));
const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), mail);
const flow = fc.constantFrom(undefined, 'flowed' as const, 'delsp' as const);

test('the segments of any text, joined, are the text', () => {
  fc.assert(
    fc.property(text, fc.boolean(), (body, stuffed) => {
      expect(
        segment(body, { stuffed })
          .map((part) => part.text)
          .join(''),
      ).toBe(body);
    }),
    { numRuns: 2000 },
  );
});

test('no word of a mail is lost on the way to the tree', () => {
  fc.assert(
    fc.property(mail, flow, (body, flowed) => {
      const words = (written: string) => written.match(/[\p{L}\p{N}]+/gu) ?? [];
      const kept = new Set(words(strings(parsePlain(body, flowed)).join(' ')));
      // A delimiter's words name what it delimits, the initials before a mark whom it quotes.
      const dropped = new Set(['next', 'part', 'JD', 'quote', 'post', '3', 'topic', '77']);
      expect(words(body).filter((word) => !kept.has(word) && !dropped.has(word))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test('no quote stands deeper than the bound, and none is empty', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(200), fc.string())), (lines) => {
      const tree = parsePlain(lines.map(([depth, words]) => `${'>'.repeat(depth)} ${words}`).join('\n'));
      expect(depthOf(tree)).toBeLessThanOrEqual(DEEPEST_QUOTE);
      expect(quotes(tree).filter((quote) => 'children' in quote && quote.children.length === 0)).toEqual([]);
    }),
  );
});

/** Repetitions of a word on one line, and of lines. */
const MANY = 100_000;
const LINES = 30_000;
const WORST: Readonly<Record<string, string>> = {
  'lines of a mark': '>\n'.repeat(LINES),
  'marks on one line': `${'>'.repeat(MANY)} words`,
  'spaced marks on one line': '> '.repeat(MANY),
  'blank lines': '\n'.repeat(LINES),
  'quoted and blank lines': '> a\n\n'.repeat(LINES),
  'deeper and deeper lines': Array.from({ length: 1000 }, (_, n) => `${'>'.repeat(n % 60)} a`).join('\n'),
  'open fences': '```ts\n'.repeat(LINES),
  'open fences in quotes': '> ```ts\n```js\n'.repeat(LINES),
  attributions: 'On 3 March 2026, Petra wrote:\n'.repeat(LINES),
  'wrapped attributions': 'On 3 March 2026 <\n'.repeat(LINES),
  'a long attribution': `On 3 March 2026, ${'a '.repeat(MANY)}wrote:\n> b`,
  'an address without end': `On 3 March 2026, ${'<'.repeat(MANY)} wrote:\n> b`,
  'header blocks': '-----Original Message-----\nFrom: a\nTo: b\n'.repeat(LINES),
  forwards: '---------- Forwarded message ---------\nFrom: Petra\nTo: b\n\nwords\n\n'.repeat(LINES),
  headers: 'From: a\n'.repeat(LINES),
  signatures: '-- \n'.repeat(LINES),
  'bare signatures': '--\n'.repeat(LINES),
  footers: '____________\n'.repeat(LINES),
  'footers that say list': '____________\nmailing list\n'.repeat(LINES),
  'open armour': '-----BEGIN PGP SIGNATURE-----\n'.repeat(LINES),
  'armour without end': `-----BEGIN PGP SIGNATURE-----\n${'iQEz\n'.repeat(LINES)}`,
  'armour begun again': '-----BEGIN PGP SIGNATURE-----\niQEz\n\n'.repeat(LINES),
  hunks: '@@ -1,9 +1,9 @@\n'.repeat(LINES),
  'interrupted hunks': '> @@ -1,999999 +1,999999 @@\n> +a\nb\n'.repeat(LINES),
  'a long hunk': `@@ -1,999999 +1,999999 @@\n${'+a\n'.repeat(LINES)}`,
  'names of files': '--- a/x\n+++ b/x\n'.repeat(LINES),
  diffstats: ' x | 2 +-\n'.repeat(LINES),
  'a long diffstat line': ` ${'x '.repeat(MANY)}|`,
  prompts: '>>> import a\n'.repeat(LINES),
  'prompts above quotes': '>>> import a\n> b\n'.repeat(LINES),
  addresses: 'https://a.example/ '.repeat(MANY / 10),
  'brackets after an address': `https://a.example/${')'.repeat(MANY)}`,
  'points after an address': `https://a.example/${'.'.repeat(MANY)}`,
  'tags in a line': `${'<a '.repeat(MANY)}\nb`,
  'signs in a line': `${'= '.repeat(MANY)}a\nb`,
  'settings in a line': `${'a.'.repeat(MANY)} \nb`,
  'equal signs in a line': `${' = '.repeat(MANY)}\nb`,
  'spaces in a line': `a${' '.repeat(MANY)}b`,
  'tabs in a line': `${'\t'.repeat(MANY)}b\nc`,
  'one paragraph': 'words that are wrapped at a column\n'.repeat(LINES),
  listings: '    a\n\n'.repeat(LINES),
  'soft line ends': 'a \n'.repeat(LINES),
  'carriage returns': '\r'.repeat(LINES),
  'initials before marks': 'JD> a\n'.repeat(LINES),
  'initials before many marks': `JD${'>'.repeat(MANY)} a\nJD> b`,
  'quote tags': `${'[quote]'.repeat(MANY)}a`,
  'nested quote tags': `${'[quote]'.repeat(MANY)}a${'[/quote]'.repeat(MANY)}`,
  'quote tags without end': '[quote="'.repeat(MANY),
  'quotes in tags': '[quote=a]\nb\n[/quote]\n'.repeat(LINES / 5),
  'lines of pipes': '|\n'.repeat(LINES),
  'a long piped line': `| ${'a '.repeat(MANY)}\n| b`,
  'lines wrapped again': `> ${'a'.repeat(60)} b\nc\n`.repeat(LINES),
  'names behind dashes': '-Petra Holm\n\n'.repeat(LINES),
  'originals without marks': 'a\n\nOn Tue, 3 Mar 2026 10:02, Petra <p@quay.example> wrote:\n\n'.repeat(LINES),
  'foreign attributions': 'Am 3. März 2026 um 10:02 schrieb Petra Holm:\n> a\n'.repeat(LINES / 10),
  'a long foreign attribution': `Am 3. März 2026 ${'schrieb '.repeat(70)}:\n> b`,
  'lines of separators': '-----Original Message-----\n'.repeat(LINES),
  'dashes without end': `${'-'.repeat(MANY)} Original ${'-'.repeat(MANY)}`,
  'foreign headers': 'Von: a\nGesendet: b\nAn: c\nBetreff: d\n\ne\n\n'.repeat(LINES / 5),
  'lines of phones': 'Sent from my iPhone\n'.repeat(LINES),
  'a long line of a phone': `Sent from my ${'i '.repeat(MANY)}`,
  templates: '## reply above this line ##\n\na\n\n'.repeat(LINES / 5),
  'a long template': `${'#='.repeat(MANY)} reply above`,
  disclaimers: 'This e-mail is confidential.\n\n'.repeat(LINES),
  'rows of a signature': '____\na\n'.repeat(LINES),
};
/** A quadratic reading of any of these takes minutes, and the suite's limit ends it. */
describe('reads to the end, and loses nothing of', () => {
  test.each(Object.keys(WORST))('%s', (name) => {
    const body = WORST[name] ?? '';
    expect(parsePlain(body).type).toBe('root');
    expect(
      segment(body)
        .map(({ text }) => text)
        .join(''),
    ).toBe(body);
  });
});

function strings(node: Root | RootContent): string[] {
  if ('value' in node) return [node.type === 'code' ? `${node.lang ?? ''} ${node.value}` : node.value];
  const said = node.type === 'blockquote' ? [node.data?.quote?.attribution ?? ''] : [];
  return 'children' in node ? [...said, ...node.children.flatMap(strings)] : said;
}

function quotes(node: Root | RootContent): RootContent[] {
  if (!('children' in node)) return [];
  const inner = node.children.flatMap(quotes);
  return node.type === 'blockquote' ? [node, ...inner] : inner;
}

function depthOf(node: Root | RootContent): number {
  if (!('children' in node)) return 0;
  const inner = Math.max(0, ...node.children.map(depthOf));
  return node.type === 'blockquote' ? inner + 1 : inner;
}
