import { displayName } from '../../thread/display-name.ts';
import { stableId } from '../../thread/ids.ts';
import type { Person, PersonId } from '../../thread/schema.ts';
import { withoutEmoji } from '../assembly/custom-emoji.ts';
import { isRecord } from '../reading/glance.ts';
import { webAddress } from '../reading/web-address.ts';
import { handleOf } from './handle.ts';
import { idOf, linksOf, listOf, textOf, typeOf } from './json-ld.ts';
import { customEmoji } from './tags.ts';

type Json = Readonly<Record<string, unknown>>;

/** What an export tells of those who take part in it: whole actors, and the names by which they are mentioned. */
export interface Known {
  /** Actor by address. */
  readonly actors: ReadonlyMap<string, Json>;
  /** `@bo@lighthouse.example` by address. */
  readonly mentioned: ReadonlyMap<string, string>;
}

/** What the actors of an export and the mentions in its posts tell. */
export function knownOf(actors: readonly Json[], objects: readonly Json[]): Known {
  const byId = new Map<string, Json>();
  for (const actor of actors) {
    const id = idOf(actor);
    if (id !== undefined && !(byId.get(id) && !textOf(actor.preferredUsername))) byId.set(id, actor);
  }
  const mentioned = new Map<string, string>();
  for (const tag of objects.flatMap((object) => listOf(object.tag)))
    if (isRecord(tag) && tag.type === 'Mention' && typeof tag.href === 'string' && textOf(tag.name))
      mentioned.set(tag.href, textOf(tag.name));
  return { actors: byId, mentioned };
}

const GROUPS: ReadonlySet<string> = new Set(['Group', 'Organization']);
const BOTS: ReadonlySet<string> = new Set(['Application', 'Service']);

/**
 * The address of the one who wrote a post: the first of `attributedTo` that is no group, else who sent it. `undefined`
 * where the export names nobody.
 */
export function authorOf(attributedTo: readonly unknown[], activity: Json | undefined): string | undefined {
  const person = attributedTo.find((one) => !typeOf(one, GROUPS)) ?? attributedTo[0];
  return (
    idOf(person) ?? (isRecord(person) ? textOf(person.name) || undefined : undefined) ?? idOf(activity?.actor)
  );
}

export function personId(author: string): PersonId {
  return stableId(author);
}

/**
 * The person behind an address. `id` is what posts were signed with, `page` the address of one of these posts, by which
 * servers of one kind are told from those of another.
 *
 * The wish `noindex` follows from `indexable: false` (no full-text search) and `discoverable: false` (no discovery),
 * each only where it is stated.
 */
export function personOf(id: string, page: string | undefined, known: Known): Person {
  const actor = known.actors.get(id) ?? {};
  const emoji = customEmoji(listOf(actor.tag));
  const name = displayName(withoutEmoji(textOf(actor.name), emoji));
  const links = linksOf(actor.url);
  const url = webAddress(...links.map(({ href }) => href), id);
  const avatar = webAddress(
    ...linksOf(listOf(actor.icon).flatMap((icon) => (isRecord(icon) ? listOf(icon.url) : [icon]))).map(
      ({ href }) => href,
    ),
  );
  const noindex = actor.indexable === false || actor.discoverable === false;
  return {
    handle: handleOf({
      id,
      page,
      name,
      username: textOf(actor.preferredUsername),
      mentioned: known.mentioned.get(id),
    }),
    ...(name && { name }),
    ...(url && { url }),
    ...(avatar && { avatar }),
    ...(typeOf(actor, BOTS) && { bot: true as const }),
    ...(noindex && { wishes: ['noindex' as const] }),
  };
}
