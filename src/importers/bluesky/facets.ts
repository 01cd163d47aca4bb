import { z } from 'zod';
import { safeAddress } from '../../thread/address.ts';
import { addressOfPerson } from './at-uri.ts';

/** A stretch of a text that leads somewhere; offsets in UTF-16 code units, the end exclusive. */
export interface LinkedStretch {
  readonly start: number;
  readonly end: number;
  readonly href: string;
  readonly kind: 'link' | 'mention' | 'hashtag';
}

/** What the facets of a text link, in its order, and how many could not be used. */
export interface Linked {
  readonly stretches: readonly LinkedStretch[];
  /** Outside the text, within a character, over one another, without a safe address or of an unknown kind. */
  readonly leftOut: number;
}

/**
 * The stretches of a post's text that its facets mark (`app.bsky.richtext.facet`, byte offsets in UTF-8), or, where
 * it has none, the `entities` of old posts (offsets in UTF-16). Of facets over one another the first stands.
 */
export function linkedStretches(text: string, facets: unknown, entities: unknown): Linked {
  const given = listOf(facets);
  const found = given.length > 0 ? fromFacets(text, given) : fromEntities(text, listOf(entities));
  const placed = found.filter((one) => one !== null).sort((a, b) => a.start - b.start || a.end - b.end);
  const stretches: LinkedStretch[] = [];
  for (const one of placed) if (one.start >= (stretches.at(-1)?.end ?? 0)) stretches.push(one);
  return { stretches, leftOut: found.length - stretches.length };
}

const facetSchema = z.object({
  index: z.object({ byteStart: z.int().nonnegative(), byteEnd: z.int().positive() }),
  features: z.array(z.unknown()),
});

const featureSchema = z.object({
  $type: z.string(),
  uri: z.string().optional(),
  did: z.string().optional(),
  tag: z.string().optional(),
});

const entitySchema = z.object({
  index: z.object({ start: z.int().nonnegative(), end: z.int().positive() }),
  type: z.string(),
  value: z.string(),
});

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function fromFacets(text: string, facets: readonly unknown[]): readonly (LinkedStretch | null)[] {
  const unitAt = unitsByByte(text);
  return facets.map((value) => {
    const facet = facetSchema.safeParse(value).data;
    const start = facet && unitAt.get(facet.index.byteStart);
    const end = facet && unitAt.get(facet.index.byteEnd);
    if (!facet || start === undefined || end === undefined || start >= end) return null;
    const [target] = facet.features.flatMap((feature) => targetOf(feature) ?? []);
    return target ? { start, end, ...target } : null;
  });
}

type Target = Pick<LinkedStretch, 'href' | 'kind'>;

function targetOf(value: unknown): Target | undefined {
  const { $type, uri, did, tag } = featureSchema.safeParse(value).data ?? {};
  if ($type === 'app.bsky.richtext.facet#link') return linkTo(uri ?? '');
  if ($type === 'app.bsky.richtext.facet#mention') return mentionOf(did ?? '');
  if ($type === 'app.bsky.richtext.facet#tag') return tagged(tag ?? '');
  return undefined;
}

function fromEntities(text: string, entities: readonly unknown[]): readonly (LinkedStretch | null)[] {
  return entities.map((value) => {
    const { index, type, value: target } = entitySchema.safeParse(value).data ?? {};
    if (!index || index.start >= index.end || index.end > text.length) return null;
    if (halves(text, index.start) || halves(text, index.end)) return null;
    const led = ENTITIES.get(type ?? '')?.(target ?? '');
    return led ? { ...index, ...led } : null;
  });
}

const ENTITIES: ReadonlyMap<string, (value: string) => Target | undefined> = new Map([
  ['link', linkTo],
  ['mention', mentionOf],
  ['hashtag', tagged],
]);

function linkTo(uri: string): Target | undefined {
  const href = safeAddress(uri);
  return href?.startsWith('http') ? { href, kind: 'link' } : undefined;
}

function mentionOf(did: string): Target | undefined {
  const href = addressOfPerson(did);
  return href === undefined ? undefined : { href, kind: 'mention' };
}

function tagged(tag: string): Target | undefined {
  if (tag === '') return undefined;
  return { href: `https://bsky.app/hashtag/${encodeURIComponent(tag.toWellFormed())}`, kind: 'hashtag' };
}

function halves(text: string, at: number): boolean {
  return LOW_HALF.test(text.charAt(at)) && HIGH_HALF.test(text.charAt(at - 1));
}
const HIGH_HALF = /^[\uD800-\uDBFF]$/;
const LOW_HALF = /^[\uDC00-\uDFFF]$/;

/** For each byte of the text in UTF-8 that begins a character, and for its end: the offset in UTF-16. */
function unitsByByte(text: string): ReadonlyMap<number, number> {
  const units = new Map([[0, 0]]);
  let byte = 0;
  let unit = 0;
  for (const character of text) {
    byte += bytesOf(character.codePointAt(0) ?? 0);
    unit += character.length;
    units.set(byte, unit);
  }
  return units;
}

function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
