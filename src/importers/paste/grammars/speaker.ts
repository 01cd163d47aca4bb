import { displayName } from '../../../thread/display-name.ts';
import { hashedId } from '../../../thread/ids.ts';
import { maskMailAddresses } from '../../../thread/mail-address.ts';
import type { Speaker } from './grammar.ts';

// `ines@quay.example`, `<ines@quay.example>`
const LOCAL_PART = /^[<"']?([^<"'@]{1,64})@/;

/**
 * A person by the name that a header writes; `null` where nothing of it may be seen. Of a mail address only the part before
 * the sign is shown; two addresses are two people.
 */
export function speakerNamed(written: string): Speaker | null {
  const name = written.trim();
  const shown = displayName(maskMailAddresses(name));
  if (!shown.includes('‹address›')) return shown === '' ? null : { key: shown, handle: shown };
  const rest = shown.replaceAll('‹address›', '').trim();
  const handle = rest || displayName(LOCAL_PART.exec(name)?.[1] ?? '');
  return handle === '' ? null : { key: hashedId(name.toLowerCase()), handle };
}
