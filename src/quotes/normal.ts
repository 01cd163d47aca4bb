/**
 * A text in normal form: two texts are the same when their normal forms are equal. `starts[n]` and `ends[n]` are
 * the UTF-16 offsets in the original between which the normal form's code unit `n` came from.
 */
export interface Normal {
  readonly text: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/**
 * The one notion of "same text": NFC; runs of white space are one space, none at the ends; quotation marks,
 * apostrophes, dashes and ellipses folded; what has no width (and soft hyphens, variation selectors, marks of
 * direction) dropped; `@user@host` is `@user`. Case counts. Idempotent; linear in the text.
 */
export function normalForm(text: string): Normal {
  return PLAIN.test(text) && !SIGN_OF_SEQUENCE.test(text)
    ? foldPlain(text)
    : foldSequences(foldCharacters(text));
}

/** Printable ASCII and line feeds: most of most texts. */
const PLAIN = /^[\x20-\x7e\n]*$/;
const SIGN_OF_SEQUENCE = /\.\.|…|--|@/;

/** The same as the other two, for texts in which there is little to fold; few are ever asked for their offsets. */
function foldPlain(original: string): Normal {
  const text = original
    .trim()
    .replace(/[ \n]+/g, ' ')
    .replaceAll('`', "'");
  let places: Pick<Normal, 'starts' | 'ends'> | undefined;
  const placed = () => {
    places ??= placesIn(original, text);
    return places;
  };
  return {
    text,
    get starts() {
      return placed().starts;
    },
    get ends() {
      return placed().ends;
    },
  };
}

/** Where each character of the folded text stands in the original, a space for all the white space there. */
function placesIn(original: string, text: string): Pick<Normal, 'starts' | 'ends'> {
  const [starts, ends] = [new Uint32Array(text.length), new Uint32Array(text.length)];
  let at = 0;
  while (isPlainSpace(original.charCodeAt(at))) at += 1;
  for (let n = 0; n < text.length; n += 1) {
    starts[n] = at;
    at += 1;
    if (text.charCodeAt(n) === SPACE_CODE) while (isPlainSpace(original.charCodeAt(at))) at += 1;
    ends[n] = at;
  }
  return { starts, ends };
}

function isPlainSpace(code: number): boolean {
  return code === SPACE_CODE || code === LINE_FEED;
}

const SPACE_CODE = 0x20;
const LINE_FEED = 0x0a;

const SPACE = /\s/u;
const SOFT_HYPHEN = '\u00ad';
const COMBINING = /^[\p{M}\u1161-\u1175\u11a8-\u11c2]$/u;

const FOLDED: ReadonlyMap<string, string> = new Map(
  (
    [
      ['"', '“”„‟«»″〝〞'],
      ["'", '‘’‚‛‹›′`´ʼ'],
      ['-', '‐‑‒–—―−⸺⸻'],
      ['', '\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\u061c\u180e'],
      ['', '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'],
      [
        '',
        '\ufe00\ufe01\ufe02\ufe03\ufe04\ufe05\ufe06\ufe07\ufe08\ufe09\ufe0a\ufe0b\ufe0c\ufe0d\ufe0e\ufe0f',
      ],
    ] as const
  ).flatMap(([to, from]) => [...from].map((character): [string, string] => [character, to])),
);

function foldCharacters(text: string): Normal {
  const build = new Builder(text.length);
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isPlain(code) && standsAlone(text, at + 1)) {
      if (isPlainSpace(code)) build.space(at, at + 1);
      else build.addCode(code === BACKTICK ? APOSTROPHE : code, at, at + 1);
      at += 1;
      continue;
    }
    const end = endOfCharacter(text, at);
    const character = text.slice(at, end);
    if (SPACE.test(character)) build.space(at, end);
    else build.add(fold(character), at, end);
    at = end;
  }
  return build.done();
}

const BACKTICK = 0x60;
const APOSTROPHE = 0x27;

/** A character of ASCII that is only itself. */
function isPlain(code: number): boolean {
  return (code >= SPACE_CODE && code <= 0x7e) || code === LINE_FEED;
}

/** Whether what comes next cannot join the character before it. */
function standsAlone(text: string, next: number): boolean {
  return next >= text.length || (text.charCodeAt(next) <= 0x2ff && text.charAt(next) !== SOFT_HYPHEN);
}

function fold(character: string): string {
  const folded = FOLDED.get(character);
  if (folded !== undefined) return folded;
  if (character.length === 1) return character;
  // A base with its combining marks; what has no width may stand between them.
  const kept = [...character].map((part) => FOLDED.get(part) ?? part).join('');
  return kept.normalize('NFC');
}

