import { isRecord } from '../reading/glance.ts';
import { linksOf, listOf, mediaTypeOf, textOf } from './json-ld.ts';

/** The pictures that a post's or a person's tags set for shortcodes: `{ type: 'Emoji', name: ':quay:', icon: … }`. */
export function customEmoji(tags: readonly unknown[]): readonly { shortcode: string; url: string }[] {
  return tags.filter(isRecord).flatMap(({ type, name, icon }) => {
    const [picture] = listOf(icon);
    const [link] = linksOf(isRecord(picture) ? (picture.url ?? picture.href) : picture);
    const shortcode = textOf(name).replaceAll(':', '');
    return type === 'Emoji' && link && shortcode ? [{ shortcode, url: link.href }] : [];
  });
}

const OBJECT_TYPES: ReadonlySet<string> = new Set(['application/ld+json', 'application/activity+json']);
/** In full, as `misskey:_misskey_quote` or bare. */
const QUOTES = /(?:^|[#:])_misskey_quote$/;

/**
 * The post that a link among the tags quotes (FEP-e232): by its relation, or without one by the name that the FEP's
 * example gives it, `RE: <address>`. Every other link only leads somewhere.
 */
export function quotedByTag(tags: readonly unknown[]): string | undefined {
  for (const tag of tags.filter(isRecord)) {
    if (tag.type !== 'Link' || typeof tag.href !== 'string') continue;
    const relations = listOf(tag.rel).map(textOf);
    const quotes = relations.some((relation) => QUOTES.test(relation));
    const named = relations.length === 0 && textOf(tag.name) === `RE: ${tag.href}`;
    if (quotes || (named && OBJECT_TYPES.has(mediaTypeOf(tag.mediaType)))) return tag.href;
  }
  return undefined;
}
