import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'recheck';
import { BOUNDED } from './bounded.ts';
import { keyOf, type Pattern, patternLiterals } from './patterns.ts';

/** Where what was proven is kept, for a proof takes up to seconds: from a pattern to the checker that proved it. */
export const PROVEN_FILE = join(import.meta.dirname, 'proven.json');

/** What recheck says of a pattern that is not known to be linear. */
export interface Unproven {
  readonly pattern: Pattern;
  readonly status: string;
  /** A text on which it takes long. */
  readonly attack: string;
}

const LIMIT_MS = 30_000;

/**
 * Proves what the record does not hold. recheck builds an automaton of a pattern and decides whether its time is linear;
 * where it cannot (look-around), it searches for texts on which the time grows faster.
 */
export async function prove(record: Readonly<Record<string, string>>) {
  const proven: [string, string][] = [];
  const unproven: Unproven[] = [];
  for (const pattern of patternLiterals()) {
    const key = keyOf(pattern);
    if (BOUNDED.has(key)) continue;
    const before = Object.hasOwn(record, key) ? record[key] : undefined;
    if (before !== undefined) {
      proven.push([key, before]);
      continue;
    }
    const found = await check(pattern.source, pattern.flags, { timeout: LIMIT_MS });
    if (found.status === 'safe') {
      proven.push([key, found.checker]);
      continue;
    }
    const attack = found.status === 'vulnerable' ? found.attack.pattern.slice(0, 160) : '';
    unproven.push({ pattern, status: found.status, attack });
  }
  proven.sort(([one], [other]) => (one < other ? -1 : 1));
  return { proven: Object.fromEntries(proven), unproven };
}

export function recordedProofs(): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(PROVEN_FILE, 'utf8'));
}
