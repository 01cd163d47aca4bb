import { isRecord } from '../reading/glance.ts';

/*
 * JSON-LD as servers write it, in its compact form: where there may be several there may be one or none, and a thing
 * may stand for itself or be named by its address (https://www.w3.org/TR/activitystreams-core/#jsonld).
 */

/** Most values of one key that are looked at: no post names more people, pictures or addresses. */
const MOST_VALUES = 10_000;

/** What a key holds, as a list: `null` and a missing key give none, a single value one. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.slice(0, MOST_VALUES) : [value];
}

/** The addresses that a key holds, those of whole objects included. */
export function idsOf(value: unknown): readonly string[] {
  return listOf(value).flatMap((item) => idOf(item) ?? []);
}

/** The address of a thing that stands for itself or is named; its `url` where it has no `id`. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value || undefined;
  if (!isRecord(value)) return undefined;
  const { id, href, url } = value;
  for (const candidate of [id, href]) if (typeof candidate === 'string' && candidate) return candidate;
  return listOf(url).find((item) => typeof item === 'string' && item !== '') as string | undefined;
}

/** `Note` for `Note`, `as:Note`, `["Note", "schema:Comment"]`: the first of the types that is asked for. */
export function typeOf<Type extends string>(
  value: unknown,
  asked: ReadonlySet<Type> | ReadonlyMap<Type, unknown>,
): Type | undefined {
  if (!isRecord(value)) return undefined;
  for (const type of listOf(value.type)) {
    const bare = typeof type === 'string' ? type.replace(NAMESPACE, '') : '';
    if (asked.has(bare as Type)) return bare as Type;
  }
  return undefined;
}

/** `as:Note`, `https://www.w3.org/ns/activitystreams#Note` */
const NAMESPACE = /^(?:as:|https?:\/\/www\.w3\.org\/ns\/activitystreams#)/;

/** A link of an object: an address alone, or a `Link` that says of what kind it leads to. */
export interface ObjectLink {
  readonly href: string;
  /** In lower case, without parameters; `''` where it says none. */
  readonly mediaType: string;
}

/** The links that a `url` or the like holds. */
export function linksOf(value: unknown): readonly ObjectLink[] {
  return listOf(value).flatMap((item) => {
    const href = idOf(item);
    if (href === undefined) return [];
    return [{ href, mediaType: isRecord(item) ? mediaTypeOf(item.mediaType) : '' }];
  });
}

/** `application/ld+json` of `application/ld+json; profile="…"`. */
export function mediaTypeOf(value: unknown): string {
  return typeof value === 'string' ? (value.split(';', 1)[0] ?? '').trim().toLowerCase() : '';
}

/** A text of a record, trimmed; `''` where it is anything else. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
