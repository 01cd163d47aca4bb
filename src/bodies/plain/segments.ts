import type { QuoteMark } from '../body.ts';
import { CONVENTIONS, MARKS } from '../conventions/plain/index.ts';
import { likelyOriginals } from '../conventions/plain/likely-originals.ts';
import type { Claim, Convention, Page, Role } from './convention.ts';
import { DEEPEST_QUOTE, type Line, readLines } from './lines.ts';

/** A stretch of a plain body. */
export interface Segment {
  readonly role: Role;
  /** 0 at the author's own level, 1 in a quote, 2 in a quote in a quote. */
  readonly depth: number;
  /** Quoted without marks of its own: it stands below headers or an attribution, or between tags. */
  readonly unmarked?: true;
  /** As it stands in the body, marks and line ends included. */
  readonly text: string;
  /** Its lines without marks, line ends and lines that only delimit. */
  readonly lines: readonly string[];
  readonly code?: { readonly lang?: string; readonly meta?: string };
  /** For an attribution: what it says of the quote that follows it, one level deeper. */
  readonly introduces?: QuoteMark;
  /** For quoted words: what they say of the quote that begins with them. */
  readonly opens?: QuoteMark;
}

/**
 * What each stretch of a plain body is. The texts of the segments, joined, are the body, character for character.
 * Linear in the length of the body. `stuffed` for format=flowed; `likely` where what may be an attribution or may be
 * prose (`likelyOriginals`) is to be taken for an attribution.
 *
 * An empty line between two runs of a quote belongs to the quote, unless this body marks the empty lines within
 * quotes of that depth (`>`): then the empty line is a segment of its own, and ends the quote.
 */
export function segment(body: string, { stuffed = false, likely = false } = {}): readonly Segment[] {
  const lines = readLines(body, MARKS, stuffed);
  const conventions = likely ? [...CONVENTIONS, likelyOriginals] : CONVENTIONS;
  return join(settleBlanks(readEntries(lines, conventions)));
}

/** A line with what was found out about it. `fresh` begins a segment; `content` is null on a delimiter. */
interface Entry {
  readonly raw: string;
  readonly blank: boolean;
  readonly role: Role;
  readonly depth: number;
  /** Its quote marks and tags; less than its depth below an original without marks. */
  readonly marks: number;
  /** How many of these are tags. */
  readonly within: number;
  readonly fresh: boolean;
  readonly content: string | null;
  readonly claim?: Claim;
}

function readEntries(lines: readonly Line[], conventions: readonly Convention[]): readonly Entry[] {
  const page = pageOf(lines);
  const askers = conventions.map((convention) => convention.begin(page));
  const level = levelReader();
  const entries: Entry[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (!line) break;
    const claim = line.blank ? null : firstClaim(askers, at);
    if (claim) {
      for (const entry of claimed(lines, at, claim, level)) entries.push(entry);
      at += claim.count;
    } else {
      entries.push(unclaimed(line, level));
      at += 1;
    }
  }
  return entries;
}

function firstClaim(askers: readonly ((at: number) => Claim | null)[], at: number): Claim | null {
  for (const ask of askers) {
    const claim = ask(at);
    if (claim) return claim;
  }
  return null;
}

function claimed(lines: readonly Line[], at: number, claim: Claim, level: Level): Entry[] {
  const marks = claim.depth ?? lines[at]?.depth ?? 0;
  level.reach(marks);
  const depth = level.depth(marks);
  const { before, after } = claim.delimiters ?? { before: 0, after: 0 };
  const entries = lines.slice(at, at + claim.count).map((line, n) => ({
    raw: line.raw,
    blank: false,
    role: claim.role,
    depth,
    marks,
    within: line.within,
    fresh: n === 0,
    content:
      n < before || n >= claim.count - after
        ? null
        : withoutPrefix(line.content(marks, claim.tight), n, claim),
    claim,
  }));
  level.follow(marks, claim);
  return entries;
}

function withoutPrefix(content: string, line: number, { prefix = 0 }: Claim): string {
  return line === 0 ? content.slice(prefix) : content;
}

