import type { Convention } from '../../plain/convention.ts';

/** The line that a phone's mail program adds: `Sent from my iPhone`. */
export const phoneSignatures: Convention = {
  name: 'phone-signatures',
  begin: (page) => (at) => {
    const line = page.lines[at];
    if (!line || line.text.length > LONGEST || !LINE.test(page.content(at, line.depth).trim())) return null;
    const next = page.lines[page.filled(at + 1)];
    const apart = page.lines[at + 1]?.blank !== false || next?.depth !== line.depth;
    return apart ? { count: 1, role: 'signature' } : null;
  },
};

const LONGEST = 100;
// "Sent from my iPhone", "Sent from Mail for Windows", "Get Outlook for iOS<https://…>"
const LINE =
  /^(?:Sent (?:from|via) (?:my (?:\S+ ){0,5}?\S+|(?:Yahoo|Proton|AOL|Samsung|Outlook|Mail|Gmail)\b.{0,40})|Get Outlook for (?:iOS|Android).{0,60})$/i;
