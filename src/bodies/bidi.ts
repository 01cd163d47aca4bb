/** LRE, RLE, PDF, LRO, RLO (U+202A–202E) and LRI, RLI, FSI, PDI (U+2066–2069). */
const CONTROL = /[\u202A-\u202E\u2066-\u2069]/;
const CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;
const OVERRIDE = /[\u202D\u202E]/;
const POP = '\u202C';
const POP_ISOLATE = '\u2069';
const FIRST_ISOLATE = '\u2066';

/**
 * The text without bidirectional control characters (Unicode UAX #9) that would disturb the page around it: all of
 * them where they are not balanced within the text or one of them overrides the order of letters, else none.
 */
export function withoutLooseBidi(text: string): string {
  return CONTROL.test(text) && !isBalanced(text) ? text.replace(CONTROLS, '') : text;
}

function isBalanced(text: string): boolean {
  if (OVERRIDE.test(text)) return false;
  const open: string[] = [];
  for (const [control] of text.matchAll(CONTROLS)) {
    if (control !== POP && control !== POP_ISOLATE) open.push(control < FIRST_ISOLATE ? POP : POP_ISOLATE);
    else if (open.pop() !== control) return false;
  }
  return open.length === 0;
}
