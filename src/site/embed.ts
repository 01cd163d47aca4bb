import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { element } from '../markdown/hast.ts';
import { cardAddress, digestAddress, pageAddress } from './addresses.ts';
import { CARD_SIZE } from './cards/card-layout.ts';
import { inLanguage } from './language-tags.ts';
import { leadQuotation, type Quotation } from './quotations.ts';
import type { DataPlace } from './structured-data.ts';
import type { DigestView } from './views.ts';
import { wordsFor } from './words/index.ts';

type Embedded = Pick<DigestView, 'slug' | 'title' | 'editors' | 'lang'>;

const WIDTH = 600;
const LETTERS_A_LINE = 62;
const LINE_HEIGHT = 28;
/** The attribution, and the margins around both. */
const AROUND = 112;
const DAY = 86_400;

/**
 * What a digest gives to pages that embed its address, by oEmbed 1.0: a quote of it with its attribution in words, as
 * HTML that needs no script and no style. A digest without a quote that can stand alone gives its title and card.
 */
export function embedOf(
  digest: Embedded,
  quotations: readonly Quotation[],
  hasCard: boolean,
  place: DataPlace,
): Record<string, string | number> {
  const { site, base, settings } = place;
  const quotation = leadQuotation(quotations);
  return {
    version: '1.0',
    ...(quotation ? rich(digest, quotation, place) : { type: 'link' }),
    title: digest.title,
    ...(digest.editors.length > 0 ? { author_name: digest.editors.join(', ') } : {}),
    provider_name: settings.title,
    provider_url: new URL(pageAddress(base), site).href,
    cache_age: DAY,
    ...(hasCard
      ? {
          thumbnail_url: new URL(cardAddress(base, digest.slug), site).href,
          thumbnail_width: CARD_SIZE.width,
          thumbnail_height: CARD_SIZE.height,
        }
      : {}),
  };
}

function rich({ slug, title, lang }: Embedded, quotation: Quotation, { site, base, settings }: DataPlace) {
  const words = wordsFor(settings.lang);
  const { anchor, paragraphs, author, published, lang: spoken } = quotation;
  const page = new URL(digestAddress(base, slug), site).href;
  const said = words.post.name(author.name, published ? words.dates.day(published) : null, null);
  const content: readonly ElementContent[] = [
    element(
      'blockquote',
      { cite: `${page}#${anchor}`, ...(spoken ? { lang: spoken } : {}), dir: 'auto' },
      ...paragraphs.map((text) => element('p', {}, text)),
    ),
    element(
      'p',
      { lang: words.lang, dir: words.dir },
      `— ${said}. `,
      element('a', { href: `${page}#${anchor}`, ...inLanguage(lang, words.lang) }, title),
      `, ${settings.title}`,
    ),
  ];
  const lines = [...paragraphs, `${said} ${title} ${settings.title}`].map((text) =>
    Math.ceil(text.length / LETTERS_A_LINE),
  );
  return {
    type: 'rich',
    html: toHtml({ type: 'root', children: [...content] }),
    width: WIDTH,
    // Providers must name a height; what it really is depends on the reader's font.
    height: AROUND + LINE_HEIGHT * lines.reduce((sum, count) => sum + count, 0),
  };
}
