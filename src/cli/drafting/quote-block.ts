import type { Blockquote, Paragraph } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { parseDigest } from '../../markdown/digest-syntax.ts';
import { readDigest } from '../../markdown/read-digest.ts';
import type { Evidence, EvidencePost } from '../../quotes/evidence.ts';
import type { Stretch } from '../../quotes/stretches.ts';

/**
 * A passage as a block quote with an attribution, such that a digest on these threads quotes it verbatim and names
 * whoever said it; `null` where no way of writing it does.
 */
export function quoteBlock(post: EvidencePost, passage: Stretch, evidence: Evidence): string | null {
  const words = post.reading.own.text.slice(passage.start, passage.end);
  const block = toMarkdown(blockquote(words), {
    extensions: [gfmToMarkdown()],
  }).trimEnd();
  for (const attribution of attributions(post)) {
    const markdown = `${block}\n>\n> — ${attribution}`;
    const { quotes, problems } = readDigest(parseDigest(`${markdown}\n`), evidence);
    const [quote] = quotes;
    const stands =
      quotes.filter(({ node }) => node).length === 1 &&
      problems.length === 0 &&
      quote?.fidelity === 'verbatim' &&
      quote.post === post &&
      quote.misattributed === undefined &&
      quote.attribution !== null;
    if (stands) return markdown;
  }
  return null;
}

function blockquote(words: string): Blockquote {
  const paragraphs = words.split('\n\n').map((text): Paragraph => {
    return { type: 'paragraph', children: [{ type: 'text', value: text.replace(/\s+/g, ' ') }] };
  });
  return { type: 'blockquote', children: paragraphs };
}

/** `@ines` */
const SHORT_HANDLE = /^@?([\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,60}[\p{L}\p{N}])?)(?:@[^\s@]{1,200})?$/u;
/** `Ines Kovar`: nothing in it that Markdown or an attribution would take for something else. */
const PLAIN_NAME = /^[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M} .'’-]{0,80}$/u;

/** From what reads best to what is always understood. */
function attributions({ thread, reading }: EvidencePost): readonly string[] {
  const { handle = '', name = '' } = reading.author ?? {};
  const short = handle.startsWith('@') ? SHORT_HANDLE.exec(handle)?.[1] : undefined;
  return [
    ...(short === undefined ? [] : [`@${short}`]),
    ...(PLAIN_NAME.test(name.trim()) ? [name.trim()] : []),
    `[](${thread}#${reading.post.id})`,
  ];
}
