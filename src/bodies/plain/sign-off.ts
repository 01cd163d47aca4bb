/** The lines of a text, whichever line ends it has, without white space at their ends. */
export function ownLines(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/).map((line) => line.trimEnd());
}

/**
 * Lines without the sign-off at their end that bears the sender's name or address: the name on a line of its own,
 * with a closing formula above it (`Thank you,`), a row of marks, and short lines of contact below it. As they are
 * where none does, or where nothing else would be left.
 */
export function withoutSignOff(lines: readonly string[], sender: string): readonly string[] {
  const end = lines.findLastIndex((line) => line !== '') + 1;
  const start = signOffStart(lines.slice(0, end), sender.trim().toLowerCase());
  return lines.slice(0, start).some((line) => line !== '') ? lines.slice(0, start) : lines;
}

/** A sign-off has no more lines than this, blank ones not counted. */
const MOST_LINES = 12;
/** Longer lines are prose. */
const LONGEST = 60;
// "Thank you,", "Best regards", "Mit freundlichen Grüßen", "С уважением,"
const CLOSING =
  /^(?:many |kind |best |warm |with )*(?:thanks?(?: you)?(?: again| very much| so much| in advance)?|regards|wishes|cheers|sincerely|yours(?: \w+)?|cordially|greetings|saludos|un saludo|abrazos?|cordialement|bien à vous|merci|(?:mit )?(?:freundlichen|besten|lieben|herzlichen|viele[nr]?|liebe|beste|schöne) grü(?:ß|ss)e[n]?|met vriendelijke groet(?:en)?|groet(?:en|jes)?|cordiali saluti|distinti saluti|grazie|saluti|atenciosamente|obrigad[oa]|abraços?|pozdrawiam|с уважением|дякую|з повагою|спасибо|hälsningar|(?:med )?vänliga hälsningar|(?:med )?vennlig hilsen|(?:med )?venlig hilsen|hilsen|terveisin|ystävällisin terveisin|s pozdravem|s pozdravom|üdvözlettel|cu stima|saygılarımla)[\s,.!]*$/iu;
// "----------------", "____"
const ROW = /^[-_=*~—]{2,80}$/;
const SENTENCE_END = /[.!?:;]$/;

function signOffStart(lines: readonly string[], sender: string): number {
  let signed = -1;
  let filled = 0;
  let at = lines.length - 1;
  for (; at >= 0 && filled < MOST_LINES; at -= 1) {
    const line = (lines[at] ?? '').trim();
    if (line === '') continue;
    if (ROW.test(line)) return signed < 0 ? lines.length : at;
    if (line.length > LONGEST || (isSentence(line) && !CLOSING.test(line))) break;
    filled += 1;
    if (CLOSING.test(line) && signed >= 0) return at;
    if (bears(line, sender)) signed = at;
  }
  return signed < 0 ? lines.length : paragraphStart(lines, signed);
}

function isSentence(line: string): boolean {
  return SENTENCE_END.test(line) && line.split(' ').length > 3;
}

/** A line that says who signs has at most so many words beside the name: `Ada Lovelace, Ph.D.`. */
const MOST_OTHERS = 2;
const BETWEEN_WORDS = /[^\p{L}\p{N}'’]+/u;

/** Whether a line says who signs: all words of the sender's name and hardly more, or the address. */
function bears(line: string, sender: string): boolean {
  if (sender.includes('@')) return line.toLowerCase().includes(sender);
  const said = line.toLowerCase().split(BETWEEN_WORDS).filter(Boolean);
  const name = sender.split(BETWEEN_WORDS).filter(Boolean);
  return (
    name.length > 0 && name.every((word) => said.includes(word)) && said.length <= name.length + MOST_OTHERS
  );
}

/** The first line of the run of short lines that the signed one stands in. */
function paragraphStart(lines: readonly string[], signed: number): number {
  let start = signed;
  while (start > 0) {
    const before = lines[start - 1] ?? '';
    if (before === '' || before.length > LONGEST || isSentence(before)) break;
    start -= 1;
  }
  return start;
}
