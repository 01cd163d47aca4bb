import type { Root } from 'mdast';
import type { Words } from '../words/index.ts';

/** A digest, or an issue, as it is read outside the site: in a mail, as plain text, as Markdown. */
export interface Edition {
  readonly title: string;
  readonly summary: string;
  /** `2026-03-11` */
  readonly date: string;
  readonly editors: readonly string[];
  /** BCP 47, of the text. */
  readonly lang: string;
  /** The page that it is made from, whole. */
  readonly address: string;
  /** The text: every address in it is whole, every quote carries its figure. */
  readonly tree: Root;
  /** What it draws on. */
  readonly threads: readonly EditionThread[];
  /** The site's title and home page. */
  readonly site: { readonly title: string; readonly address: string };
  /** The site's texts. */
  readonly words: Words;
}

export interface EditionThread {
  readonly title: string;
  readonly address: string;
  /** `Mastodon`, `mail` */
  readonly platform: string;
}
