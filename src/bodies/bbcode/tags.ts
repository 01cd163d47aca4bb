/** A tag in square brackets: `[quote="ines, post:3"]`, `[/quote]`, `[*]`. */
export interface Tag {
  readonly start: number;
  readonly end: number;
  readonly closing: boolean;
  /** In lower case. */
  readonly name: string;
  /** What stands between the name and the bracket, from `=` or the space on. */
  readonly attributes: string;
  /** As it stands in the text. */
  readonly raw: string;
}

/** The tags of these names in a text, in its order. Linear. */
export function tagsIn(text: string, names: ReadonlySet<string>): readonly Tag[] {
  const tags: Tag[] = [];
  for (const match of text.matchAll(BEGINNING)) {
    const [beginning, slash, written = ''] = match;
    const start = match.index;
    const name = written.toLowerCase();
    if (!names.has(name) || start < (tags.at(-1)?.end ?? 0)) continue;
    const from = start + beginning.length;
    const bracket = closingBracket(text, from);
    const attributes = bracket < 0 ? '' : text.slice(from, bracket);
    if (bracket < 0 || (slash && attributes.trim() !== '')) continue;
    const end = bracket + 1;
    tags.push({ start, end, closing: slash === '/', name, attributes, raw: text.slice(start, end) });
  }
  return tags;
}

/** A text cut at tags: the tags and what stands between them, in order. */
export function cutAtTags(text: string, tags: readonly Tag[]): readonly (string | Tag)[] {
  const pieces: (string | Tag)[] = [];
  let behind = 0;
  for (const tag of tags) {
    if (tag.start > behind) pieces.push(text.slice(behind, tag.start));
    pieces.push(tag);
    behind = tag.end;
  }
  if (behind < text.length) pieces.push(text.slice(behind));
  return pieces;
}

/** The value behind the `=`, without the quotation marks around it: `="Log"`, `=Log`. */
export function tagValue({ attributes }: Tag): string {
  return withoutMarks(attributes.replace(/^\s*=\s*/, ''));
}

/** The text without the white space and the quotation marks around it. */
export function withoutMarks(text: string): string {
  return text
    .trim()
    .replace(/^(?:&quot;|["'“”„«])|(?:&quot;|["'“”«»])$/g, '')
    .trim();
}

/** `[quote=`, `[/quote]`, `[*]`; `[quoted]` is none. */
const BEGINNING = /\[(\/?)([a-z][a-z0-9]{0,15}|\*)(?=[\]=\s])/gi;
const LONGEST = 300;

/** Where the tag's bracket stands: not within quotation marks, where these are closed; -1 where there is none. */
function closingBracket(text: string, from: number): number {
  const limit = Math.min(text.length, from + LONGEST);
  let first = -1;
  let quoted = false;
  for (let at = from; at < limit; at += 1) {
    const character = text[at];
    if (character === '\n' || character === '\r') break;
    if (character === '"') quoted = !quoted;
    if (character !== ']') continue;
    if (!quoted) return at;
    if (first < 0) first = at;
  }
  return first;
}
