import type { Speaker } from '../markdown/quote-figure.ts';
import type { Person, Post } from '../thread/schema.ts';
import type { PersonView } from './views.ts';

const VOICES = 24;
/** Steps of 105 degrees visit all twenty-four hues and keep neighbours far apart. */
const STEP = 7;
const FIRST_VOICE = 17;

/** Gives every person of a page a hue of their own, in the order in which they are first asked for. */
export function voices(): (person: string) => number {
  const given = new Map<string, number>();
  return (person) => {
    const voice = given.get(person) ?? (FIRST_VOICE + given.size * STEP) % VOICES;
    given.set(person, voice);
    return voice;
  };
}

/** The hues of a thread's people, in the order in which its pages let them speak. */
export function threadVoices(
  placed: readonly { readonly post: Pick<Post, 'author'> }[],
): (person: string) => number {
  const voice = voices();
  for (const { post } of placed) if (post.author) voice(post.author);
  return voice;
}

/** A person as pages show them. */
export function personView(id: string, person: Person, voice: number): PersonView {
  const { name, monogram } = speakerOf(person, voice);
  return {
    id,
    name,
    handle: person.handle,
    monogram,
    voice,
    ...(person.url ? { url: person.url } : {}),
    ...(person.bot ? { bot: true } : {}),
    ...(person.consent ? { consent: person.consent } : {}),
  };
}

/** A person as quotes show them. */
export function speakerOf(person: Person, voice: number): Speaker {
  const name = person.name?.trim() || person.handle;
  return { name, monogram: monogramOf(name), voice };
}

/** The first letters of the first and the last word: `Ines Kovar` is `IK`, `@bo@quay.example` is `B`. */
function monogramOf(name: string): string {
  const local = name.startsWith('@') ? (name.slice(1).split('@')[0] ?? '') : name;
  const words = local.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? '')][0] ?? '',
  );
  return letters.join('').toUpperCase() || '?';
}
