import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { QuotidianError } from '../thread/error.ts';
import { fold, handlesOf, type People, peopleSchema } from '../thread/people.ts';
import { parseYaml } from './parse-yaml.ts';
import { lineOf, schemaError } from './schema-error.ts';

/** Where an editor says who people are. */
export const PEOPLE_FILE = 'content/people.yaml';

/** The text of the file; empty where there is none. */
export function readPeopleText(root: string): string {
  const path = join(root, PEOPLE_FILE);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** The people whom an editor knows. */
export function parsePeople(text: string): People {
  if (last?.text === text) return last.people;
  const found = peopleSchema.safeParse(text === '' ? {} : parseYaml(text, PEOPLE_FILE));
  if (!found.success)
    throw schemaError(found.error, {
      text,
      file: PEOPLE_FILE,
      code: 'bad-people',
      hint: 'Below a person’s key stand handles, name, pseudonym, names, withdrawn and consent.',
    });
  last = { text, people: found.data };
  return found.data;
}

/** Every thread asks for the same. */
let last: { readonly text: string; readonly people: People } | undefined;

/** Those whom the files of a thread may name, so that a change of others leaves it as it is. */
export function peopleConcerning(people: People, ...files: readonly string[]): People {
  if (Object.keys(people).length === 0) return people;
  const texts = files.map((text) => text.toLowerCase());
  return Object.fromEntries(
    Object.entries(people).filter(([, entry]) =>
      [...handlesOf(entry).map(([, handle]) => handle), ...(entry.names ?? [])]
        .flatMap(sought)
        .some((one) => texts.some((text) => text.includes(one))),
    ),
  );
}

/** A handle that says where may stand in parts: `@<span>ines</span>`, `"handle": "ines"`. */
function sought(handle: string): readonly string[] {
  const folded = fold(handle);
  const [local = ''] = folded.split('@');
  return [folded, local].filter(Boolean).map((one) => JSON.stringify(one).slice(1, -1));
}

const OF_PEOPLE = new Set(['ambiguous-person', 'shared-person']);

/** An error about somebody of the file, with the line of their entry. */
export function placedInPeople(error: unknown, text: string): unknown {
  if (!(error instanceof QuotidianError) || !OF_PEOPLE.has(error.code)) return error;
  const { message, code, hint, place } = error;
  return new QuotidianError(message, {
    code,
    place: { file: PEOPLE_FILE, line: lineOf([place.file ?? ''], text) },
    ...(hint === undefined ? {} : { hint }),
  });
}
