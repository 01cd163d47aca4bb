/** Everything a terminal obeys: C0 and C1 controls but for the line feed, and the marks that turn text around. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this takes away
const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** `ESC [ 1 ; 31 m`: the styles that this program itself sets. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character begins a style
const STYLE = /(\u001b\[[0-9;]{1,16}m)/;

/** Text that a terminal may be given: nothing in it but styles is obeyed. */
export function printable(text: string): string {
  return text
    .split(STYLE)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(OBEYED, visible)))
    .join('');
}

/** Somebody else's words on one line, in which not even styles are obeyed. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(OBEYED, visible).trim();
}

/** `width` characters at most, the last an ellipsis where something is left out. */
export function shortened(text: string, width: number): string {
  const characters = [...oneLine(text.slice(0, width * LONGEST_CHARACTER))];
  if (characters.length <= width) return characters.join('');
  return `${characters.slice(0, Math.max(0, width - 1)).join('')}…`;
}

/** One for the pair of surrogates, and some more for white space that will be folded. */
const LONGEST_CHARACTER = 8;

/** JSON as a terminal may be given it: what JSON leaves as it is and a terminal obeys is escaped. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    /[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A control's own picture where Unicode has one, else nothing. */
function visible(control: string): string {
  const code = control.charCodeAt(0);
  if (code === 9) return ' ';
  if (code < 32) return String.fromCharCode(0x2400 + code);
  return code === 127 ? '␡' : '';
}
