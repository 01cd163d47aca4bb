/** How the line that a phone's or a web mail program adds begins or ends in a language. */
interface SentFrom {
  readonly tag: string;
  readonly begins?: readonly string[];
  readonly ends?: readonly string[];
}

/** Each with a line as a program writes it. */
const LANGUAGES: readonly SentFrom[] = [
  // Sent from my iPhone · Get Outlook for iOS
  {
    tag: 'en',
    begins: [
      'Sent from',
      'Sent via',
      'Sent with',
      'Sent using',
      'Sent on',
      'Get Outlook for',
      'Download Outlook for',
    ],
  },
  // Von meinem iPhone gesendet · Diese Nachricht wurde von meinem Mobiltelefon gesendet.
  {
    tag: 'de',
    begins: ['Gesendet von', 'Gesendet mit', 'Gesendet über', 'Gesendet aus', 'Outlook für'],
    ends: ['gesendet', 'verschickt'],
  },
  // Envoyé de mon iPhone
  {
    tag: 'fr',
    begins: [
      'Envoyé depuis',
      'Envoyé de',
      'Envoyé à partir de',
      'Envoyé avec',
      'Envoyé via',
      'Télécharger Outlook pour',
      'Obtenez Outlook pour',
    ],
  },
  // Enviado desde mi iPhone
  { tag: 'es', begins: ['Enviado desde', 'Enviado con', 'Enviado a través de', 'Obtener Outlook para'] },
  // Inviato da iPhone
  {
    tag: 'it',
    begins: ['Inviato da', 'Inviato dal', 'Inviato con', 'Inviato tramite', 'Ottieni Outlook per'],
  },
  // Verstuurd vanaf mijn iPhone
  {
    tag: 'nl',
    begins: [
      'Verzonden met',
      'Verzonden vanaf',
      'Verzonden via',
      'Verstuurd vanaf',
      'Verstuurd met',
      'Verstuurd via',
      'Verstuurd vanuit',
      'Outlook voor',
    ],
  },
  // Enviado do meu iPhone
  {
    tag: 'pt',
    begins: [
      'Enviado do',
      'Enviado da',
      'Enviado pelo',
      'Enviado a partir do',
      'Enviado via',
      'Obter o Outlook para',
      'Obtenha o Outlook para',
    ],
  },
  // Wysłane z iPhone’a
  { tag: 'pl', begins: ['Wysłane z', 'Wysłano z', 'Wysłane za pomocą', 'Pobierz program Outlook dla'] },
  // Отправлено с iPhone
  { tag: 'ru', begins: ['Отправлено с', 'Отправлено из', 'Отправлено через'] },
  // Надіслано з iPhone
  { tag: 'uk', begins: ['Надіслано з', 'Надіслано із', 'Відправлено з', 'Відправлено із'] },
  // Изпратено от моя iPhone
  { tag: 'bg', begins: ['Изпратено от'] },
  // Odesláno z iPhonu
  { tag: 'cs', begins: ['Odesláno z', 'Odesláno ze'] },
  // Odoslané z iPhonu
  { tag: 'sk', begins: ['Odoslané z', 'Odoslané zo'] },
  // iPhone-ról küldve
  { tag: 'hu', begins: ['Küldve'], ends: ['küldve'] },
  // Trimis de pe iPhone-ul meu
  { tag: 'ro', begins: ['Trimis de pe', 'Trimis din', 'Trimis de la'] },
  // Στάλθηκε από το iPhone μου
  { tag: 'el', begins: ['Στάλθηκε από', 'Εστάλη από'] },
  // iPhone’umdan gönderildi
  { tag: 'tr', ends: ['gönderildi'] },
  // Skickat från min iPhone
  {
    tag: 'sv',
    begins: ['Från min', 'från min', 'Skickat från', 'Skickat med', 'Skickat via', 'Hämta Outlook för'],
  },
  // Sendt fra min iPhone
  { tag: 'nb, da', begins: ['Sendt fra', 'Sendt med', 'Sendt via', 'Få Outlook for', 'Hent Outlook til'] },
  // Lähetetty iPhonesta
  { tag: 'fi', begins: ['Lähetetty'] },
  // Saadetud minu iPhone’ist
  { tag: 'et', begins: ['Saadetud minu'] },
  // Poslano s mog iPhonea · Послато са мог iPhone-а
  { tag: 'hr, sr, sl', begins: ['Poslano s', 'Poslano sa', 'Poslano z', 'Poslato sa', 'Послато са'] },
  // Išsiųsta iš mano iPhone · Nosūtīts no mana iPhone
  { tag: 'lt, lv', begins: ['Išsiųsta iš', 'Nosūtīts no'] },
  // iPhoneから送信
  { tag: 'ja', ends: ['から送信', 'から送信されました'] },
  // 发自我的 iPhone · 從我的 iPhone 傳送
  { tag: 'zh', begins: ['发自我的', '從我的', '从我的', '發自我的', '来自我的'] },
  // 나의 iPhone에서 보냄
  { tag: 'ko', ends: ['에서 보냄'] },
  // Đã gửi từ iPhone của tôi
  { tag: 'vi', begins: ['Đã gửi từ', 'Gửi từ'] },
  // Dikirim dari iPhone saya
  { tag: 'id', begins: ['Dikirim dari', 'Terkirim dari'] },
  // أرسلت من iPhone الخاص بي
  { tag: 'ar', begins: ['أرسلت من', 'أُرسلت من', 'مرسل من', 'تم الإرسال من'] },
  // נשלח מה-iPhone שלי
  { tag: 'he', begins: ['נשלח מ', 'נשלח מה'] },
  // ส่งจาก iPhone ของฉัน
  { tag: 'th', begins: ['ส่งจาก'] },
];

