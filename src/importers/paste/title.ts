import { leadingMentions } from './mentions.ts';

const LONGEST = 80;

/** A thread's title from its first post: the first line that holds more than mentions, cut after a whole word. */
export function titleFrom(text: string): string {
  const line =
    firstWords(text)
      .replace(MENTIONS, '')
      .replace(/[\s:;,]+$/, '') || 'Copied thread';
  if (line.length <= LONGEST) return line;
  const cut = line.lastIndexOf(' ', LONGEST);
  return `${line.slice(0, cut > 0 ? cut : LONGEST).toWellFormed()}…`;
}

// `@ines @tomas@quay.example, `
const MENTIONS = /^(?:@\S+\s+)*/;
/** More than a title needs, and little enough to look at in any order. */
const ENOUGH = 2000;

function firstWords(text: string): string {
  const lines = text.slice(0, ENOUGH).split('\n');
  const line = lines.find((candidate) => {
    const lead = leadingMentions(candidate);
    return candidate.trim() !== '' && (lead === null || lead.text);
  });
  return (line ?? '')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/\s+/g, ' ');
}
