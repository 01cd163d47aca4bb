import { z } from 'zod';
import type { Person, PersonId, Thread } from './schema.ts';

/**
 * On what basis words may be shown: said in `public`, by those who were `asked`, under a `licence: …`, or because
 * nobody is named (`pseudonymised`). YAML reads `licence: CC BY 4.0` below the key as an object; it means the same.
 */
export const consentSchema = z.union([
  z.enum(['public', 'asked', 'pseudonymised']),
  z.string().regex(/^licence: \S/),
  z.strictObject({ licence: z.string().regex(/\S/) }),
]);

const handles = z.union([z.string().regex(/\S/), z.array(z.string().regex(/\S/)).min(1)]);

const entry = z
  .strictObject({
    /** See `fitsPerson`. */
    handles: z
      .record(z.string().regex(/^[a-z0-9]+$/), handles)
      .describe('How the person is named, by the platform: mastodon: @ines@quay.example.'),
    name: z.string().regex(/\S/).optional().describe('The name that is displayed.'),
    pseudonym: z
      .string()
      .regex(/\S/)
      .max(100)
      .optional()
      .describe('The name that stands for the person wherever anything names them.'),
    names: z
      .array(z.string().regex(/\S/))
      .optional()
      .describe('Further names of a person with a pseudonym, which are replaced too.'),
    withdrawn: z
      .union([z.literal(true), z.iso.date()])
      .optional()
      .describe('true, or since when: the person’s words must not be shown.'),
    consent: consentSchema
      .optional()
      .describe('On what basis the person’s words are shown: public, asked, pseudonymised or licence: ….'),
  })
  .superRefine(({ pseudonym, withdrawn, name, names, handles: written }, context) => {
    const fault = (key: string, message: string) =>
      context.addIssue({ code: 'custom', path: [key], message });
    if (pseudonym !== undefined && name !== undefined)
      fault('name', 'A person with a pseudonym has no displayed name beside it');
    if (names !== undefined && pseudonym === undefined)
      fault('names', 'Further names are replaced by a pseudonym, and there is none');
    const count = Object.values(written).flat().length;
    if (count === 0) fault('handles', 'Nobody is meant: name a handle');
    if (count > 1 && name === undefined && pseudonym === undefined && withdrawn === undefined)
      fault('handles', 'Say by which "name" these are shown as one person');
  });

/** The people whom an editor knows, `content/people.yaml`, by a key that is a slug. */
export const peopleSchema = z
  .record(
    z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
      .max(32),
    entry,
  )
  .superRefine((people, context) => {
    const seen = new Set<string>();
    for (const [key, { pseudonym }] of Object.entries(people)) {
      if (pseudonym === undefined) continue;
      const folded = fold(pseudonym);
      if (seen.has(folded))
        context.addIssue({ code: 'custom', path: [key, 'pseudonym'], message: 'Another person has it' });
      seen.add(folded);
    }
  });

export type People = z.infer<typeof peopleSchema>;
export type KnownPerson = z.infer<typeof entry>;
type Consent = z.infer<typeof consentSchema>;

/** The basis as a text, in the form that a thread holds: `asked`, `licence: CC BY 4.0`. */
export function consentText(consent: Consent): string {
  return typeof consent === 'string' ? consent : `licence: ${consent.licence}`;
}

/** The handles of an entry, one by one. */
export function handlesOf({ handles: written }: KnownPerson): readonly (readonly [string, string])[] {
  return Object.entries(written).flatMap(([platform, values]) =>
    [values].flat().map((value) => [platform, value] as const),
  );
}

/** Where a handle is only a name that people may share. */
const NAMED_ONLY = new Set(['mail', 'usenet', 'copy', 'file']);

/**
 * Whether a handle that an editor wrote means this person: their handle, with or without the @ before it; the same
 * with the place behind it where a handle alone is not unique (`ines@forum.quay.example`); the person's id in the
 * thread; in mail, news and copies the name. Letters' case is no matter.
 */
export function fitsPerson(
  [platform, written]: readonly [string, string],
  id: PersonId,
  person: Pick<Person, 'handle' | 'name' | 'url'>,
  thread: Pick<Thread, 'id' | 'origin'>,
): boolean {
  if (platform !== thread.origin.platform) return false;
  const wanted = fold(written);
  const handle = fold(person.handle);
  if (wanted === handle || written === id) return true;
  if (NAMED_ONLY.has(platform)) return person.name !== undefined && wanted === fold(person.name);
  return !handle.includes('@') && wanted === `${handle}@${placeOf(person, thread)}`;
}

/** The place that a handle belongs to: the host of the person's page or of the thread, else its community. */
export function placeOf({ url }: Pick<Person, 'url'>, { id, origin }: Pick<Thread, 'id' | 'origin'>): string {
  return (hostOf(url) ?? hostOf(origin.url) ?? origin.community ?? id).toLowerCase();
}

function hostOf(address: string | undefined): string | undefined {
  const host = address !== undefined && URL.canParse(address) ? new URL(address).host : '';
  return host === '' ? undefined : host;
}

/** `@Ines` and `ines` are the same handle. */
export function fold(handle: string): string {
  return handle.trim().replace(/^@/, '').normalize('NFC').toLowerCase();
}
