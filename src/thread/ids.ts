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
  // Ten characters of five bits each are fifty bits: the first seven bytes.
  const bits = [...bytes.subarray(0, 7)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length: 10 }, (_, n) => BASE32[Number.parseInt(bits.slice(n * 5, n * 5 + 5), 2)]).join(
    '',
  );
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
