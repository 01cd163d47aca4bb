import { trailersIn } from '../bodies/trailers.ts';

/** Whether a text only greets, thanks, takes leave or gives trailers: it says nothing about what stands above it. */
export function isCivility(text: string): boolean {
  return withoutTrailers(text)
    .split('\n')
    .every((line) => line.trim() === '' || CIVIL.test(line.trim()));
}

/** Whether a text begins with approval of a whole: a trailer, `LGTM`, `Applied, thanks`. */
export function approves(text: string): boolean {
  return trailersIn(text)[0]?.start === 0 || APPROVAL.test(text);
}

function withoutTrailers(text: string): string {
  const bounds = [0, ...trailersIn(text).flatMap(({ start, end }) => [start, end]), text.length];
  return bounds.map((from, n) => (n % 2 === 0 ? text.slice(from, bounds[n + 1]) : '')).join('');
}

// "Hi Petra,", "Thanks!", "Best regards,", "Bo"
const CIVIL =
  /^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|thanks|thank you|thx|cheers|regards|(?:best|kind|warm) (?:regards|wishes)|best|yours)\b[^.:;?\n]{0,40}[,.!]?|\p{Lu}\p{L}{1,20}|[-–—~] ?\p{Lu}\p{L}{1,20}(?: \p{Lu}\p{L}{1,20})?)$/iu;
const APPROVAL =
  /^(?:lgtm|looks (?:good|fine|ok)|applied|queued|pushed|merged|acked|picked|taken|nice work|this looks (?:good|fine))\b/i;
