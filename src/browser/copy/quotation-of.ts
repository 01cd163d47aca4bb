import type { Quotation } from './quotation.ts';

/** What a figure on this page quotes. */
export function quotationOfFigure(figure: Element): Quotation {
  const caption = figure.querySelector(':scope > figcaption');
  const block = figure.querySelector(':scope > blockquote');
  const warning = block?.querySelector(':scope > details.warning > summary');
  const link = caption?.querySelector('a.u-url');
  const original = figure.querySelector<HTMLAnchorElement>(':scope > .note > a.original');
  return {
    words: block ?? figure,
    lang: block?.getAttribute('lang') ?? '',
    name: textOf(caption?.querySelector('.p-name') ?? caption?.querySelector('.p-author')),
    ...dateIn(caption),
    remarks: [...(caption?.querySelectorAll('.verdict') ?? []), warning].map(textOf).filter(Boolean),
    address: link ? addressHere(link.getAttribute('href') ?? '') : '',
    original: original ? { href: original.href, label: textOf(original) } : undefined,
  };
}

/** Words chosen in a post, or all of it; `directive` names them in an address. */
export function quotationOfPost(post: Element, words: Node, directive = ''): Quotation {
  const byline = post.querySelector('.byline');
  const original = post.querySelector<HTMLAnchorElement>('.trace .u-syndication');
  return {
    words,
    lang: post.querySelector('.e-content')?.getAttribute('lang') ?? '',
    name: textOf(byline?.querySelector('.p-name') ?? byline?.querySelector('.p-author')),
    ...dateIn(byline),
    remarks: [textOf(post.querySelector('details.warning > summary'))].filter(Boolean),
    address: `${addressHere(`#${post.id}`)}${directive}`,
    original: original
      ? { href: withDirective(original.href, directive), label: textOf(original) }
      : undefined,
  };
}

function withDirective(address: string, directive: string): string {
  if (!directive || address.includes(':~:')) return address;
  return `${address}${address.includes('#') ? '' : '#'}${directive}`;
}

function dateIn(caption: Element | null | undefined): Pick<Quotation, 'when' | 'datetime'> {
  const time = caption?.querySelector('time');
  return { when: textOf(time), datetime: time?.dateTime ?? '' };
}

/** Where the site stands, whatever it is read from: a copy on a disk, a preview. */
function addressHere(href: string): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  return new URL(href, canonical ?? location.href.split(/[?#]/)[0]).href;
}

function textOf(node: Element | null | undefined): string {
  return node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}
