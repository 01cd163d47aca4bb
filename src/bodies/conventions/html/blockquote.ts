import { safeAddress } from '../../../thread/address.ts';
import type { QuoteMark } from '../../body.ts';
import {
  attribute,
  type HtmlElement,
  type HtmlNode,
  hasClass,
  isBlank,
  isElement,
  textOf,
} from '../../html/nodes.ts';
import {
  type AttributionLine,
  attributionIn,
  LONGEST_ATTRIBUTION,
  readAttribution,
} from '../attribution-line.ts';
import { postNear } from '../near-link.ts';
import type { HtmlConvention } from './convention.ts';
import { firstBlock } from './first-block.ts';
import { lastLine } from './last-line.ts';

/**
 * `<blockquote>`, with the attribution that mail programs write above it: `<div class="moz-cite-prefix">` and
 * `<div class="gmail_attr">` in any language, else a line that reads as one. `cite` becomes the reference.
 */
export const blockquote: HtmlConvention = {
  name: 'blockquote',
  claim(siblings, index) {
    const node = siblings[index];
    if (!isElement(node) || node.tagName !== 'blockquote') return null;
    const claim = { from: index, to: index + 1, content: node.childNodes };
    if (INDENT.test(attribute(node, 'style') ?? '')) return claim;
    const above = attributionAbove(siblings, index) ?? attributionWithin(node);
    return { ...claim, mark: markOf(node, above?.line), ...(above ? { spoken: above.nodes } : {}) };
  },
};

/** Gmail's "indent more" button: `margin:0 0 0 40px;border:none;padding:0px`. */
const INDENT = /(?:^|;)\s*border:\s*none/i;

interface Above {
  readonly line: AttributionLine & { readonly url?: string; readonly post?: string; readonly forward?: true };
  readonly nodes: readonly HtmlNode[];
}

function attributionAbove(siblings: readonly HtmlNode[], index: number): Above | null {
  const labelled = labelAbove(siblings, index);
  if (labelled) return { line: attributionIn(textOf([labelled], LONGEST_ATTRIBUTION)), nodes: [labelled] };
  const nodes = lastLine(siblings, index);
  if (nodes.length === 0) return null;
  const text = textOf(nodes, LONGEST_ATTRIBUTION);
  if (FORWARD.test(text.trim())) return { line: { attribution: text.trim(), forward: true }, nodes };
  const line = saidLine(nodes, text) ?? readAttribution(text);
  return line ? { line, nodes } : null;
}

/** `Begin forwarded message:` */
const FORWARD = /^Begin forwarded message:$/;

function labelAbove(siblings: readonly HtmlNode[], index: number): HtmlElement | null {
  for (let n = index - 1; n >= Math.max(0, index - MOST_BLANKS); n -= 1) {
    const node = siblings[n];
    if (!node || isBlank(node)) continue;
    if (!isElement(node)) return null;
    return LABELS.some((label) => hasClass(node, label)) ? node : null;
  }
  return null;
}
const MOST_BLANKS = 8;
const LABELS = ['moz-cite-prefix', 'gmail_attr'];

/** Apple Mail and phones: the line stands in the quote, in a block of its own, with the date. */
function attributionWithin(node: HtmlElement): Above | null {
  const first = attribute(node, 'type') === 'cite' ? firstBlock(node) : null;
  const line = first && readAttribution(textOf([first], LONGEST_ATTRIBUTION));
  return first && line && /\d/.test(line.attribution) ? { line, nodes: [first] } : null;
}

/** Zulip: `<span class="user-mention silent">Petra Holm</span> <a href="/#narrow/…/near/17">said</a>:` */
function saidLine(nodes: readonly HtmlNode[], text: string): Above['line'] | null {
  const [mention, ...rest] = nodes.filter((node) => isElement(node));
  const link = rest.find((node) => node.tagName === 'a');
  if (!mention || !link || !hasClass(mention, 'user-mention') || !text.trim().endsWith(':')) return null;
  const address = attribute(link, 'href') ?? '';
  const post = postNear(address);
  if (!post) return null;
  const url = safeAddress(address);
  const name = textOf([mention], LONGEST_ATTRIBUTION).replace(/^@/, '').trim();
  return { attribution: text.replace(/\s+/g, ' ').trim(), name, post, ...(url ? { url } : {}) };
}

function markOf(node: HtmlElement, line: Above['line'] | undefined): QuoteMark {
  const url = safeAddress(attribute(node, 'cite')) ?? line?.url;
  const reference = {
    ...(line?.post ? { post: line.post } : {}),
    ...(url?.startsWith('http') ? { url } : {}),
  };
  const embed = EMBEDS.some((name) => hasClass(node, name));
  return {
    kind: embed ? 'embed' : line?.forward ? 'forward' : 'reply',
    ...(line ? { attribution: line.attribution } : {}),
    ...(line?.name ? { name: line.name } : {}),
    ...(line?.post || url?.startsWith('http') ? { reference } : {}),
  };
}
const EMBEDS = ['twitter-tweet', 'mastodon-embed', 'bluesky-embed', 'instagram-media'];
