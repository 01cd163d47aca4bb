import type { Convention, Page } from '../../plain/convention.ts';
import { endsWithin } from '../../plain/level.ts';

/** What companies add below every mail: a paragraph near the end that begins as one and speaks of confidence. */
export const disclaimers: Convention = {
  name: 'disclaimers',
  begin: (page) => (at) => {
    const depth = page.lines[at]?.depth ?? 0;
    if (!startsParagraph(page, at, depth)) return null;
    if (!OPENING.test(page.content(at, depth).slice(0, LONGEST).trim())) return null;
    const end = paragraphEnd(page, at, depth);
    const said = page.lines
      .slice(at, end)
      .map((line) => line.content(depth).slice(0, MOST_TEXT))
      .join(' ');
    if (!SAYS.test(said.slice(0, MOST_TEXT))) return null;
    return endsWithin(page, end - 1, depth, MOST_BELOW) ? { count: end - at, role: 'footer' } : null;
  },
};

const LONGEST = 200;
const MOST_TEXT = 2000;
const MOST_LINES = 30;
/** More may follow: a second language, the company's address. */
const MOST_BELOW = 25;
// "This e-mail and any attachments …", "CONFIDENTIALITY NOTICE: …", "Diese E-Mail enthält …", "Ce message et toutes les pièces …"
const OPENING =
  /^[*_(]{0,2}(?:(?:this|the information (?:contained )?in this) (?:e-?mail|message|communication|transmission)\b|confidential(?:ity)?(?: notice| note)?\b.{0,4}[:.-]|(?:legal )?disclaimer\b ?[:.]|notice of confidentiality|important notice\b ?[:.]|diese (?:e-?mail|nachricht)\b|ce (?:message|courriel|mail)\b|este (?:mensaje|correo|e-?mail)\b|esta (?:mensagem|comunicación)\b|questo messaggio|questa (?:e-?mail|comunicazione)|(?:dit|deze) (?:bericht|e-?mail)\b|det(?:te|ta) (?:meddelande|e-post|e-mail)|denne (?:e-post|e-?mail|mail)|ta wiadomość|niniejsza wiadomość|это сообщение|данное сообщение|tento e-?mail|bu e-?posta)/iu;
// "confidential", "intended recipient", "vertrauliche Informationen", "confidentiel"
const SAYS =
  /confidential|privileged|intended (?:solely |only )?(?:recipient|for)|vertraulich|confiden[ct]i|riservat|vertrouwelijk|konfidenti|fortrolig|poufn|конфиденц|důvěrn|gizli/iu;

function startsParagraph({ lines }: Page, at: number, depth: number): boolean {
  const before = lines[at - 1];
  return before !== undefined && (before.blank || before.depth !== depth);
}

function paragraphEnd({ lines }: Page, at: number, depth: number): number {
  let end = at + 1;
  while (end < at + MOST_LINES && lines[end]?.depth === depth && !lines[end]?.blank) end += 1;
  return end;
}
