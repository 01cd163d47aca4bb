import { parseDigest } from '../../markdown/digest-syntax.ts';
import { embeddedPosts } from '../../markdown/embedded-posts.ts';
import { findingsOf } from '../../markdown/findings.ts';
import { type DigestQuote, type DigestReading, readDigest } from '../../markdown/read-digest.ts';
import type { Evidence } from '../../quotes/evidence.ts';
import { type DigestFile, type ParsedDigest, parseDigestFile } from '../../site/digest-files.ts';
import type { Settings } from '../../site/settings.ts';
import type { ThreadId } from '../../thread/schema.ts';
import { type InternalLink, internalLinks } from '../check-links.ts';
import { type TracedQuote, tracedQuote } from '../digest-quotes.ts';
import { bodyText } from '../../bodies/text.ts';
import { nearest } from '../nearest.ts';
import { orFinding } from '../or-finding.ts';
import { addressFindings } from './address-findings.ts';
import { correctedHandle, handleFinding } from './attribution-findings.ts';
import type { ContentFinding, FixableFinding, Place } from './finding.ts';
import { placesInQuote, type Written } from './quote-places.ts';
import { type Represented, representation } from './representation.ts';
import type { ThreadReadings } from './thread-readings.ts';
import { typographyFindings } from './typography-findings.ts';

/** What `check` knows of a digest by its text, its threads and the settings; plain data, so that it can be kept. */
export interface CheckedDigest {
  /** Those of its threads that there are. */
  readonly threads: readonly ThreadId[];
  readonly quotes: readonly TracedQuote[];
  /** Quotes without a source; what is said of them depends on where else their words stand. */
  readonly orphans: readonly Orphan[];
  /** Links into the site, whose ends may come and go; lines are those of the file. */
  readonly links: readonly InternalLink[];
  readonly people: readonly Represented[];
  readonly findings: readonly ContentFinding[];
}

/** A quote without a source. */
export interface Orphan extends Pick<DigestQuote, 'fidelity' | 'text' | 'depth'> {
  /** In the file. */
  readonly line: number;
  /** Set on a quotation within the editor's prose. */
  readonly range?: DigestQuote['range'];
  /** In the file. */
  readonly places: readonly Place[];
}

/** Checks one digest against those of its threads that are `known`. Broken frontmatter is a finding. */
export function checkDigest(
  digest: DigestFile,
  known: ReadonlySet<ThreadId>,
  readings: ThreadReadings,
  settings: Settings,
): CheckedDigest {
  const findings: ContentFinding[] = [];
  const parsed = orFinding(() => parseDigestFile(digest), findings);
  if (!parsed) return { threads: [], quotes: [], orphans: [], links: [], people: [], findings };
  const { file, text } = digest;
  const { data, body, linesBefore } = parsed;
  for (const id of data.threads.filter((id) => !known.has(id)))
    findings.push(unknownThread(id, file, text, known));
  const threads = [...new Set(data.threads.filter((id) => known.has(id)))];
  const evidence = readings.evidence(threads);
  const tree = parseDigest(body);
  const links = internalLinks(tree);
  const addresses = addressFindings(tree, body);
  const reading = readDigest(tree, evidence, readings.redactions(threads));
  const written = { prose: bodyText(tree), body };
  const { typography } = settings.quotes;
  const beside = [
    ...addresses,
    ...judged(reading, written, evidence, settings),
    ...typographyFindings(tree, reading.quotes, body, typography),
    ...reading.quotes.flatMap((quote) => againstWishes(quote, written)),
  ];
  const bodyStart = text.length - body.length;
  return {
    threads,
    quotes: reading.quotes.map((quote) => tracedQuote(quote, file, linesBefore)),
    orphans: reading.quotes.flatMap((quote) => orphan(quote, linesBefore, written, bodyStart)),
    links: links.map(({ url, line, place }) => ({
      url,
      line: line + linesBefore,
      ...(place ? { place: moved(place, bodyStart) } : {}),
    })),
    people: peopleIn(reading, evidence, threads, readings),
    findings: [...findings, ...beside.map((finding) => inFile(finding, file, parsed, bodyStart))],
  };
}

