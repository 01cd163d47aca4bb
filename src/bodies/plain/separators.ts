/** What mail programs write above a mail that they pass on, between dashes or alone with a colon. */
const FORWARDED = [
  'Forwarded message',
  'Weitergeleitete Nachricht',
  'Message transféré',
  'Message réexpédié',
  'Mensaje reenviado',
  'Missatge reenviat',
  'Messaggio inoltrato',
  'Doorgestuurd bericht',
  'Mensagem encaminhada',
  'Mensagem reencaminhada',
  'Wiadomość przekazana dalej',
  'Przekazana wiadomość',
  'Treść przekazanej wiadomości',
  'Пересылаемое сообщение',
  'Пересылаемое письмо',
  'Переслане повідомлення',
  'Препратено съобщение',
  'Přeposlaná zpráva',
  'Preposlaná správa',
  'Továbbított üzenet',
  'Mesaj redirecționat',
  'Προωθημένο μήνυμα',
  'Yönlendirilen ileti',
  'İletilen mesaj',
  'Vidarebefordrat meddelande',
  'Vidarebefordrat brev',
  'Videresendt melding',
  'Videresendt meddelelse',
  'Videresendt besked',
  'Välitetty viesti',
  'Edelleenlähetetty viesti',
  'Edastatud sõnum',
  'Proslijeđena poruka',
  'Prosleđena poruka',
  'Posredovano sporočilo',
  '転送されたメッセージ',
  '转发邮件',
  '转发的邮件',
  '轉寄郵件',
  '轉寄的郵件',
  '전달된 메시지',
  'Thư đã chuyển tiếp',
  'Tin nhắn được chuyển tiếp',
  'Pesan terusan',
  'رسالة معاد توجيهها',
  'הודעה שהועברה',
];

/** Apple Mail's line, without dashes. */
const BEGIN_FORWARDED = [
  'Begin forwarded message',
  'Start of forwarded message',
  'Forwarded message',
  'Anfang der weitergeleiteten Nachricht',
  'Beginn der weitergeleiteten Nachricht',
  'Début du message réexpédié',
  'Début du message transféré',
  'Inicio del mensaje reenviado',
  'Inizio messaggio inoltrato',
  'Begin doorgestuurd bericht',
  'Início da mensagem encaminhada',
  'Início da mensagem reencaminhada',
  'Początek przekazywanej wiadomości',
  'Начало переадресованного сообщения',
  'Начало переадресованного письма',
  'Přeposílaná zpráva',
  'Továbbított levél kezdete',
  'Vidarebefordrat mejl',
  'Videresendt melding',
  'Start på videresendt besked',
  'Välitetty viesti alkaa',
  'İletilmiş iletinin başlangıcı',
  '転送されたメッセージ',
  '以下是转发的邮件',
  '開始轉寄郵件',
  '전달된 메시지',
];

/** What mail programs write above the mail that they answer, between dashes. */
const ORIGINAL = [
  'Original Message',
  'Original Appointment',
  'Reply Message',
  'Replied Message',
  'Antwort Nachricht',
  'Ursprüngliche Nachricht',
  'Originalnachricht',
  'Original-Nachricht',
  'Message d’origine',
  'Message original',
  'Message initial',
  'Mensaje original',
  'Missatge original',
  'Messaggio originale',
  'Oorspronkelijk bericht',
  'Origineel bericht',
  'Mensagem original',
  'Mensagem Original',
  'Wiadomość oryginalna',
  'Oryginalna wiadomość',
  'Исходное сообщение',
  'Оригинальное сообщение',
  'Оригінальне повідомлення',
  'Оригинално съобщение',
  'Původní zpráva',
  'Původní e-mail',
  'Pôvodná správa',
  'Eredeti üzenet',
  'Mesaj original',
  'Mesaj inițial',
  'Αρχικό μήνυμα',
  'Orijinal İleti',
  'Özgün ileti',
  'Ursprungligt meddelande',
  'Originalmeddelande',
  'Opprinnelig melding',
  'Oprindelig meddelelse',
  'Oprindelig besked',
  'Alkuperäinen viesti',
  'Algne sõnum',
  'Izvorna poruka',
  'Originalna poruka',
  'Izvirno sporočilo',
  '元のメッセージ',
  '原始邮件',
  '原邮件',
  '原始郵件',
  '원본 메시지',
  '원본 메일',
  'Thư gốc',
  'Pesan Asli',
  'رسالة أصلية',
  'הודעה מקורית',
];

/** Whether a line announces a mail passed on whole: `---------- Forwarded message ---------`, `Begin forwarded message:`. */
export function announcesForward(line: string): boolean {
  const dashed = betweenDashes(line);
  if (dashed) return FORWARDS.has(dashed) || FORWARDED_BY.test(dashed);
  return line.length < LONGEST && /[:：]$/.test(line) && BEGINS.has(folded(line.replace(/\s?[:：]$/, '')));
}

/** Whether a line announces the mail that is answered: `-----Original Message-----`. */
export function announcesOriginal(line: string): boolean {
  const dashed = betweenDashes(line);
  return dashed !== null && ORIGINALS.has(dashed);
}

/** Whether a line says what stands between the dashes of such an announcement, without them: `Reply Message`. */
export function announcesMail(line: string): boolean {
  if (line.length >= LONGEST) return false;
  const said = folded(line.replace(/\s?[:：]$/, ''));
  return ORIGINALS.has(said) || FORWARDS.has(said) || BEGINS.has(said);
}

const LONGEST = 100;
// "---------- Forwarded message ---------", "*----- Original Message -----*"
const DASHED = /^\*?-{2,30} ?([^\s-].{2,70}?) ?-{2,30}\*?$/;
// Lotus Notes: "----- Forwarded by Petra Holm/Quay on 03/03/2026 10:02 AM -----"
const FORWARDED_BY = /^(?:forwarded by|weitergeleitet von|transféré par|reenviado por) /;

const FORWARDS = new Set(FORWARDED.map(folded));
const BEGINS = new Set(BEGIN_FORWARDED.map(folded));
const ORIGINALS = new Set(ORIGINAL.map(folded));

function betweenDashes(line: string): string | null {
  const inner = line.length < LONGEST && /^\*?--/.test(line) ? DASHED.exec(line)?.[1] : undefined;
  return inner === undefined ? null : folded(inner);
}

/** Without case, and with one apostrophe. */
function folded(text: string): string {
  return text.toLowerCase().replaceAll("'", '’').trim();
}