function unclaimed(line: Line, level: Level): Entry {
  if (!line.blank) level.reach(line.depth);
  return {
    raw: line.raw,
    blank: line.blank,
    role: level.role(line.depth),
    depth: level.depth(line.depth),
    marks: line.depth,
    within: line.within,
    fresh: false,
    content: line.content(line.depth),
  };
}

/** Keeps what earlier claims said of the lines that follow them. */
type Level = ReturnType<typeof levelReader>;

function levelReader() {
  // The marks at which an original without marks was opened, outermost first.
  const opened: number[] = [];
  let trailing: { readonly marks: number; readonly role: Role } | null = null;
  return {
    /** A line with words stands at this many marks: what was opened further in is over. */
    reach(marks: number) {
      while ((opened.at(-1) ?? 0) > marks) opened.pop();
      if (trailing && trailing.marks !== marks) trailing = null;
    },
    depth: (marks: number) => Math.min(marks + opened.filter((open) => open <= marks).length, DEEPEST_QUOTE),
    role: (marks: number): Role => (trailing?.marks === marks ? trailing.role : 'words'),
    follow(marks: number, claim: Claim) {
      trailing = claim.rest === 'same' ? { marks, role: claim.role } : null;
      if (claim.rest === 'end' && opened.at(-1) === marks) opened.pop();
      if (claim.rest === 'quote' && opened.length < DEEPEST_QUOTE) opened.push(marks);
    },
  };
}

function pageOf(lines: readonly Line[]): Page {
  const next = new Uint32Array(lines.length + 1).fill(lines.length);
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    next[at] = lines[at]?.blank ? (next[at + 1] ?? lines.length) : at;
  }
  return {
    lines,
    content: (at, depth) => lines[at]?.content(depth) ?? '',
    filled: (at) => next[at] ?? lines.length,
  };
}

/** Gives blank lines within a quote the quote's depth. */
function settleBlanks(entries: readonly Entry[]): readonly Entry[] {
  const around = neighbours(entries);
  const marked = new Set(
    entries
      .filter((entry, at) => entry.blank && entry.depth > 0 && entry.depth <= (around[at] ?? 0))
      .map((entry) => entry.depth),
  );
  return entries.map((entry, at) => {
    const depth = around[at] ?? 0;
    if (!entry.blank || depth <= entry.depth || marked.has(depth)) return entry;
    return { ...entry, depth, marks: depth, content: '', role: 'words' };
  });
}

/** For each entry the lesser depth of the lines with words before and after it. */
function neighbours(entries: readonly Entry[]): readonly number[] {
  const depths = new Array<number>(entries.length).fill(0);
  let before = 0;
  for (const [at, entry] of entries.entries()) {
    depths[at] = before;
    if (!entry.blank) before = entry.depth;
  }
  let after = 0;
  for (let at = entries.length - 1; at >= 0; at -= 1) {
    depths[at] = Math.min(depths[at] ?? 0, after);
    const entry = entries[at];
    if (entry && !entry.blank) after = entry.depth;
  }
  return depths;
}

function join(entries: readonly Entry[]): readonly Segment[] {
  const runs: Entry[][] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const same = !entry.fresh && last?.role === entry.role && last.depth === entry.depth;
    if (run && same) run.push(entry);
    else runs.push([entry]);
  }
  return runs.map(segmentOf);
}

function segmentOf(run: readonly Entry[]): Segment {
  const [first] = run;
  return {
    role: first?.role ?? 'words',
    depth: first?.depth ?? 0,
    ...(first && first.depth > 0 && (first.marks === 0 || first.within > 0) && { unmarked: true }),
    text: run.map((entry) => entry.raw).join(''),
    lines: run.map((entry) => entry.content).filter((content) => content !== null),
    ...(first?.claim?.code && { code: first.claim.code }),
    ...(first?.claim?.opens && { opens: first.claim.opens }),
    ...(first?.claim?.introduces && { introduces: first.claim.introduces }),
  };
}
