import { webAddress } from '../reading/web-address.ts';

/** A picture that stands for a shortcode, as Mastodon's API names its parts; `static_url` does not move. */
interface CustomEmoji {
  readonly shortcode: string;
  readonly url: string;
  readonly static_url?: string;
}

/** `blob_cat`; other servers allow more than Mastodon does: `blob-cat+1`, `blobcat@quay.example`. */
const SHORTCODE = /^(?!__proto__$)[\w+.@-]{1,100}$/;

/** `Ines :quay: :anchor:` */
const IN_TEXT = /:([\w+.@-]{1,100}):/g;

/** Shortcode → picture, the still one where there is one. */
export function emojiAddresses(emojis: readonly CustomEmoji[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    emojis.flatMap(({ shortcode, static_url = '', url }) => {
      const address = webAddress(static_url, url);
      return address && SHORTCODE.test(shortcode) ? [[shortcode, address]] : [];
    }),
  );
}

/** The text without those shortcodes that stand for a picture; all else that looks like one stays. */
export function withoutEmoji(text: string, emojis: readonly Pick<CustomEmoji, 'shortcode'>[]): string {
  const pictures = new Set(emojis.map(({ shortcode }) => shortcode));
  return text.replace(IN_TEXT, (found, shortcode: string) => (pictures.has(shortcode) ? ' ' : found));
}
