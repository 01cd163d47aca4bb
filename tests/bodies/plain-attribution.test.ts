import { describe, expect, test } from 'vitest';
import { readAttribution } from '../../src/bodies/plain/attribution.ts';

const NAMED: readonly (readonly [line: string, name: string])[] = [
  ['On Tue, 3 Mar 2026 10:02:11 +0100, Petra Holm <petra at quay.example> wrote:', 'Petra Holm'],
  ['On Tue, Mar 3, 2026 at 10:02 AM, Petra Holm ‹address› wrote:', 'Petra Holm'],
  ['On Tue, Mar 03, 2026 at 10:02:11AM +0100, Petra Holm wrote:', 'Petra Holm'],
  ['On Mar 3, 2026, at 10:02 AM, Petra Holm <petra@quay.example> wrote:', 'Petra Holm'],
  ['On 3 March 2026 at 10:02:03 GMT+1, Petra Holm (Keeper) wrote:', 'Petra Holm (Keeper)'],
  ['On 03/03/26 10:02, petra wrote:', 'petra'],
  ['On 3 Mar 2026 10:02, "Petra Holm" <petra@quay.example> wrote:', 'Petra Holm'],
  ['On Tue, 3 Mar 2026 10:02:03 PST Petra Holm wrote:', 'Petra Holm'],
  ['On Tue, 3 Mar 2026 10:02 (Eastern Standard Time), Petra Holm wrote:', 'Petra Holm'],
  ['On 3/5/2026, April Jones wrote:', 'April Jones'],
  ['On 3 March Petra Holm wrote:', 'Petra Holm'],
  ['On Monday, Petra Holm wrote:', 'Petra Holm'],
  ['On Mon, P Holm wrote:', 'P Holm'],
  ['On Monday Petra Holm wrote:', 'Petra Holm'],
  ["On Tue Mar 03 2026, Conor O'Brien wrote:", "Conor O'Brien"],
  ['On Tue, Mar 3, 2026 at 10:02 AM José María de la Cruz <jm@quay.example> wrote:', 'José María de la Cruz'],
  ['On 3/3/26 10:02, 山田 太郎 wrote:', '山田 太郎'],
  ['On Tue, 3 Mar 2026, Petra Holm via keepers wrote:', 'Petra Holm'],
  ['At Tue, 3 Mar 2026 10:02:11 +0100, Petra Holm wrote:', 'Petra Holm'],
  ['Yesterday at 15:02, Petra Holm wrote:', 'Petra Holm'],
  ['In article <1a2b@quay.example>, Petra Holm <petra@quay.example> wrote:', 'Petra Holm'],
  ['In article <1a2b@quay.example> petra@quay.example (Petra Holm) writes:', 'Petra Holm'],
  ['In quay.harbour.lamps Petra Holm <petra@quay.example> wrote:', 'Petra Holm'],
  ['Petra Holm wrote:', 'Petra Holm'],
  ['Sun Li wrote:', 'Sun Li'],
  ['On 3 March 2026, Sun Li wrote:', 'Sun Li'],
  ['petra wrote:', 'petra'],
  ['Petra Holm ‹address› writes:', 'Petra Holm'],
  ['Petra Holm <petra@quay.example>wrote:', 'Petra Holm'],
  ['"Holm, Petra" <petra@quay.example> writes:', 'Holm, Petra'],
  ['Petra Holm wrote on 3 March 2026:', 'Petra Holm'],
  ['* Petra Holm <petra@quay.example> wrote:', 'Petra Holm'],
  ['* Petra Holm <petra@quay.example> [2026-03-03 10:02:11 +0100]:', 'Petra Holm'],
  ['2026-03-03 10:02 GMT+01:00 Petra Holm <petra@quay.example>:', 'Petra Holm'],
  ['Quoting Petra Holm <petra@quay.example>:', 'Petra Holm'],
  ["Excerpts from Petra Holm's message of March 3, 2026 10:02 am:", 'Petra Holm'],
  ['---- On Tue, 3 Mar 2026 10:02:11 +0100 Petra Holm<petra@quay.example> wrote ----', 'Petra Holm'],
  ['Am 3. März 2026 um 10:02 schrieb Petra Holm <petra@quay.example>:', 'Petra Holm'],
  ['Le 3 mars 2026 à 10:02, Petra Holm a écrit :', 'Petra Holm'],
  ['El mar., 3 mar. 2026 a las 10:02, Petra Holm (<petra@quay.example>) escribió:', 'Petra Holm'],
  ['Op 3 maart 2026 om 10:02 schreef Petra Holm:', 'Petra Holm'],
];

describe('an attribution line names who is quoted', () => {
  test.each(NAMED)('%s', (line, name) => {
    expect(readAttribution(line)?.name).toBe(name);
  });
});

describe('an attribution line without a certain name is one, but names nobody', () => {
  test.each([
    'On Tue, Mar 3, 2026 at 10:02, <petra@quay.example> wrote:',
    'On 3 Mar 2026, at 10:02, ‹address› wrote:',
    'On 3 March 2026 I wrote:',
    'You wrote:',
  ])('%s', (line) => {
    expect(readAttribution(line)).not.toBeNull();
    expect(readAttribution(line)?.name).toBeUndefined();
  });
});

describe('prose is not an attribution line', () => {
  test.each([
    'On the other hand, Knuth wrote:',
    'On the other hand, the keeper of 1911 wrote:',
    'As he once famously wrote:',
    'The 2026 report says:',
    'I tried 3 of them and Petra wrote:',
    'Hi, on 3 March we said:',
    'Then at 10:02 Petra Holm <petra@quay.example> wrote:',
    '... On Tue, 3 Mar 2026, Petra Holm <petra@quay.example> wrote:',
    'Petra Holm wrote on the list:',
    'According to the docs, it says:',
    'Steps to reproduce:',
    '',
  ])('%s', (line) => {
    expect(readAttribution(line)).toBeNull();
  });
});

test('only a bare name and verb may be prose', () => {
  expect(readAttribution('Petra Holm wrote:')?.prose).toBe(true);
  expect(readAttribution('On 3 March 2026, Petra Holm wrote:')?.prose).toBeUndefined();
});