/** What is told of each quote but of those without a source; a wrong handle may know how it is put right. */
function judged(
  reading: DigestReading,
  written: Written,
  evidence: Evidence,
  { quotes: policy }: Settings,
): readonly FixableFinding[] {
  const handles = new Map(
    reading.quotes.map((quote) => [quote, correctedHandle(quote, written.body, evidence)] as const),
  );
  const found = findingsOf({ ...reading, quotes: [] }, policy);
  return [
    ...found,
    ...reading.quotes.flatMap((quote) => {
      const fix = handles.get(quote) ?? null;
      const findings = findingsOf(
        { ...reading, quotes: [quote], problems: [] },
        { ...policy, unsourced: 'ignore' },
      );
      return [
        ...findings.map((finding): FixableFinding => ({
          ...finding,
          places: placesInQuote(quote, finding, written),
          ...(fix && finding.code === 'misattributed' ? { fix: [fix] } : {}),
        })),
        ...handleFinding(quote, fix),
      ];
    }),
  ];
}

function orphan(quote: DigestQuote, linesBefore: number, written: Written, bodyStart: number): Orphan[] {
  const { fidelity, text, depth, line, range } = quote;
  if (fidelity !== 'unsourced') return [];
  const places = placesInQuote(quote, { code: 'unsourced' }, written).map((place) => moved(place, bodyStart));
  return [{ fidelity, text, depth, line: line + linesBefore, ...(range ? { range } : {}), places }];
}

function peopleIn(
  { quotes, embeds }: DigestReading,
  evidence: Evidence,
  threads: readonly ThreadId[],
  readings: ThreadReadings,
): readonly Represented[] {
  const shown = embeds.flatMap((embed) => embeddedPosts(embed, evidence));
  const byId = new Map(threads.map((id) => [id, readings.edited(id).thread]));
  return representation(evidence.posts, quotes, shown, byId);
}

function inFile(
  { fix, places, ...finding }: FixableFinding,
  file: string,
  { linesBefore }: ParsedDigest,
  bodyStart: number,
): ContentFinding {
  return {
    ...finding,
    file,
    line: finding.line + linesBefore,
    ...(fix ? { fix: fix.map((edit) => moved(edit, bodyStart)) } : {}),
    ...(places ? { places: places.map((place) => moved(place, bodyStart)) } : {}),
  };
}

function moved<Stretch extends Place>(stretch: Stretch, by: number): Stretch {
  return { ...stretch, start: stretch.start + by, end: stretch.end + by };
}

function againstWishes(quote: DigestQuote, written: Written): FixableFinding[] {
  const { line, post } = quote;
  const author = post?.reading.author;
  if (!author?.wishes?.includes('no-quote')) return [];
  return [
    {
      line,
      severity: 'warning',
      code: 'no-quote',
      message: `${author.name || author.handle} asks not to be quoted.`,
      hint: 'Ask them, or say it in your own words.',
      places: placesInQuote(quote, { code: 'no-quote' }, written),
    },
  ];
}

function unknownThread(
  id: ThreadId,
  file: string,
  text: string,
  known: ReadonlySet<ThreadId>,
): ContentFinding {
  const start = text.indexOf(id, Math.max(0, text.search(/^threads:/m)));
  const meant = nearest(id, [...known]);
  return {
    file,
    line: text.slice(0, Math.max(0, start)).split('\n').length,
    ...(start < 0
      ? {}
      : {
          places: [{ start, end: start + id.length, ...(meant === undefined ? {} : { suggestion: meant }) }],
        }),
    severity: 'error',
    code: 'unknown-thread',
    message: `There is no thread “${id}”.`,
    hint: `Import it (npx quotidian import …), or correct the name; there are: ${someOf([...known])}.`,
  };
}

/** A project may hold a thousand threads. */
const MOST_NAMED = 12;

function someOf(ids: readonly ThreadId[]): string {
  const more = ids.length > MOST_NAMED ? ` and ${ids.length - MOST_NAMED} more` : '';
  return ids.length === 0 ? 'none yet' : `${ids.slice(0, MOST_NAMED).join(', ')}${more}`;
}
