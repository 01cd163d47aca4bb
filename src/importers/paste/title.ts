import { displayName } from '../../thread/display-name.ts';
import { leadingMentions } from './mentions.ts';

const LONGEST = 80;

/** A thread's title from its first post: the first line that holds more than mentions, cut after a whole word. */
export function titleFrom(text: string): string {
  const line = displayName(firstWords(text)).replace(ENDING, '') || 'Copied thread';
  const characters = [...line];
  if (characters.length <= LONGEST) return line;
  const kept = characters.slice(0, LONGEST).join('');
  const cut = characters[LONGEST] === ' ' ? kept.length : kept.lastIndexOf(' ');
  return `${(cut > 0 ? kept.slice(0, cut) : kept).replace(ENDING, '')}…`;
}

// `From Jory, warden of the pier:`
const ENDING = /[\s:;,]{1,8}$/;
// `@ines @tomas@quay.example, `, maybe behind direction marks
const MENTIONS = /^[\p{Cf}\s]*(?:@\S+\s+)*/u;
/** More than a title needs, and little enough to look at in any order. */
const ENOUGH = 2000;

function firstWords(text: string): string {
  const lines = text.slice(0, ENOUGH).split('\n');
  const line = lines.find((candidate) => {
    const lead = leadingMentions(candidate);
    return candidate.trim() !== '' && (lead === null || lead.text);
  });
  return (line ?? '').replace(MENTIONS, '');
}
