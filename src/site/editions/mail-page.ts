import { inlineFragment } from '@css-inline/css-inline';
import type { Element, ElementContent, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import { element } from '../../markdown/hast.ts';
import { directionOf, inLanguage } from '../language-tags.ts';
import type { Edition } from './edition.ts';
import { mailBlocks } from './mail-blocks.ts';
import { LIGHT } from './mail-colours.ts';
import { inlinedRules, keptRules } from './mail-style.ts';

/** Gmail cuts at 102 KB and says so only below its cut; this leaves room for what senders add. */
const MOST_BYTES = 100_000;
/** Lines of about seventy letters, and what mail programs leave free on a small screen. */
const WIDTH = 600;

/**
 * An edition as a mail: tables for layout, styles in the elements, no script, nothing loaded from anywhere, and at
 * most 100 KB; where the text is longer it ends between two blocks, says so, and leads to the rest.
 */
export function mailPage(edition: Edition): string {
  const blocks = mailBlocks(edition.tree, edition);
  const whole = print(edition, blocks, 'whole');
  if (Buffer.byteLength(whole) <= MOST_BYTES) return whole;
  let fitting = 0;
  let tooMany = blocks.length;
  while (tooMany - fitting > 1) {
    const tried = Math.floor((fitting + tooMany) / 2);
    const fits = Buffer.byteLength(print(edition, blocks.slice(0, tried), 'cut')) <= MOST_BYTES;
    if (fits) fitting = tried;
    else tooMany = tried;
  }
  return print(edition, withoutLastHeadings(blocks.slice(0, fitting)), 'cut');
}

/** A heading without what it stands above promises too much. */
function withoutLastHeadings(blocks: readonly Element[]): readonly Element[] {
  const last = blocks.findLastIndex(({ tagName }) => !/^h[1-6]$/.test(tagName));
  return blocks.slice(0, last + 1);
}

function print(edition: Edition, blocks: readonly Element[], extent: 'whole' | 'cut'): string {
  const { title, lang } = edition;
  const voices = voicesIn(blocks);
  const body = inlineFragment(toHtml(sheet(edition, blocks, extent)), inlinedRules(voices));
  const head = toHtml([
    element('meta', { charSet: 'utf-8' }),
    // Mail programs ignore it; in a browser it lets nothing run and nothing be loaded.
    element('meta', { httpEquiv: ['content-security-policy'], content: POLICY }),
    element('title', {}, title),
    element('meta', { name: 'viewport', content: 'width=device-width' }),
    element('meta', { name: 'robots', content: 'noindex' }),
    element('meta', { name: 'referrer', content: 'no-referrer' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('meta', { name: 'supported-color-schemes', content: 'light dark' }),
    element('style', {}, keptRules(voices)),
  ]);
  const open = toHtml(element('html', { lang, dir: directionOf(lang) })).replace('</html>', '');
  return `<!doctype html>\n${open}<head>${head}</head><body class="sheet" style="margin:0;padding:0;background-color:${LIGHT.paper}">${body}</body></html>\n`;
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

function voicesIn(blocks: readonly Element[]): readonly number[] {
  const voices = new Set<number>();
  for (const block of blocks) {
    visit(block, 'element', ({ properties: { className } }) => {
      for (const name of Array.isArray(className) ? className : []) {
        const number = /^v(\d+)$/.exec(String(name))?.[1];
        if (number) voices.add(Number(number));
      }
    });
  }
  return [...voices].toSorted((one, other) => one - other);
}

const LAYOUT = { role: 'presentation', cellPadding: '0', cellSpacing: '0', border: '0' };

function sheet(edition: Edition, blocks: readonly Element[], extent: 'whole' | 'cut'): RootContent[] {
  const { lang } = edition;
  const content: readonly ElementContent[] = [
    ...opening(edition),
    ...blocks,
    ...(extent === 'cut' ? [readOn(edition)] : []),
    ...closing(edition),
  ];
  return [
    element('div', { className: ['preheader'] }, preheader(edition)),
    element(
      'table',
      { className: ['sheet'], width: '100%', ...LAYOUT },
      element(
        'tbody',
        {},
        element(
          'tr',
          {},
          element(
            'td',
            { align: 'center' },
            // Outlook for Windows knows no greatest width.
            comment(
              `[if mso]><table role="presentation" width="${WIDTH}" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]`,
            ),
            element(
              'table',
              { width: '100%', ...LAYOUT, style: `max-width:${WIDTH}px` },
              element(
                'tbody',
                {},
                element('tr', {}, element('td', { className: ['text'], dir: directionOf(lang) }, ...content)),
              ),
            ),
            comment('[if mso]></td></tr></table><![endif]'),
          ),
        ),
      ),
    ),
  ];
}

function comment(value: string): ElementContent {
  return { type: 'comment', value };
}

/** How much of a mail's beginning lists of mails show. */
const SHOWN_IN_LISTS = 140;
/** A space that is as wide as none, and none that a list would show: keeps what follows out of the list. */
const FILLER = '\u200c\u00a0';

function preheader({ summary, title }: Edition): string {
  const text = summary === '' ? title : summary;
  return text + FILLER.repeat(Math.max(0, SHOWN_IN_LISTS - text.length));
}

function opening({ title, summary, date, editors, address, site, words, lang }: Edition): readonly Element[] {
  const language = inLanguage(words.lang, lang);
  const by = editors.length > 0 ? [words.digest.by(editors)] : [];
  return [
    element(
      'p',
      { className: ['facts'], ...language },
      element('a', { href: site.address }, site.title),
      ' · ',
      element('a', { href: address }, words.edition.onTheWeb),
    ),
    element('h1', {}, title),
    ...(summary === '' ? [] : [element('p', { className: ['lede'] }, summary)]),
    element('p', { className: ['facts'], ...language }, [words.dates.day(date), ...by].join(' · ')),
  ];
}

function readOn({ address, words, lang }: Edition): Element {
  return element(
    'p',
    { ...inLanguage(words.lang, lang) },
    element('strong', {}, words.edition.readOn),
    ' ',
    element('a', { href: address }, words.edition.onTheWeb),
  );
}

function closing({ threads, address, site, words, lang }: Edition): readonly Element[] {
  const language = inLanguage(words.lang, lang);
  const items = threads.map((thread) =>
    element('li', {}, element('a', { href: thread.address }, thread.title)),
  );
  return [
    element('hr'),
    ...(items.length > 0
      ? [element('h2', { ...language }, words.digest.threads), element('ul', {}, ...items)]
      : []),
    element(
      'p',
      { className: ['facts'], ...language },
      element('a', { href: address }, words.edition.onTheWeb),
      ' · ',
      element('a', { href: site.address }, site.title),
      '. ',
      words.promise,
    ),
  ];
}
