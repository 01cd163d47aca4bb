import { QuotidianError } from '../thread/error.ts';
import type { Thread } from '../thread/schema.ts';
import type { Settings } from './settings.ts';

/** The thread as it is; throws where the site wants a basis for showing words and there is none. */
export function refuseWithoutConsent(thread: Thread, { consent }: Pick<Settings, 'consent'>): void {
  if (consent !== 'strict' || thread.origin.consent !== undefined) return;
  const wordless = withoutBasis(thread);
  if (wordless.length === 0) return;
  const named = wordless.slice(0, MOST_NAMED).join(', ');
  const more = wordless.length > MOST_NAMED ? ` and ${wordless.length - MOST_NAMED} more` : '';
  throw new QuotidianError(`On what basis are these people’s words shown? ${named}${more}.`, {
    code: 'no-consent',
    place: { file: `content/threads/${thread.id}.json`, line: 1 },
    hint: `Write "consent: public", asked, pseudonymised or "licence: …" into content/threads/${thread.id}.yaml, or into content/people.yaml below each person.`,
  });
}

const MOST_NAMED = 5;

/** Who says something in the thread and for whom no basis is named. */
function withoutBasis({ posts, people }: Thread): readonly string[] {
  const speaking = new Set(posts.flatMap(({ author, state }) => (state === undefined ? [author] : [])));
  return [...speaking].flatMap((id) => {
    if (id === null) return ['authors who are not known'];
    const person = people[id];
    return person?.consent === undefined ? [person?.name ?? person?.handle ?? id] : [];
  });
}

/** On what basis a thread is shown: what is named for it, else that those who have a pseudonym do. */
export function consentOf({ origin, people }: Thread): string | undefined {
  if (origin.consent !== undefined) return origin.consent;
  return Object.values(people).some(({ consent }) => consent === 'pseudonymised')
    ? 'pseudonymised'
    : undefined;
}
