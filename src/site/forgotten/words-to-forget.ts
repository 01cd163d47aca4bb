import { bodyText } from '../../bodies/text.ts';
import { parseBody } from '../../bodies/index.ts';
import { handlesOf, type KnownPerson } from '../../thread/people.ts';
import type { Person, Post } from '../../thread/schema.ts';
import { nameRun } from './word-codes.ts';

/** All that a post says, apart from what it quotes. */
export function textsOf({ body, subject, warning, attachments, poll }: Post): readonly string[] {
  return [
    bodyText(parseBody(body)).text,
    subject ?? '',
    warning ?? '',
    ...(attachments ?? []).map(({ description }) => description ?? ''),
    ...(poll?.options ?? []).map(({ title }) => title),
  ].filter((text) => text.trim() !== '');
}

/**
 * Names by which a person is told from everybody else, as runs of words: of two words or more, or with a digit or the
 * like in it. A name of one word, such as Ines, may be anybody's.
 */
export function namesOf(entry: KnownPerson, people: readonly Person[]): readonly string[] {
  const shown = new Set([entry.pseudonym ?? ''].map(nameRun));
  return [
    ...handlesOf(entry).map(([, handle]) => handle),
    ...(entry.names ?? []),
    ...people.flatMap(({ handle, name, url }) => [
      handle,
      name ?? '',
      (url ?? '').replace(/^https?:\/\/(?:www\.)?/, ''),
    ]),
  ].flatMap((name) => {
    const run = nameRun(name);
    const isTelling = run.includes(' ') || (/\p{L}/u.test(run) && /[\d_]/.test(run));
    return run === '' || shown.has(run) || !isTelling ? [] : [run];
  });
}
