/** What a header of a mail says, whatever its language calls it. */
export type HeaderName =
  'from' | 'date' | 'to' | 'cc' | 'subject' | 'reply-to' | 'organization' | 'importance' | 'attachments';

/**
 * The headers that mail programs set above a mail they answer or pass on, as they call them in each language: Outlook,
 * Apple Mail, Gmail, Yahoo, Zimbra, Lotus Notes, Thunderbird, phones.
 */
const WRITTEN: Readonly<Record<HeaderName, string>> = {
  from: 'from, von, de, da, van, från, fra, lähettäjä, saatja, od, nadawca, odesílatel, odosielateľ, feladó, kimden, gönderen, от, от кого, від, від кого, από, expéditeur, remitente, mittente, afzender, expeditor, expeditorul, no, nuo, šalje, pošiljatelj, 发件人, 寄件者, 寄件人, 差出人, 送信者, 보낸 사람, 보낸사람, người gửi, từ, dari, pengirim, จาก, من, מאת, frá, प्रेषक',
  date: 'date, sent, sent on, datum, gesendet, gesendet am, envoyé, envoyé le, le, date d’envoi, fecha, enviado, enviado el, enviado em, enviada em, enviada, enviat, data, inviato, inviato il, verzonden, skickat, sendt, sendt den, dato, lähetetty, päiväys, saadetud, kuupäev, data wysłania, wysłano, wysłane, odesláno, dátum, odoslané, elküldve, küldve, tarih, gönderildi, gönderilme tarihi, дата, отправлено, відправлено, дата відправлення, надіслано, изпратено, ημερομηνία, στάλθηκε, trimis, data trimiterii, poslano, послато, датум, nosūtīts, išsiųsta, 发送时间, 日期, 发送日期, 时间, 寄件日期, 傳送時間, 日時, 送信日時, 보낸 날짜, 날짜, đã gửi, ngày, dikirim, tanggal, วันที่, ส่ง, تاريخ, التاريخ, أُرسلت, تم الإرسال, תאריך, נשלח, dags, दिनांक',
  to: 'to, an, à, a, para, pour, destinataire, destinataires, destinatario, per, aan, till, til, vastaanottaja, saaja, kellele, do, dla, adresat, komu, címzett, kime, alıcı, кому, до, до кого, προς, către, catre, destinatar, za, prima, kam, 收件人, 收件者, 宛先, 받는 사람, 받는사람, đến, tới, người nhận, kepada, ถึง, إلى, אל, newsgroups, प्रति',
  cc: 'cc, kopie, kopia, copie, copia, копия, копія, kopi, kopio, koopia, dw, do wiadomości, másolatot kap, másolat, bilgi, κοιν, cópia, tembusan, 抄送, 副本, 참조, สำเนา, نسخة, עותק',
  subject:
    'subject, betreff, objet, sujet, objet du message, asunto, assunto, oggetto, onderwerp, ämne, emne, aihe, teema, temat, předmět, predmet, věc, vec, tárgy, konu, тема, относно, предмет, θέμα, subiect, subiectul, naslov, zadeva, tēma, temats, tema, 主题, 主旨, 件名, 제목, chủ đề, subjek, perihal, เรื่อง, หัวเรื่อง, الموضوع, موضوع, נושא, efni, विषय',
  'reply-to':
    'reply-to, antwort an, répondre à, responder a, risposta, rispondi a, beantwoorden - aan, svar til, svara till, vastausosoite, odpowiedź do, ответить, odpověď, 回复, 返信先',
  organization: 'organization, organisation, organización',
  importance:
    'importance, priority, wichtigkeit, priorität, importancia, importanza, prioriteit, prioritet, viktighet, ważność, важность, fontosság, 重要性',
  attachments:
    'attachments, attachment, anlagen, anhang, pièces jointes, adjuntos, datos adjuntos, anexos, allegati, bijlagen, bilagor, vedlegg, liitteet, załączniki, přílohy, вложения, 附件, 添付ファイル, 첨부',
};

/** Which header a name is, in lower case: `gesendet` → `date`. */
export const HEADER_NAMES: ReadonlyMap<string, HeaderName> = new Map(
  Object.entries(WRITTEN).flatMap(([name, written]) =>
    written.split(', ').map((word) => [word, name as HeaderName] as const),
  ),
);

/**
 * A line as a header, its name and its value: `From: Petra Holm`, `*Gesendet:* Dienstag`, `Objet : marée`,
 * `发件人：Petra Holm`; `null` where it is none.
 */
export function headerIn(line: string): { readonly name: HeaderName; readonly value: string } | null {
  const match = HEADER.exec(line.slice(0, LONGEST).replace(DIRECTIONS, ''));
  const name = match && HEADER_NAMES.get((match[1] ?? '').toLowerCase());
  return name ? { name, value: match?.[2] ?? '' } : null;
}

const LONGEST = 300;
const DIRECTIONS = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
// "From: Ada Lovelace", "*Sent:* Monday", "**Von:** Ada", "> Objet : x", "收件人：Ada"
const HEADER = /^[*_]{0,2}([\p{L}][\p{L}\p{M}’' -]{0,24}?)[*_]{0,2} ?[:：][*_]{0,2}\s*(\S.*)?$/u;
