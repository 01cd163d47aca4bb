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

/** As mail programs write them in each language, the date in every form that they use. */
const LANGUAGES: readonly (readonly [tag: string, line: string, name?: string])[] = [
  ['en', 'On Mon, Feb 2, 2026 at 4:58 AM -0800, "Petra Holm" <petra@quay.example> wrote:'],
  ['de', 'Petra Holm <petra@quay.example> schrieb am Di., 3. März 2026 um 10:02 Uhr:'],
  ['de', 'Am 03.03.26 um 10:02 schrieb Petra Holm:'],
  ['de', 'Am 3. März schrieb Petra Holm:'],
  ['fr', 'Le mar. 3 mars 2026 à 10 h 02, Petra Holm <petra@quay.example> a écrit :'],
  ['es', 'El 3 de marzo de 2026, 10:02, Petra Holm<petra@quay.example> escribió:'],
  ['es', 'El martes, 3 de marzo de 2026, Petra Holm escribió:'],
  ['ca', 'El dt., 3 de març 2026 a les 10:02, Petra Holm <petra@quay.example> va escriure:'],
  ['it', 'Il giorno mar 3 mar 2026 alle ore 10:02 Petra Holm <petra@quay.example> ha scritto:'],
  ['it', 'In data martedì 3 marzo 2026 10:02:11, Petra Holm ha scritto:'],
  ['nl', 'Op di 3 mrt 2026 om 10:02 schreef Petra Holm <petra@quay.example>:'],
  ['nl', 'Op 3 mrt. 2026 om 10:02 heeft Petra Holm <petra@quay.example> het volgende geschreven:'],
  ['nl', 'Op 3 maart 2026 10:02 schreef "Petra Holm" <petra@quay.example> het volgende:'],
  ['pt', 'Em ter., 3 de mar. de 2026 às 10:02, Petra Holm <petra@quay.example> escreveu:'],
  ['pl', 'wt., 3 mar 2026 o 10:02 Petra Holm <petra@quay.example> napisał(a):'],
  ['pl', 'W dniu wtorek, 3 marca 2026 użytkownik Petra Holm <petra@quay.example> napisał:'],
  ['pl', 'W dniu 03.03.2026 o 10:02, Petra Holm pisze:'],
  ['ru', 'вт, 3 мар. 2026 г. в 10:02, Пётр Холм <petra@quay.example>:', 'Пётр Холм'],
  ['ru', '3 марта 2026 г., в 10:02, Пётр Холм <petra@quay.example> написал(а):', 'Пётр Холм'],
  ['ru', 'вторник, 3 марта 2026 г. пользователь Пётр Холм написал:', 'Пётр Холм'],
  ['ru', '03.03.2026 10:02, Пётр Холм пишет:', 'Пётр Холм'],
  ['uk', 'вт, 3 бер. 2026 р. о 10:02 Петро Холм <petra@quay.example> пише:', 'Петро Холм'],
  ['bg', 'На вт, 3.03.2026 г. в 10:02 ч. Петър Холм <petra@quay.example> написа:', 'Петър Холм'],
  ['cs', 'út 3. 3. 2026 v 10:02 odesílatel Petra Holm <petra@quay.example> napsal:'],
  ['cs', 'Dne 3.3.2026 v 10:02 Petra Holm napsal(a):'],
  ['sk', 'ut 3. 3. 2026 o 10:02 Petra Holm <petra@quay.example> napísal(a):'],
  ['hu', 'Petra Holm <petra@quay.example> ezt írta (időpont: 2026. márc. 3., K, 10:02):'],
  ['hu', '2026. 03. 03. 10:02 keltezéssel, Petra Holm írta:'],
  ['ro', 'În mar., 3 mar. 2026 la 10:02, Petra Holm <petra@quay.example> a scris:'],
  ['el', 'Στις Τρί, 3 Μαρ 2026 στις 10:02 π.μ., ο χρήστης Petra Holm <petra@quay.example> έγραψε:'],
  ['tr', 'Petra Holm <petra@quay.example>, 3 Mar 2026 Sal, 10:02 tarihinde şunu yazdı:'],
  ['tr', '3.03.2026 10:02 tarihinde Petra Holm yazdı:'],
  ['sv', 'Den tis 3 mars 2026 kl 10:02 skrev Petra Holm <petra@quay.example>:'],
  ['sv', '3 mars 2026 kl. 10:02 skrev Petra Holm <petra@quay.example>:'],
  ['nb', 'tir. 3. mars 2026 kl. 10:02 skrev Petra Holm <petra@quay.example>:'],
  ['da', 'Den 3. mar. 2026 kl. 10.02 skrev Petra Holm <petra@quay.example>:'],
  ['is', 'þri., 3. mar. 2026 kl. 10:02 skrifaði Petra Holm <petra@quay.example>:'],
  ['fi', 'ti 3. maalisk. 2026 klo 10.02 Petra Holm (petra@quay.example) kirjoitti:'],
  ['fi', 'Petra Holm kirjoitti 3.3.2026 klo 10.02:'],
  ['et', 'Kontakt Petra Holm (<petra@quay.example>) kirjutas kuupäeval T, 3. märts 2026 kell 10:02:'],
  ['lt', '2026-03-03, an, 10:02 Petra Holm <petra@quay.example> rašė:'],
  ['lv', 'otrd., 2026. g. 3. marts, plkst. 10:02 — lietotājs Petra Holm (<petra@quay.example>) rakstīja:'],
  ['hr', 'uto, 3. ožu 2026. u 10:02 Petra Holm <petra@quay.example> napisao je:'],
  ['sr', 'уто, 3. мар 2026. у 10:02 Петра Холм <petra@quay.example> је написао/ла:', 'Петра Холм'],
  ['sl', 'V V tor., 3. mar. 2026 ob 10:02 je oseba Petra Holm <petra@quay.example> napisala:'],
  ['ja', '2026年3月3日(火) 10:02 山田 太郎 <petra@quay.example>:', '山田 太郎'],
  ['ja', '2026/03/03 10:02、山田太郎 <petra@quay.example>のメール:', '山田太郎'],
  ['zh-Hans', 'Petra Holm <petra@quay.example> 于2026年3月3日周二 10:02写道：'],
  ['zh-Hans', '在 2026年3月3日，10:02，Petra Holm <petra@quay.example> 写道：'],
  ['zh-Hant', 'Petra Holm <petra@quay.example> 於 2026年3月3日 週二 上午10:02寫道：'],
  ['ko', '2026년 3월 3일 (화) 오전 10:02, 김하나 <petra@quay.example>님이 작성:', '김하나'],
  ['vi', 'Vào Th 3, 3 thg 3, 2026 vào lúc 10:02 Petra Holm <petra@quay.example> đã viết:'],
  ['id', 'Pada tanggal Sel, 3 Mar 2026 pukul 10.02 Petra Holm <petra@quay.example> menulis:'],
  ['th', 'ในวันที่ อ. 3 มี.ค. 2026 เวลา 10:02 Petra Holm <petra@quay.example> เขียนว่า:'],
  ['hi', 'मंगल, 3 मार्च 2026 को 10:02 am बजे को Petra Holm <petra@quay.example> ने लिखा:'],
  [
    'ar',
    '‫في الثلاثاء، 3 مارس 2026 في 10:02 ص تمت كتابة ما يلي بواسطة ‪Petra Holm‬‏ <‪petra@quay.example‬‏>:‬',
  ],
  ['fa', 'در تاریخ سه‌شنبه ۳ مارس ۲۰۲۶، 10:02 Petra Holm <petra@quay.example> نوشت:'],
  ['he', '‫בתאריך יום ג׳, 3 במרץ 2026 ב-10:02 מאת ‪Petra Holm‬‏ <‪petra@quay.example‬‏>:‬'],
];

