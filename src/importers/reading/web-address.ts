import { safeAddress } from '../../thread/address.ts';

/** The first of the addresses that leads to the web, normalised. */
export function webAddress(...addresses: readonly string[]): string | undefined {
  return addresses.map(safeAddress).find((address) => address?.startsWith('http'));
}
