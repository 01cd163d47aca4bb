import { bodyText, type Projection } from '../../bodies/text.ts';
import type { Finding } from '../../markdown/findings.ts';
import type { DigestQuote } from '../../markdown/read-digest.ts';
import { statedAuthor } from '../../quotes/reading.ts';
import { alteredWords } from './altered-words.ts';
import type { Place } from './finding.ts';
import { placeInMarkdown } from './place-in-markdown.ts';

/** A digest's own text and its Markdown. */
export interface Written {
  readonly prose: Projection;
  readonly body: string;
}

/** What of a quote a finding is about: the altered words, the attribution, or all of it. Offsets are into the Markdown. */
export function placesInQuote(
  quote: DigestQuote,
  { code }: Pick<Finding, 'code'>,
  written: Written,
): readonly Place[] {
  if (code === 'altered') return alteredPlaces(quote, written);
  const attribution = code === 'misattributed' ? attributionPlace(quote, written.body) : null;
  return attribution ? [attribution] : wholeQuote(quote, written);
}

function alteredPlaces(quote: DigestQuote, written: Written): readonly Place[] {
  const { node, range } = quote;
  const own = node ? bodyText({ type: 'root', children: node.children }) : written.prose;
  const words = alteredWords(quote, { ...own, from: range?.start ?? 0 }, written.body);
  if (words.length === 0) return wholeQuote(quote, written);
  return words.map(({ start, end, said, correction }) => ({
    start,
    end,
    said,
    ...(correction === undefined ? {} : { suggestion: correction }),
  }));
}

function wholeQuote({ node, range }: DigestQuote, { prose, body }: Written): readonly Place[] {
  const [start, end] = [node?.position?.start.offset, node?.position?.end.offset];
  if (start !== undefined && end !== undefined) return [{ start, end }];
  const place = range && placeInMarkdown(body, prose.leaves, range.start, range.end);
  return place ? [{ start: place.start, end: place.end }] : [];
}

/** `> > — ` */
const OPENS = /^[ \t>]*(?:—|―|–|--)[ \t]+/;

/** The name in a quote's last line, or what stands there instead of one. */
function attributionPlace({ node, attribution, post }: DigestQuote, body: string): Place | null {
  const [from, end] = [node?.position?.start.offset, node?.position?.end.offset];
  if (!attribution || from === undefined || end === undefined) return null;
  const lineStart = Math.max(from, body.lastIndexOf('\n', end - 1) + 1);
  const line = body.slice(lineStart, end);
  const opening = OPENS.exec(line)?.[0].length;
  if (opening === undefined) return null;
  const name = attribution.name ?? '';
  const at = name === '' ? -1 : line.indexOf(name, opening);
  const place =
    at < 0
      ? { start: lineStart + opening, end }
      : { start: lineStart + at, end: lineStart + at + name.length };
  const handle = post && statedAuthor(post.reading)?.handle;
  return handle && /^@?[\w.@-]+$/.test(handle) ? { ...place, suggestion: handle } : place;
}
