import type { Convention, Page } from '../../plain/convention.ts';

/**
 * The line that a ticket system sets above its mail so that it can cut answers off there: `##- Please type your reply
 * above this line -##`. What stands below is the mail that is answered.
 */
export const replyTemplates: Convention = {
  name: 'reply-templates',
  begin: (page) => (at) => {
    const depth = page.lines[at]?.depth ?? 0;
    const text = page.content(at, depth).trim();
    if (text.length > LONGEST || !isDelimiter(text)) return null;
    const next = page.lines[page.filled(at + 1)];
    if (!next || next.depth < depth || !startsWords(page, at, depth)) return null;
    return {
      count: 1,
      role: 'attribution',
      introduces: { kind: 'reply', attribution: text },
      ...(next.depth === depth && { rest: 'quote' }),
    };
  },
};

const LONGEST = 120;
// "##-", "---", "-=-=-", "*****": at least two marks on both sides, or "##" on one.
const FRAMED = /^[#*=_<>[\]( -]*(?:[#*=_-]{2}|[[(<])[#*=_<>[\]( -]*(\p{L}.*?\p{L})[.!:]?[#*=_<>\])\s-]*$/u;
// "Please type your reply above this line", "Reply above this line", "Bitte antworten Sie oberhalb dieser Zeile"
const SAYS =
  /^(?:please )?(?:do not (?:write|reply) below|(?:type|write|enter|add)\b.{0,30}\b(?:reply|response|answer|comment)s?\b.{0,20}\babove|reply above|in replies all text above)\b|^bitte .{0,40}(?:über|oberhalb) (?:dieser|diese) (?:linie|zeile)|^(?:veuillez |merci de )?(?:répondre|répondez|saisir votre réponse).{0,20}au-dessus|^(?:por favor,? )?(?:responda|responder|escriba su respuesta).{0,20}(?:encima|arriba|acima)|^(?:rispondi|rispondere|scrivi la tua risposta).{0,20}sopra|^(?:gelieve )?.{0,30}boven deze (?:lijn|regel)|^skriv (?:ditt )?svar(?:et)? ovanför/iu;

function isDelimiter(text: string): boolean {
  const said = FRAMED.exec(text)?.[1];
  return said !== undefined && SAYS.test(said);
}

/** A quoted line of a template is its own first line, or words stand above it. */
function startsWords({ lines }: Page, at: number, depth: number): boolean {
  const before = lines[at - 1];
  return !before || before.blank || before.depth !== depth;
}
