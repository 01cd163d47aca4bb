const RAISED = charactersTo('0123456789+-−n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ');
const LOWERED = charactersTo('0123456789+-−', '₀₁₂₃₄₅₆₇₈₉₊₋₋');

/** An exponent or an index has no more characters. */
export const LONGEST_INDEX = 12;

/** The number in Unicode's own raised digits, `undefined` where the text is none: 10² must not read 102. */
export function raised(text: string): string | undefined {
  return shifted(text, RAISED);
}

/** The same in lowered digits: H₂O. */
export function lowered(text: string): string | undefined {
  return shifted(text, LOWERED);
}

function shifted(text: string, characters: ReadonlyMap<string, string>): string | undefined {
  if (text === '' || text.length > LONGEST_INDEX) return undefined;
  const written = [...text].map((character) => characters.get(character));
  return written.every((one) => one !== undefined) ? written.join('') : undefined;
}

function charactersTo(from: string, to: string): ReadonlyMap<string, string> {
  const shifted = [...to];
  return new Map([...from].map((character, n) => [character, shifted[n] ?? character]));
}
