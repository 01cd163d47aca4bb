import PostalMime from 'postal-mime';
import { decodeText } from './headers.ts';
import { splitMessage } from './split-message.ts';

/** A part of a message, read by the MIME library: its type, its decoded bytes, the parts in it. */
export interface MimePart {
  /** `text/plain`, lower case. */
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
  /** `attachment`, `inline`, or empty. */
  readonly disposition: string;
  readonly fileName: string | undefined;
  readonly description: string | undefined;
  /** Transfer encoding undone. */
  readonly bytes: Uint8Array;
  /** The bytes as text in the charset that the part names. */
  text(): DecodedText;
  readonly parts: readonly MimePart[];
}

export interface DecodedText {
  readonly text: string;
  /** The bytes are not what the part says they are: the charset is unknown, or does not fit. */
  readonly doubtful: boolean;
}

/** RFC 2046 knows no limit; what people send is under ten deep. */
const DEEPEST = 50;
const MOST_HEADER_BYTES = 2 * 1024 * 1024;
/** Every part begins with a line `--…`, and the library sets no limit; patches have such lines too. */
const MOST_MARKS = 50_000;

/**
 * A whole message as a tree of parts. Throws what the library throws where parts are nested too deep or headers
 * are too long.
 *
 * The tree is read off the parser, not off its result: there the parameters of the parts are lost, format=flowed
 * is already undone in a way that pulls quote marks into lines (RFC 3676, 4.5 forbids it), plain text and HTML are
 * mixed, and dates of forwarded messages stand in the reader's own time zone.
 */
export async function readMime(message: Uint8Array): Promise<MimePart> {
  const { head, body } = splitMessage(message);
  const alone = await parse(head);
  if (!isPlainlyEncoded(alone)) {
    if (hasTooManyMarks(body)) throw new RangeError(`more than ${MOST_MARKS} lines may begin a part`);
    return partOf(await parse(message));
  }
  // The library takes half a millisecond to copy lines that it does not change.
  alone.content = body.slice().buffer;
  return partOf(alone);
}

async function parse(message: Uint8Array): Promise<Node> {
  const parser = new PostalMime({
    forceRfc822Attachments: true,
    maxNestingDepth: DEEPEST,
    maxHeadersSize: MOST_HEADER_BYTES,
  });
  await parser.parse(message);
  const root: unknown = Reflect.get(parser, 'root');
  if (!isNode(root)) throw new TypeError('The MIME library no longer keeps the tree of parts as `root`.');
  return root;
}

const HYPHEN = 0x2d;
const LINE_FEED = 10;

function hasTooManyMarks(body: Uint8Array): boolean {
  let marks = 0;
  for (let start = 0; start >= 0 && marks <= MOST_MARKS;) {
    if (body[start] === HYPHEN && body[start + 1] === HYPHEN) marks++;
    const feed = body.indexOf(LINE_FEED, start);
    start = feed < 0 ? -1 : feed + 1;
  }
  return marks > MOST_MARKS;
}

/** One part, whose bytes are the body's as they stand (RFC 2045, 6.2: 7bit, 8bit, binary). */
function isPlainlyEncoded({ contentType, contentTransferEncoding }: Node): boolean {
  return (
    !contentType.parsed.value.startsWith('multipart/') &&
    !/base64|quoted-printable/.test(contentTransferEncoding.encoding)
  );
}

/** What the library keeps of a part; a test holds that it still does. */
interface Node {
  readonly contentType: { readonly parsed: Structured };
  readonly contentDisposition: { readonly parsed: Structured };
  readonly contentTransferEncoding: { readonly encoding: string };
  readonly contentDescription?: string | undefined;
  readonly childNodes: readonly Node[];
  content: ArrayBuffer | null;
  getTextContent(): string;
}

interface Structured {
  readonly value: string;
  readonly params: Record<string, string>;
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' &&
    value !== null &&
    'contentType' in value &&
    'contentTransferEncoding' in value &&
    'contentDisposition' in value &&
    'childNodes' in value &&
    'getTextContent' in value
  );
}

/** Recursion is no deeper than `DEEPEST`. */
function partOf(node: Node): MimePart {
  const { value: type, params } = node.contentType.parsed;
  const { value: disposition, params: dispositionParams } = node.contentDisposition.parsed;
  const { filename } = dispositionParams;
  const { name } = params;
  const parameters = new Map(Object.entries(params));
  const bytes = new Uint8Array(node.content ?? new ArrayBuffer(0));
  return {
    type,
    parameters,
    disposition,
    fileName: filename || name || undefined,
    description: node.contentDescription,
    bytes,
    text: () => decode(node, parameters.get('charset') ?? '', bytes),
    parts: node.childNodes.map(partOf),
  };
}

const ONLY_ASCII_LABELS = /^(?:us-)?ascii$/i;

function decode(node: Node, charset: string, bytes: Uint8Array): DecodedText {
  if (ONLY_ASCII_LABELS.test(charset.trim()) || !isKnown(charset)) return decodeUnnamed(node, charset, bytes);
  const text = decodeByLibrary(node);
  return { text, doubtful: text.includes('\uFFFD') };
}

/** Nothing said, or something that does not exist: UTF-8 where the bytes are that. */
function decodeUnnamed(node: Node, charset: string, bytes: Uint8Array): DecodedText {
  if (bytes.every((byte) => byte < 0x80 && byte !== ESCAPE))
    return { text: decodeText(bytes), doubtful: false };
  const text = decodeText(bytes);
  const utf8 = new TextEncoder().encode(text).length === bytes.length;
  if (utf8 && !bytes.includes(ESCAPE)) return { text, doubtful: false };
  // The library knows more names than browsers do: cp932, x-sjis-…
  return charset && !utf8 ? { text: decodeByLibrary(node), doubtful: true } : { text, doubtful: !utf8 };
}

/** ISO-2022-JP and its kin begin every character set with it. */
const ESCAPE = 0x1b;

function isKnown(charset: string): boolean {
  try {
    return charset.trim() !== '' && new TextDecoder(charset).encoding !== '';
  } catch {
    return false;
  }
}

function decodeByLibrary(node: Node): string {
  // Else the library undoes format=flowed; bodies/ does that, where quotes are known.
  Reflect.deleteProperty(node.contentType.parsed.params, 'format');
  return node.getTextContent();
}
