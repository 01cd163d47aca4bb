import { statSync } from 'node:fs';

/** What tells that a file changed: its time and size; empty where it is not there. */
export function stampOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? `${found.mtimeMs} ${found.size}` : '';
}

/** Values by name, each made anew when its stamp is another. */
export interface KeptByStamp<Value> {
  of(name: string, stamp: string, make: () => Value): Value;
}

/** Keeps the values that were asked for last, `most` of them. */
export function keptByStamp<Value>(most: number): KeptByStamp<Value> {
  const kept = new Map<string, { readonly stamp: string; readonly value: Value }>();
  return {
    of(name, stamp, make) {
      const known = kept.get(name);
      const value = known?.stamp === stamp ? known.value : make();
      kept.delete(name);
      kept.set(name, { stamp, value });
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return value;
    },
  };
}
