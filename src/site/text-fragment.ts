import { textDirective } from '../browser/text-fragment.ts';

/** An address with a text directive behind its fragment, if it has one. */
export function withTextFragment(address: string, passage: string): string {
  const directive = textDirective(passage);
  if (directive === '' || address.includes(':~:')) return address;
  return address.includes('#') ? `${address}${directive}` : `${address}#${directive}`;
}
