import { refuseWithoutConsent } from '../../site/consent.ts';
import { editedThread, readThreadFiles } from '../../site/content-files.ts';
import type { DigestFile } from '../../site/digest-files.ts';
import { PEOPLE_FILE, parsePeople, readPeopleText } from '../../site/people-file.ts';
import { lineOf } from '../../site/schema-error.ts';
import type { Settings } from '../../site/settings.ts';
import type { Leftover } from '../../thread/apply-people.ts';
import { fitsPerson, handlesOf, type KnownPerson, type People } from '../../thread/people.ts';
import { disguiseOf } from '../../thread/pseudonym.ts';
import type { Person, PersonId, Thread, ThreadId } from '../../thread/schema.ts';
import { parseThread } from '../thread-files.ts';
import { orFinding } from '../or-finding.ts';
import type { ContentFinding } from './finding.ts';

/** What may be amiss with the people whom the editor knows, and with the basis on which threads are shown. */
export function checkPeople(
  root: string,
  ids: readonly ThreadId[],
  digests: readonly DigestFile[],
  settings: Pick<Settings, 'consent'>,
): readonly ContentFinding[] {
  const text = readPeopleText(root);
  const findings: ContentFinding[] = [];
  const people = orFinding(() => parsePeople(text), findings);
  if (!people || (Object.keys(people).length === 0 && settings.consent === undefined)) return findings;
  const unmet = new Map(
    Object.entries(people).flatMap(([key, entry]) =>
      handlesOf(entry).map((handle) => [`${key} ${handle.join(' ')}`, { key, handle }] as const),
    ),
  );
  const met = new Map<string, (readonly [PersonId, Person])[]>();
  for (const id of ids) {
    // What is wrong with a thread by itself is told where threads are checked.
    const shown = orFinding(() => editedThread(readThreadFiles(root, id)), []);
    const stored = orFinding(() => parseThread(readThreadFiles(root, id).json, id), []);
    if (!shown || !stored) continue;
    orFinding(() => refuseWithoutConsent(shown.thread, settings), findings);
    findings.push(...shown.leftovers.map((leftover) => leftoverFinding(leftover, id)));
    for (const [name, { key, handle }] of unmet) {
      const fitting = fittingIn(stored, handle);
      if (fitting.length === 0) continue;
      unmet.delete(name);
      met.set(key, [...(met.get(key) ?? []), ...fitting]);
    }
  }
  for (const { key, handle } of unmet.values()) findings.push(unmetHandle(key, handle, text));
  return [...findings, ...digests.flatMap((digest) => namesIn(digest, people, met))];
}

function fittingIn(thread: Thread, handle: readonly [string, string]): (readonly [PersonId, Person])[] {
  return Object.entries(thread.people).filter(([id, person]) => fitsPerson(handle, id, person, thread));
}

function unmetHandle(
  key: string,
  [platform, handle]: readonly [string, string],
  text: string,
): ContentFinding {
  return {
    file: PEOPLE_FILE,
    line: lineOf([key, 'handles', platform], text),
    severity: 'warning',
    code: 'unknown-handle',
    message: `Nobody in any thread is “${handle}” (${platform}), of whom “${key}” speaks.`,
    hint: 'Correct the handle or the platform: they stand in the thread’s file below "people" and "origin".',
  };
}

function leftoverFinding({ key, words, place }: Leftover, id: ThreadId): ContentFinding {
  return {
    file: `content/threads/${id}.json`,
    severity: 'warning',
    code: 'name-left',
    message: `“${words}” still stands in ${place}: it may name “${key}”, who has a pseudonym or withdrew.`,
    hint: `Where it does, add it to "names" of ${key} in ${PEOPLE_FILE}, or redact it in content/threads/${id}.yaml.`,
  };
}

/** Lines of a digest in which somebody with a pseudonym, or who withdrew, is named. */
function namesIn(
  { file, text }: DigestFile,
  people: People,
  met: ReadonlyMap<string, readonly (readonly [PersonId, Person])[]>,
): readonly ContentFinding[] {
  return Object.entries(people).flatMap(([key, entry]) => {
    if (entry.pseudonym === undefined && entry.withdrawn === undefined) return [];
    const { leadsToThem, text: disguised, doubtful } = disguiseFor(entry, met.get(key) ?? []);
    return text.split('\n').flatMap((line, n): ContentFinding[] => {
      const isNamed = disguised(line) !== line || leadsToThem(line);
      const doubt = isNamed ? undefined : doubtful(line);
      if (!isNamed && doubt === undefined) return [];
      return [
        {
          file,
          line: n + 1,
          severity: isNamed ? 'error' : 'warning',
          code: 'name-left',
          message: isNamed
            ? `This names “${key}”, who has a pseudonym or withdrew.`
            : `“${doubt}” may name “${key}”, who has a pseudonym or withdrew.`,
          hint: entry.pseudonym === undefined ? 'Leave the name out.' : `Write “${entry.pseudonym}”.`,
        },
      ];
    });
  });
}

function disguiseFor(entry: KnownPerson, people: readonly (readonly [PersonId, Person])[]) {
  return disguiseOf({ entry, pseudonym: entry.pseudonym ?? '\u2026', people, addresses: [], hosts: [] });
}
