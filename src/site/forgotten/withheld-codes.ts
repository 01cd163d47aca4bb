import { applyOverlay } from '../../thread/overlay.ts';
import { peopleIn, withdrawnPosts } from '../../thread/apply-people.ts';
import { threadSchema } from '../../thread/schema.ts';
import { fileOfOverlay, parseOverlay, readThreadFiles, threadIds } from '../content-files.ts';
import { parsePeople, peopleConcerning, readPeopleText } from '../people-file.ts';
import { readForgotten } from './forgotten-file.ts';
import { codesOf, tellingRuns, type WordCodes } from './word-codes.ts';
import { namesOf, textsOf } from './words-to-forget.ts';

/** What no file of the built site may hold. */
export interface Withheld {
  readonly salt: string;
  readonly codes: WordCodes;
}

/** What was forgotten, and what content/people.yaml withholds; `null` where that is nothing. */
export function withheldCodes(root: string): Withheld | null {
  const forgotten = readForgotten(root);
  const runs = runsOfPeople(root);
  if (!forgotten && runs.length === 0) return null;
  const salt = forgotten?.salt ?? '';
  const codes = new Map<number, Set<string>>();
  const add = (size: number, some: readonly string[]) => {
    const known = codes.get(size) ?? new Set();
    for (const code of some) known.add(code);
    codes.set(size, known);
  };
  for (const [size, some] of Object.entries(forgotten?.words ?? {})) add(Number(size), some);
  for (const [size, some] of codesOf(runs, salt)) add(size, some);
  return { salt, codes };
}

/** The names of those with a pseudonym, and names and words of those who withdrew. */
function runsOfPeople(root: string): readonly string[] {
  const hidden = Object.fromEntries(
    Object.entries(parsePeople(readPeopleText(root))).filter(
      ([, { pseudonym, withdrawn }]) => pseudonym !== undefined || withdrawn !== undefined,
    ),
  );
  const runs = new Set(Object.values(hidden).flatMap((entry) => namesOf(entry, [])));
  if (Object.keys(hidden).length === 0) return [];
  for (const id of threadIds(root)) {
    const { json, overlay } = readThreadFiles(root, id);
    const people = peopleConcerning(hidden, json, overlay);
    if (Object.keys(people).length === 0) continue;
    const decided = overlay === '' ? {} : parseOverlay(overlay, fileOfOverlay(id));
    const { thread } = applyOverlay(threadSchema.parse(JSON.parse(json)), decided);
    for (const { entry, ids } of peopleIn(thread, people)) {
      const persons = ids.flatMap((one) => thread.people[one] ?? []);
      for (const run of namesOf(entry, persons)) runs.add(run);
    }
    const gone = withdrawnPosts(thread, people);
    for (const post of thread.posts)
      if (gone.has(post.id))
        for (const text of textsOf(post)) for (const run of tellingRuns(text)) runs.add(run);
  }
  return [...runs];
}
