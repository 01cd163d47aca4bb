/** Words, syllables and characters that sentences are made of; nobody ever said them in this order. */
export const COMMON =
  'the of and to in a is that it was for on with as at by be this have from or had but what all were when we there can an your which their if do will each about how up out them then she many some so these would into has more two like him see could make than first been its who now people my made over did down only way find use may long little very after words called just where most know'.split(
    ' ',
  );

export const SYLLABLES =
  'ba ce di fo gu har kel lim mon nar pol quin ros sel tam vor wex yar zun thri spe cla dro fle gri'.split(
    ' ',
  );

/** What everybody says, and so nobody in particular. */
export const FORMULAS = [
  'please let me know what you think',
  'as far as I can see',
  'thank you very much for your help',
  'I hope that this makes sense to everybody',
  'if I remember it correctly',
  'that is exactly what I meant to say',
  'we should talk about this some other time',
  'I could not agree more with what you say',
] as const;

/** Characters of Chinese, 不 among the most frequent, for it negates. */
export const HAN = [
  ...'的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学么之都好看起发当没成只如事把还用第样道想作种开美总从无情己面最女但现前些所同日手又行意动方期它头经长儿回位分爱老因很给名法间斯知世什两次使身者被高已亲其进此话常与活正感',
];

export const ARABIC =
  'كان في من على إلى هذا البحر المد القارب الميناء الليل الضوء الحبل الجسر الصباح الرسالة السؤال الجواب القارئ الهامش السجل الموسم لكن لأن بين بعد قبل عند كل شيء أحد ببطء بعناية حمل عد وعد نسي أصلح أخر نشر قاس كتب قال رأى'.split(
    ' ',
  );

/** Whole syllables of Thai, so that a cut never parts a vowel sign from its consonant. */
export const THAI =
  'เรือ ท่า น้ำ ขึ้น ลง เช้า นี้ เชือก โคม ไฟ จด หมาย ถาม ตอบ คน อ่าน เขียน หน้า เดือน ปี ก่อน หลัง ช้า เร็ว มาก น้อย และ แต่ เพราะ ว่า จะ ได้ ไป มา อยู่ ที่ ใน กับ ของ เรา เขา ไม่ ใช่ ดี'.split(
    ' ',
  );

export const EMOJI = ['⚓', '🌊', '⛵', '👩‍🔧', '🇳🇴', '👍🏽', '🕯️'] as const;

/** Letters whose marks may be written beside them. */
export const ACCENTED = ['é', 'ü', 'ñ', 'å', 'č', 'ő', 'ế', 'ḍ̇'] as const;
