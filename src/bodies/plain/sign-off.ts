/**
 * The lines of a text, whichever line ends it has, without white space at their ends, and without rows of marks
 * (`-----`) at the end of all: they part it from what was left out.
 */
export function ownLines(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trimEnd());
  const end = lines.findLastIndex((line) => line !== '' && !TRAILING_ROW.test(line)) + 1;
  return end > 0 ? lines.slice(0, end) : lines;
}

// "------", "=====", "—", "ᐧ"
const TRAILING_ROW = /^\s*(?:[-_=+~#*,—]{3,}|--|[—ᐧ])$/;

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
// "we" in "and so we did."; none in "Ada K. Lovelace, Ph.D."
const SMALL_WORD = / \p{Ll}/u;

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
  return SENTENCE_END.test(line) && line.split(' ').length > 3 && SMALL_WORD.test(line);
}

/** A line that says who signs has at most so many words beside the name: `Ada Lovelace, Ph.D.`. */
const MOST_OTHERS = 2;
const BETWEEN_WORDS = /[^\p{L}\p{N}'’]+/u;
// "Petra Holm <petra@quay.example>", "petra@quay.example"
const ADDRESS = /[^\s<>@]{1,64}@[^\s<>@]{1,255}/;
const SHORTEST_NAME = 3;
// "Thanks, Petra"
const THANKS: ReadonlySet<string> = new Set(
  'thanks thank you cheers regards best love many all the yours'.split(' '),
);

/** Whether a line says who signs: the address, the whole name and hardly more, or a part of it alone. */
function bears(line: string, sender: string): boolean {
  const address = ADDRESS.exec(sender)?.[0];
  const said = line.toLowerCase();
  if (address && said.includes(address)) return true;
  const name = wordsOf(sender.replace(ADDRESS, ' '));
  const known = name.length > 0 ? name : wordsOf((address ?? '').replace(/@.*/, ''));
  const words = wordsOf(said).filter((word) => !THANKS.has(word));
  if (words.length === 0) return false;
  if (words.every((word) => word.length >= SHORTEST_NAME && known.includes(word))) return true;
  return (
    name.length > 0 && name.every((word) => words.includes(word)) && words.length <= name.length + MOST_OTHERS
  );
}

function wordsOf(text: string): readonly string[] {
  return text.split(BETWEEN_WORDS).filter(Boolean);
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