describe('an attribution line names who is quoted in every language of mail programs', () => {
  test.each(LANGUAGES)('%s: %s', (...[, line = '', name = 'Petra Holm']) => {
    expect(readAttribution(line)?.name ?? '').toBe(name);
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
    'Fig. 3 in the 2026 report says:',
    'Am Ende schrieb er drei Briefe und einen Roman, nämlich:',
    'Le livre de 1911 que Petra a écrit il y a longtemps dit ceci :',
    'El libro que escribió en 1911 dice:',
    'Il a écrit :',
    'Он писал:',
    'Op de kade schreef ik het volgende op:',
    'В письме она пишет:',
    'tri. 3 lamps 10:02 failed again, see:',
    '',
  ])('%s', (line) => {
    expect(readAttribution(line)).toBeNull();
  });
});

test('only a date with an address, or with the time and a name, is certain', () => {
  expect(readAttribution('On 3 March 2026, petra <petra@quay.example> wrote:')?.certain).toBe(true);
  expect(readAttribution('On 3 March 2026 at 10:02, Petra Holm wrote:')?.certain).toBe(true);
  expect(readAttribution('On 3 March 2026 at 10:02 the log says:')?.certain).toBeUndefined();
  expect(readAttribution('On 3 March 2026, Petra Holm wrote:')?.certain).toBeUndefined();
  expect(readAttribution('Petra Holm <petra@quay.example> wrote:')?.certain).toBeUndefined();
});

test('only a bare name and verb may be prose', () => {
  expect(readAttribution('Petra Holm wrote:')?.prose).toBe(true);
  expect(readAttribution('On 3 March 2026, Petra Holm wrote:')?.prose).toBeUndefined();
});