/** Where the code point at `at` ends, together with the marks that NFC may join to it. */
function endOfCharacter(text: string, at: number): number {
  let end = at + codePointLength(text, at);
  if (text.charCodeAt(at) <= 0x20) return end;
  while (end < text.length && (text.charCodeAt(end) > 0x2ff || text.charAt(end) === SOFT_HYPHEN)) {
    const length = codePointLength(text, end);
    const next = text.slice(end, end + length);
    if (!COMBINING.test(next) && FOLDED.get(next) !== '') break;
    end += length;
  }
  return end;
}

function codePointLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** `...` · `so -- then`, `word--word` · `@ines@quay.example` */
const SEQUENCES =
  /[.…]*(?:\.{3}|…)[.…]*|(?<=^| )-{2,3}(?= |$)|(?<=[\p{L}\p{N}])-{2,3}(?=[\p{L}\p{N}])|(?<![\p{L}\p{N}@])@[\w.-]*\w(?:@[\w.-]*\w)+/gu;

function foldSequences(normal: Normal): Normal {
  const { text, starts, ends } = normal;
  if (!SIGN_OF_SEQUENCE.test(text)) return normal;
  const build = new Builder(text.length);
  let at = 0;
  const copy = (to: number) => {
    for (; at < to; at += 1) build.addCode(text.charCodeAt(at), starts[at] ?? 0, ends[at] ?? 0);
  };
  for (const match of text.matchAll(SEQUENCES)) {
    copy(match.index);
    const end = match.index + match[0].length;
    const first = match[0].charAt(0);
    if (first === '@') {
      copy(match.index + match[0].indexOf('@', 1));
      build.stretch(ends[end - 1] ?? 0);
    } else {
      build.add(first === '-' ? '-' : '…', starts[match.index] ?? 0, ends[end - 1] ?? 0);
    }
    at = end;
  }
  copy(text.length);
  return build.done();
}

class Builder {
  #codes: Uint16Array;
  #starts: Uint32Array;
  #ends: Uint32Array;
  #length = 0;
  /** Where white space began and ended that is yet to be written; -1 for none. */
  #spaceStart = -1;
  #spaceEnd = -1;

  constructor(capacity: number) {
    this.#codes = new Uint16Array(capacity);
    this.#starts = new Uint32Array(capacity);
    this.#ends = new Uint32Array(capacity);
  }

  space(start: number, end: number): void {
    if (this.#length === 0) return;
    if (this.#spaceStart < 0) this.#spaceStart = start;
    this.#spaceEnd = end;
  }

  add(folded: string, start: number, end: number): void {
    for (let n = 0; n < folded.length; n += 1) this.addCode(folded.charCodeAt(n), start, end);
  }

  addCode(code: number, start: number, end: number): void {
    if (this.#spaceStart >= 0) {
      this.#push(SPACE_CODE, this.#spaceStart, this.#spaceEnd);
      this.#spaceStart = -1;
    }
    this.#push(code, start, end);
  }

  /** Lets the last character reach to `end`. */
  stretch(end: number): void {
    if (this.#length > 0) this.#ends[this.#length - 1] = end;
  }

  done(): Normal {
    return {
      text: textOf(this.#codes.subarray(0, this.#length)),
      starts: this.#starts.slice(0, this.#length),
      ends: this.#ends.slice(0, this.#length),
    };
  }

  #push(code: number, start: number, end: number): void {
    if (this.#length === this.#codes.length) this.#grow();
    this.#codes[this.#length] = code;
    this.#starts[this.#length] = start;
    this.#ends[this.#length] = end;
    this.#length += 1;
  }

  /** NFC makes a few characters longer (U+0344). */
  #grow(): void {
    const capacity = this.#length * 2 + 8;
    const [codes, starts, ends] = [this.#codes, this.#starts, this.#ends];
    this.#codes = new Uint16Array(capacity);
    this.#starts = new Uint32Array(capacity);
    this.#ends = new Uint32Array(capacity);
    this.#codes.set(codes);
    this.#starts.set(starts);
    this.#ends.set(ends);
  }
}

/** As many arguments as every engine takes in one call. */
const MOST_CODES = 8192;

function textOf(codes: Uint16Array): string {
  let text = '';
  for (let at = 0; at < codes.length; at += MOST_CODES)
    text += Reflect.apply(String.fromCharCode, null, codes.subarray(at, at + MOST_CODES));
  return text;
}

/** The offsets in the original of the normal form's range `[start, end)`. */
export function originalRange(normal: Normal, start: number, end: number): readonly [number, number] {
  return [normal.starts[start] ?? 0, normal.ends[end - 1] ?? normal.starts[start] ?? 0];
}