/**
 * Whether a line says from which device or program the mail was sent, and nothing else: `Sent from my iPhone`,
 * `(sent from a phone)`, `Sent from my cell, please excuse any typos.`; a sentence that only begins so is prose.
 */
export function isSentFrom(line: string): boolean {
  if (line.length > LONGEST) return false;
  const text = line.replace(LINK, '$1').replace(ADDRESS, '').replace(FRAME, '').trim();
  if (ON_DEVICE.test(text)) return true;
  const named = BEGINS.exec(text)?.[1];
  if (named !== undefined) return isDevice(named.trim()) && (!ARTICLE.test(named) || THING.test(named));
  const before = beforeEnd(text);
  return before !== undefined && DEVICE.test(before) && isDevice(before);
}

const LONGEST = 160;
// "[mail](https://…)"
const LINK = /\[([^[\]]{1,60})\]\([^()]{1,120}\)/g;
// "<https://aka.ms/…>", "iOShttps://…"
const ADDRESS = /<?https?:\/\/[^\s<>]{1,140}>?/g;
// "(sent from a phone)", "<<sent by galaxy>>", "*Sent from my iPhone*", "Sent from my iPhone."
const FRAME = /^[\s(<*_]+|[\s)>*_.!]+$/g;
// "From my iPhone 6", "sent by galaxy", "Petra from mobile"
const ON_DEVICE =
  /^(?:from my|sent by|\p{L}{1,20} from|via) (?:my )?(?:\S{1,20} ){0,2}?(?:i?phone|ipad|ipod|mobile|android|galaxy|blackberry|samsung|nokia|pixel|tablet|cell|cellphone|smartphone|htc)(?: \S{1,12})?$/iu;
const BEGINS = new RegExp(`^(?:${written('begins').join('|')})(?:\\s|(?<=[\\p{Lo}]))(.{1,120})$`, 'iu');
const ENDS = written('ends');

function written(place: 'begins' | 'ends'): readonly string[] {
  return LANGUAGES.flatMap((language) => language[place] ?? []).toSorted(
    (one, other) => other.length - one.length,
  );
}

/** What stands before the verb that ends the line; `undefined` where none does. */
function beforeEnd(text: string): string | undefined {
  const end = ENDS.find((word) => text.endsWith(word));
  return end === undefined ? undefined : text.slice(0, -end.length).trim();
}

// Where the verb ends the line it may end any sentence: "Das Paket wurde gesendet".
const DEVICE =
  /i?phone|ipad|ipod|mobil|android|galaxy|blackberry|samsung|nokia|pixel(?!s)|tablet|handy|telefon|outlook|mail|スマート|携帯|휴대/iu;
// "Sent from a mobile device", but "Sent from a hammock by the lake"
const ARTICLE = /^\s*(?:an?|the)\s/iu;
const THING = new RegExp(`${DEVICE.source}|phone|device|computer|laptop|desktop|\\b(?:pc|mac)\\b`, 'iu');
const MOST_WORDS = 9;
// "my cell, please excuse any typos", "my HTC M8.  Please excuse typos", "mein Handy – bitte Tippfehler entschuldigen"
const EXCUSE =
  /[,.;–—-]\s{1,3}\S.{0,60}(?:excuse|typo|brevity|pardon|forgive|sorry|apolog|entschuldig|tippfehler|disculp|désolé|excus|foutjes)/iu;
// "my desk, is much easier", "it was sent from here: see"
const SENTENCE =
  /[.,;:!?](?:\s|$)|\b(?:is|are|was|were|has|have|had|will|it|that|which|ist|war|est|fue|che|dat)\b/iu;

function isDevice(named: string): boolean {
  const excused = EXCUSE.exec(named);
  const device = excused ? named.slice(0, excused.index) : named;
  return !SENTENCE.test(device) && device.split(/\s+/).length <= MOST_WORDS;
}
