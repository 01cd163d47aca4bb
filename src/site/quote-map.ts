import type { Quote } from '../quotes/quote.ts';
import type { PostId } from '../thread/schema.ts';
import type { QuoteMapView } from './views.ts';

/** A post as the map shows it. */
export interface MappedPost {
  readonly id: PostId;
  readonly page: number;
  /** `null` where the author is not known, or only inferred. */
  readonly voice: number | null;
  /** How often it is quoted, here and elsewhere. */
  readonly quoted: number;
  /** Its quotes of posts of the thread. */
  readonly quotes: readonly Pick<Quote, 'source'>[];
}

/** What a mark of the map says and leads to. */
export interface MarkTexts {
  readonly label: string;
  readonly href: string;
}

/**
 * Where in a thread quotes come from and go to: the posts in their order from top to bottom, the larger the more they
 * are quoted, and an arc in the source's hue from each source to the posts that quote it. In a long thread a mark
 * stands for several posts and leads to the one that is quoted most. `null` where no post quotes another.
 */
export function quoteMap(
  posts: readonly MappedPost[],
  page: number,
  textsOf: (post: PostId) => MarkTexts,
): QuoteMapView | null {
  const rows = rowsOf(posts);
  const arcs = arcsOf(posts, rows);
  if (arcs.length === 0) return null;
  const step = Math.max(LEAST_STEP, Math.min(MOST_STEP, Math.floor(HEIGHT / rows.length)));
  const middle = (row: number) => row * step + step / 2;
  const marks = rows.map((row, index) => {
    const { voice, quoted, id, quotes } = foremost(row);
    const { label, href } = textsOf(id);
    return {
      y: index * step,
      voice,
      weight: weightOf(quoted),
      active: quoted > 0 || quotes.length > 0,
      label,
      href,
    };
  });
  const own = rows.flatMap((row, index) => (row.some((post) => post.page === page) ? [index] : []));
  const hues = [...Map.groupBy(arcs, ({ voice }) => voice)];
  return {
    step,
    height: rows.length * step,
    marks,
    arcs: hues.map(([voice, ofHue]) => ({
      voice,
      path: ofHue.map(({ from, to }) => arcPath(middle(from), middle(to))).join(''),
    })),
    here: { y: (own[0] ?? 0) * step, height: own.length * step },
  };
}

/** So many posts have a mark each, which can still be told from the next; more share fewer marks. */
const MOST_ALONE = 100;
const SHARED_ROWS = 60;
/** Arcs; those of the sources that are quoted most are drawn. */
const MOST_ARCS = 80;
/** In units of the drawing, which are about a pixel. */
const HEIGHT = 540;
const LEAST_STEP = 5;
const MOST_STEP = 14;
/** Where the arcs begin and end, and how far they swing out at most. */
const AXIS = 36;
const SWING = 34;

type Row = readonly MappedPost[];

function rowsOf(posts: readonly MappedPost[]): readonly Row[] {
  const count = posts.length > MOST_ALONE ? SHARED_ROWS : posts.length;
  const bound = (row: number) => Math.floor((row * posts.length) / count);
  return Array.from({ length: count }, (_, row) => posts.slice(bound(row), bound(row + 1)));
}

interface Arc {
  readonly voice: number | null;
  readonly from: number;
  readonly to: number;
}

function arcsOf(posts: readonly MappedPost[], rows: readonly Row[]): readonly Arc[] {
  const rowOf = new Map(rows.flatMap((row, index) => row.map(({ id }) => [id, index] as const)));
  const byId = new Map(posts.map((post) => [post.id, post]));
  const arcs = new Map<string, Arc & { quoted: number }>();
  for (const { id, quotes } of posts) {
    const to = rowOf.get(id) ?? 0;
    for (const { source } of quotes) {
      const quoted = source ? byId.get(source.post) : undefined;
      const from = quoted && rowOf.get(quoted.id);
      if (!quoted || from === undefined || quoted.id === id) continue;
      const key = `${quoted.voice} ${from} ${to}`;
      if (!arcs.has(key)) arcs.set(key, { voice: quoted.voice, from, to, quoted: quoted.quoted });
    }
  }
  return [...arcs.values()].sort((one, other) => other.quoted - one.quoted).slice(0, MOST_ARCS);
}

/** The post that a row leads to: what is quoted most, else what quotes most, else the first. */
function foremost([first, ...rest]: Row): MappedPost {
  if (!first) throw new RangeError('A row of the map holds no post.');
  return rest.reduce(
    (best, post) =>
      post.quoted > best.quoted || (post.quoted === best.quoted && post.quotes.length > best.quotes.length)
        ? post
        : best,
    first,
  );
}

/** 0 for a post that nobody quotes, then 1, 2, 3 for three or four quotes, 4 for more. */
function weightOf(quoted: number): number {
  if (quoted <= 2) return quoted;
  return quoted <= 4 ? 3 : 4;
}

/** `M36 7C22 7 22 49 36 49` */
function arcPath(from: number, to: number): string {
  const swing = AXIS - Math.min(SWING, Math.round(7 + Math.abs(to - from) / 6));
  // An arc within one row would be a point: it is drawn as a small loop.
  const end = from === to ? to + 1 : to;
  return `M${AXIS} ${from}C${swing} ${from} ${swing} ${end} ${AXIS} ${end}`;
}
