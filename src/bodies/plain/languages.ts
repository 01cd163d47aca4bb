/** How mail programs say in a language that somebody wrote something. */
export interface Language {
  /** BCP 47. */
  readonly tag: string;
  /** The words with which such a line begins, where the date stands first. */
  readonly opens: readonly string[];
  /** The words for "wrote": at the end, or before the name, or between the name and the date. */
  readonly wrote: readonly string[];
  /** What may stand between a date and a name and belongs to neither. */
  readonly between?: readonly string[];
  /** Where the name stands if not between date and verb: before the date, or behind the verb. */
  readonly name?: 'first' | 'last';
}

/**
 * The languages of mail programs (Gmail, Apple Mail, Outlook, Thunderbird, Yahoo, K-9 and their kin), each with a line
 * as one of them writes it, of which the date is cut short here.
 */
export const LANGUAGES: readonly Language[] = [
  // On 3 March 2026, Petra Holm wrote:
  {
    tag: 'en',
    opens: ['On', 'At', 'In', 'Yesterday', 'Today'],
    wrote: ['has written', 'wrote', 'writes', 'said', 'says'],
    between: ['at', 'from', 'by'],
  },
  // Am 3. März 2026 um 10:02 schrieb Petra Holm: · Petra Holm schrieb am 3. März 2026:
  {
    tag: 'de',
    opens: ['Am', 'Den'],
    name: 'last',
    wrote: [
      'hat geschrieben',
      'Folgendes geschrieben',
      'geschrieben',
      'schrieben Sie',
      'schrieb',
      'schreibt',
    ],
    between: ['um', 'Uhr', 'uhr', 'nachm.', 'vorm.', 'hat'],
  },
  // Le 3 mars 2026 à 10:02, Petra Holm a écrit :
  {
    tag: 'fr',
    opens: ['Le'],
    wrote: ['a écrit', 'nous a dit', 'écrivait', 'écrit'],
    between: ['à', 'h', 'de'],
  },
  // El mar, 3 mar 2026 a las 10:02, Petra Holm (<petra@quay.example>) escribió:
  { tag: 'es', opens: ['El'], wrote: ['escribió'], between: ['a', 'las', 'h', 'hs.', 'hrs.'] },
  // El dt., 3 de març 2026 a les 10:02, Petra Holm va escriure:
  { tag: 'ca', opens: ['El'], wrote: ['va escriure', 'ha escrit'], between: ['les'] },
  // Il giorno mar 3 mar 2026 alle ore 10:02 Petra Holm ha scritto:
  { tag: 'it', opens: ['Il', 'In data'], wrote: ['ha scritto'], between: ['alle', 'ore'] },
  // Op di 3 mrt 2026 om 10:02 schreef Petra Holm: · Op 3 mrt. 2026 heeft Petra Holm het volgende geschreven:
  {
    tag: 'nl',
    opens: ['Op'],
    name: 'last',
    wrote: ['het volgende geschreven', 'geschreven', 'schreef'],
    between: ['om', 'uur', 'heeft'],
  },
  // Em ter., 3 de mar. de 2026 às 10:02, Petra Holm escreveu: · No dia 3 de março, Petra Holm escreveu:
  { tag: 'pt', opens: ['Em', 'No dia', 'A', 'Às'], wrote: ['escreveu'], between: ['às'] },
  // W dniu wt., 3 mar 2026 użytkownik Petra Holm napisał: · Dnia 3 marca 2026 10:02 Petra Holm napisał(a):
  {
    tag: 'pl',
    opens: ['W dniu', 'Dnia'],
    wrote: ['napisał(a)', 'napisał', 'napisała', 'pisze'],
    between: ['o', 'godz.', 'użytkownik', 'Użytkownik'],
  },
  // 3 марта 2026 г., в 10:02, Petra Holm написал(а): · вт, 3 мар. 2026 г. в 10:02, Petra Holm <petra@quay.example>:
  {
    tag: 'ru',
    opens: ['В'],
    wrote: ['написал(а)', 'написал', 'написала', 'пишет', 'писал(а)', 'писал', 'писала'],
    between: ['г.', 'г', 'в', 'пользователь', 'от'],
  },
  // вт, 3 бер. 2026 р. о 10:02 Petra Holm <petra@quay.example> пише:
  {
    tag: 'uk',
    opens: ['У'],
    wrote: ['пише', 'написав(ла)', 'написав(-ла)', 'написав', 'написала', 'писав'],
    between: ['р.', 'о', 'об', 'від', 'користувач'],
  },
  // На вт, 3.03.2026 г. в 10:02 ч. Petra Holm <petra@quay.example> написа:
  { tag: 'bg', opens: ['На', 'Във', 'В'], wrote: ['написа', 'писа'], between: ['ч.', 'ч'] },
  // Dne 3. 3. 2026 v 10:02 Petra Holm napsal(a): · út 3. 3. 2026 v 10:02 odesílatel Petra Holm napsal:
  {
    tag: 'cs',
    opens: ['Dne'],
    wrote: ['napsal(a)', 'napsala', 'napsal'],
    between: ['v', 've', 'odesílatel'],
  },
  // Dňa 3. 3. 2026 o 10:02 Petra Holm napísal(a):
  {
    tag: 'sk',
    opens: ['Dňa', 'Dna'],
    wrote: ['napísal(a)', 'napísala', 'napísal'],
    between: ['o', 'používateľ'],
  },
  // Petra Holm <petra@quay.example> ezt írta (időpont: 2026. márc. 3., K, 10:02): · 2026.03.03. 10:02 keltezéssel, Petra Holm írta:
  {
    tag: 'hu',
    opens: [],
    wrote: ['ezt írta', 'a következőt írta', 'írta'],
    between: ['keltezéssel,', 'dátummal,', 'dátummal', 'időpontban'],
    name: 'first',
  },
  // În mar., 3 mar. 2026 la 10:02, Petra Holm a scris: · Pe 3 mar. 2026, la 10:02, Petra Holm a scris:
  { tag: 'ro', opens: ['În', 'Pe', 'La', 'In data'], wrote: ['a scris'], between: ['la'] },
  // Στις Τρί, 3 Μαρ 2026 στις 10:02 π.μ., ο χρήστης Petra Holm έγραψε:
  {
    tag: 'el',
    opens: ['Στις', 'Την'],
    wrote: ['έγραψε', 'έγραψες'],
    between: ['στις', 'π.μ.,', 'μ.μ.,', 'π.μ.', 'μ.μ.', 'ο', 'η', 'ο/η', 'χρήστης'],
  },
  // Petra Holm <petra@quay.example>, 3 Mar 2026 Sal, 10:02 tarihinde şunu yazdı:
  {
    tag: 'tr',
    opens: [],
    wrote: ['tarihinde şunu yazdı', 'şunu yazdı', 'tarihinde yazdı', 'şunları yazdı', 'yazdı'],
    between: ['tarihinde', 'saat', 'şöyle'],
    name: 'first',
  },
  // Den tis 3 mars 2026 kl 10:02 skrev Petra Holm: · 3 mars 2026 kl. 10:02 skrev Petra Holm:
  { tag: 'sv', opens: ['Den', 'On'], name: 'last', wrote: ['skrev', 'har skrivit'], between: ['kl', 'kl.'] },
  // tir. 3. mars 2026 kl. 10:02 skrev Petra Holm: · Den 3.3.2026 10:02, skrev Petra Holm:
  { tag: 'nb', opens: ['Den', 'På'], name: 'last', wrote: ['skrev', 'skreiv'], between: ['kl', 'kl.'] },
  // Den tirs. 3. mar. 2026 kl. 10.02 skrev Petra Holm:
  { tag: 'da', opens: ['Den', 'På'], name: 'last', wrote: ['skrev'], between: ['kl', 'kl.'] },
  // þri., 3. mar. 2026 kl. 10:02 skrifaði Petra Holm:
  { tag: 'is', opens: ['Þann'], name: 'last', wrote: ['skrifaði'], between: ['kl.'] },
  // ti 3. maalisk. 2026 klo 10.02 Petra Holm (petra@quay.example) kirjoitti:
  { tag: 'fi', opens: [], wrote: ['kirjoitti'], between: ['klo', 'käyttäjä'] },
  // Kontakt Petra Holm (<petra@quay.example>) kirjutas kuupäeval T, 3. märts 2026 kell 10:02:
  { tag: 'et', opens: [], wrote: ['kirjutas'], between: ['kell', 'Kontakt'] },
  // 2026-03-03, an, 10:02 Petra Holm rašė:
  { tag: 'lt', opens: [], wrote: ['rašė', 'parašė'], between: ['val.'] },
  // otrd., 2026. g. 3. marts, plkst. 10:02 — lietotājs Petra Holm (<petra@quay.example>) rakstīja:
  { tag: 'lv', opens: [], wrote: ['rakstīja'], between: ['—', 'lietotājs', 'plkst.'] },
  // uto, 3. ožu 2026. u 10:02 Petra Holm <petra@quay.example> napisao je:
  {
    tag: 'hr',
    opens: ['Dana', 'Dne'],
    wrote: [
      'napisao/la je',
      'napisala je',
      'napisao je',
      'napisao/la',
      'je napisao/la',
      'je napisao',
      'je napisala',
      'piše',
    ],
    between: ['u', 'sati', 'korisnik'],
  },
  // уто, 3. мар 2026. у 10:02 Petra Holm <petra@quay.example> је написао/ла:
  {
    tag: 'sr',
    opens: ['Дана'],
    wrote: ['је написао/ла', 'је написао(ла)', 'је написао', 'је написала', 'написао је', 'написала је'],
    between: ['у'],
  },
  // V V tor., 3. mar. 2026 ob 10:02 je oseba Petra Holm <petra@quay.example> napisala:
  {
    tag: 'sl',
    opens: ['V', 'Dne', 'Dana'],
    wrote: ['napisala', 'napisal(a)', 'napisal', 'napisal/-a', 'je napisal/a', 'je napisal'],
    between: ['ob', 'je', 'oseba'],
  },
  // 2026年3月3日(火) 10:02 Petra Holm <petra@quay.example>: · 2026/03/03 10:02、Petra Holmのメール:
  {
    tag: 'ja',
    opens: [],
    wrote: [
      'のメール',
      'のメッセージ',
      'さんは書きました',
      'さんが書きました',
      'は書きました',
      'が書きました',
    ],
    between: ['に', '午前', '午後'],
  },
  // Petra Holm <petra@quay.example> 于2026年3月3日周二 10:02写道: · 在 2026年3月3日，10:02，Petra Holm 写道：
  { tag: 'zh-Hans', opens: ['在', '于'], wrote: ['写道', '撰写'], between: ['上午', '下午'], name: 'first' },
  // Petra Holm <petra@quay.example> 於 2026年3月3日 週二 上午10:02寫道：
  {
    tag: 'zh-Hant',
    opens: ['在', '於'],
    wrote: ['寫道', '撰寫', '提到'],
    between: ['上午', '下午'],
    name: 'first',
  },
  // 2026년 3월 3일 (화) 오전 10:02, Petra Holm <petra@quay.example>님이 작성:
  {
    tag: 'ko',
    opens: [],
    wrote: ['님이 작성하였습니다', '님이 작성', '님이 쓴 글', '이(가) 쓴 글', '작성', '씀'],
    between: ['오전', '오후'],
  },
  // Vào Th 3, 3 thg 3, 2026 vào lúc 10:02 Petra Holm <petra@quay.example> đã viết:
  { tag: 'vi', opens: ['Vào', 'Ngày'], wrote: ['đã viết', 'viết'], between: ['SA', 'CH', 'lúc', 'vào'] },
  // Pada tanggal Sel, 3 Mar 2026 pukul 10.02 Petra Holm <petra@quay.example> menulis:
  { tag: 'id', opens: ['Pada'], wrote: ['menulis'], between: ['pukul', 'PTG', 'PG'] },
  // ในวันที่ อ. 3 มี.ค. 2026 เวลา 10:02 Petra Holm <petra@quay.example> เขียนว่า:
  { tag: 'th', opens: ['ในวันที่', 'เมื่อ', 'วันที่'], wrote: ['เขียนว่า', 'เขียน'], between: ['เวลา', 'น.'] },
  // मंगल, 3 मार्च 2026 को 10:02 am बजे को Petra Holm <petra@quay.example> ने लिखा:
  { tag: 'hi', opens: [], wrote: ['ने लिखा', 'लिखा'], between: ['बजे', 'को'] },
  // في الثلاثاء، 3 مارس 2026 في 10:02 ص تمت كتابة ما يلي بواسطة Petra Holm <petra@quay.example>:
  {
    tag: 'ar',
    opens: ['في', 'بتاريخ'],
    name: 'last',
    wrote: ['تمت كتابة ما يلي بواسطة', 'كتب', 'كتبت', 'كتب/كتبت'],
    between: ['ص', 'م'],
  },
  // در تاریخ سه‌شنبه ۳ مارس ۲۰۲۶، 10:02 Petra Holm <petra@quay.example> نوشت:
  { tag: 'fa', opens: ['در تاریخ', 'در'], wrote: ['نوشت'], between: ['ساعت'] },
  // בתאריך יום ג׳, 3 במרץ 2026 ב-10:02 מאת Petra Holm <petra@quay.example>:
  {
    tag: 'he',
    opens: ['בתאריך', 'ב'],
    name: 'last',
    wrote: ['מאת', 'כתב/ה', 'כתב', 'כתבה'],
    between: ['בשעה'],
  },
  // 3. märts 2026 10:02 kirjutas Petra Holm <petra@quay.example>:
  { tag: 'et', opens: [], name: 'last', wrote: ['kirjutas'] },
  // O mar, 3 mar 2026 ás 10:02, Petra Holm (<petra@quay.example>) escribiu:
  { tag: 'gl', opens: ['O'], wrote: ['escribiu'], between: ['ás'] },
  // Petra Holm (<petra@quay.example>) erabiltzaileak hau idatzi du (2026 mar. 3, ar. (10:02)):
  { tag: 'eu', opens: [], name: 'first', wrote: ['erabiltzaileak hau idatzi du', 'idatzi du'] },
  // аў, 3 сак. 2026 г. у 10:02 Petra Holm <petra@quay.example> піша:
  { tag: 'be', opens: ['У'], wrote: ['піша', 'напісаў(ла)', 'напісаў', 'напісала'], between: ['у'] },
  // На вто, 3 мар. 2026 во 10:02 Petra Holm <petra@quay.example> напиша:
  { tag: 'mk', opens: ['На'], wrote: ['напиша'], between: ['во'] },
  // Më mar, 3 mar 2026 në 10:02 PD Petra Holm <petra@quay.example> shkroi:
  { tag: 'sq', opens: ['Më'], wrote: ['shkroi', 'ka shkruar'], between: ['në', 'PD', 'MD'] },
  // Noong Mar, Mar 3, 2026 nang 10:02 AM si Petra Holm <petra@quay.example> ay sumulat:
  { tag: 'fil', opens: ['Noong'], wrote: ['ay sumulat', 'sumulat'], between: ['nang', 'si'] },
  // মঙ্গল, ৩ মার্চ, ২০২৬ তারিখে ১০:০২ AM এ Petra Holm <petra@quay.example> লিখেছেন:
  { tag: 'bn', opens: [], wrote: ['লিখেছেন'], between: ['তারিখে', 'এ'] },
  // செவ்., 3 மார்., 2026, முற்பகல் 10:02 அன்று, Petra Holm <petra@quay.example> எழுதியது:
  { tag: 'ta', opens: [], wrote: ['எழுதியது'], between: ['அன்று'] },
  // სამ, 3 მარ. 2026 წ. — 10:02-ზე Petra Holm <petra@quay.example>-მ დაწერა:
  { tag: 'ka', opens: [], wrote: ['-მ დაწერა', 'დაწერა'] },
  // երք, 3 մարտի, 2026 թ., 10:02-ին Petra Holm <petra@quay.example> գրել է:
  { tag: 'hy', opens: [], wrote: ['գրել է'] },
  // сс, 3 нау. 2026 ж. 10:02 Petra Holm <petra@quay.example> жазды:
  { tag: 'kk', opens: [], wrote: ['жазды'] },
  // Ar Maw, 3 Maw 2026 am 10:02 Petra Holm <petra@quay.example> ysgrifennodd:
  { tag: 'cy', opens: ['Ar', 'Ar ddydd'], wrote: ['ysgrifennodd'], between: ['am'] },
  // Ar 3 Márta 2026 10:02, scríobh Petra Holm:
  { tag: 'ga', opens: ['Ar'], name: 'last', wrote: ['scríobh'] },
  // Op Di, 03 Mrt. 2026 om 10:02 het Petra Holm <petra@quay.example> geskryf:
  { tag: 'af', opens: ['Op'], wrote: ['geskryf', 'die volgende geskryf'], between: ['het'] },
  // Mnamo Jum, 3 Mac 2026 saa 10:02 asubuhi Petra Holm <petra@quay.example> aliandika:
  {
    tag: 'sw',
    opens: ['Mnamo'],
    wrote: ['aliandika', 'ameandika'],
    between: ['saa', 'asubuhi', 'mchana', 'jioni'],
  },
  // D'ar 03/03/2026 da 10:02, Petra Holm en deus skrivet:
  { tag: 'br', opens: ["D'ar", 'D’ar', "D'an", 'D’an'], wrote: ['en deus skrivet', 'a skrivas'] },
  // Je 03/03/2026 10:02, Petra Holm skribis:
  { tag: 'eo', opens: ['Je', 'La'], wrote: ['skribis'] },
];
