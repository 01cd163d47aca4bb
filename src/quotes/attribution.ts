import type { Person } from '../thread/schema.ts';

/**
 * Whether a name, as an attribution gives it, can mean this person: the handle (`@petra`, `@petra@list.example`),
 * the whole name, or some of its words in any order (`Petra`, `Holm, Petra`). Case and accents do not count.
 */
export function names(attributed: string, person: Person): boolean {
  const asked = wordsOfName(attributed);
  if (asked.length === 0) return false;
  if (FULL_HANDLE.test(attributed) && FULL_HANDLE.test(person.handle))
    return sameHandle(attributed, person.handle);
  if (attributed.trim().startsWith('@') && sameHandle(attributed, person.handle)) return true;
  const name = wordsOfName(person.name ?? '');
  const handle = wordsOfName(person.handle.split('@').filter(Boolean)[0] ?? '');
  return isWithin(asked, name) || (name.length > 0 && isWithin(name, asked)) || isWithin(asked, handle);
}

/** `@petra@list.example` */
const FULL_HANDLE = /^\s*@[^@\s]+@[^@\s]+\s*$/;

function sameHandle(attributed: string, handle: string): boolean {
  const [asked = '', askedHost] = handleParts(attributed);
  const [known = '', knownHost] = handleParts(handle);
  return asked === known && (askedHost === undefined || knownHost === undefined || askedHost === knownHost);
}

function handleParts(handle: string): readonly string[] {
  return handle.trim().replace(/^@/, '').toLowerCase().split('@');
}

function isWithin(some: readonly string[], all: readonly string[]): boolean {
  return some.every((word) => all.includes(word));
}

function wordsOfName(name: string): readonly string[] {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 || WHOLE_NAME.test(word));
}

/** `李`: one character that is a name and no initial. */
const WHOLE_NAME = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
