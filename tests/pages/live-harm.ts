import type { Element } from 'hast';
import { attribute, type PlacedElement } from './built-page.ts';

/** None of these is ever part of a page that Quotidian writes. */
const NEVER = new Set(
  'iframe object embed applet form input button select textarea svg math base frame frameset video audio source template noscript plaintext xmp marquee portal'.split(
    ' ',
  ),
);
/** A picture that was saved with a thread, on a page or, by its whole address, in a feed. */
const SAVED_PICTURE = /^(?:https:\/\/quay\.example)?(?:\/[\w-]+)*\/threads\/[a-z0-9-]+\/[0-9a-f]{32}\.webp$/;
const HEAD_ONLY = new Set(['style', 'link', 'meta', 'title']);
const ADDRESSES = ['href', 'src', 'cite', 'action', 'formAction', 'poster', 'data', 'xLinkHref'] as const;
const SAFE = /^(?:https?:|mailto:)/i;

/** What in these elements would run, load or disguise something; empty for every page that may be published. */
export function liveHarm(elements: readonly PlacedElement[]): readonly string[] {
  return elements.flatMap(({ element, parent }) => [
    ...misplaced(element, parent),
    ...Object.keys(element.properties)
      .filter((name) => /^on/i.test(name) || name === 'style' || name === 'srcDoc')
      .map((name) => `${name} on ${element.tagName}`),
    ...ADDRESSES.flatMap((name) => {
      const address = attribute(element, name)?.trim();
      return address === undefined || isSafe(address) ? [] : [`${name}="${address}"`];
    }),
  ]);
}

function misplaced(element: Element, parent: Element | undefined): readonly string[] {
  const { tagName } = element;
  if (NEVER.has(tagName)) return [`<${tagName}>`];
  if (tagName === 'img') return isSavedPicture(element) ? [] : ['<img>'];
  if (HEAD_ONLY.has(tagName) && parent?.tagName !== 'head') return [`<${tagName}> outside the head`];
  if (tagName !== 'script') return [];
  return parent?.tagName === 'head' && attribute(element, 'type') === 'application/ld+json'
    ? []
    : ['<script>'];
}

function isSavedPicture(element: Element): boolean {
  return SAVED_PICTURE.test(attribute(element, 'src') ?? '') && attribute(element, 'srcSet') === undefined;
}

/** As a browser reads it, which drops control characters before it looks at the scheme. */
function isSafe(address: string): boolean {
  const parsed = URL.parse(address, 'https://quay.example/');
  return parsed !== null && SAFE.test(parsed.href);
}
