/** A text of at most about so many characters, cut between words, its missing end marked. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const space = text.lastIndexOf(' ', longest);
  return `${text.slice(0, space > 0 ? space : longest).toWellFormed()} …`;
}
