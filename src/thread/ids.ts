import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** `__proto__` would be lost as a key of a record. */
const SAFE = /^(?!__proto__$)[A-Za-z0-9_-]{1,32}$/;
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * The id of a post or person: the platform's own where it is safe in an address, else the first ten characters
 * of the base32 (RFC 4648, lower case) SHA-256 of it. Never depends on the place in an export.
 */
export function stableId(platformId: string): string {
  return SAFE.test(platformId) ? platformId : hashedId(platformId);
}

/** The hashed form whatever the input looks like; for ids that must not be read back, such as mail addresses. */
export function hashedId(platformId: string): string {
  const bytes = sha256(utf8ToBytes(platformId));
  let id = '';
  // Five bits at a time, the first fifty; what is not yet written stands in the last `bits` of `buffer`.
  for (let n = 0, buffer = 0, bits = 0; id.length < 10;) {
    if (bits < 5) {
      buffer = ((buffer << 8) | (bytes[n] ?? 0)) & 0xfff;
      bits += 8;
      n += 1;
    }
    bits -= 5;
    id += BASE32.charAt((buffer >> bits) & 31);
  }
  return id;
}

const LONGEST_SLUG = 60;

/** A thread's id from its title: lower-case ASCII words joined by hyphens; from a hash where no letter is left. */
export function slug(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const kept: string[] = [];
  for (const word of words) {
    if ([...kept, word].join('-').length > LONGEST_SLUG) break;
    kept.push(word);
  }
  return kept.join('-') || words[0]?.slice(0, LONGEST_SLUG) || `thread-${hashedId(title)}`;
}
