import { QuotidianError } from '../../thread/error.ts';
import { longNumbersAsStrings } from './long-numbers.ts';

/** Bytes. Beyond it a text no longer fits comfortably into one string. */
const LARGEST = 256 * 1024 * 1024;

/** `(line 12 column 5)` at the end of what V8 says of broken JSON. */
const POSITION = /\(line (\d+) column (\d+)\)$/;

/**
 * The value that a JSON file in UTF-8 holds. Integers of 16 digits and more, which would lose their last digits,
 * come as strings. Throws `QuotidianError` with the place where the file is empty, too large, cut off, nested
 * too deep, in another encoding, or not JSON. Its messages never hold a word of the file.
 */
export async function readJson(blob: Blob, file: string): Promise<unknown> {
  if (blob.size > LARGEST)
    throw new QuotidianError(`The file is larger than ${LARGEST / 1024 / 1024} MB.`, {
      code: 'too-large',
      place: { file },
      hint: 'Export one thread at a time.',
    });
  const text = decode(new Uint8Array(await blob.arrayBuffer()), file);
  if (text.trim() === '')
    throw new QuotidianError('The file is empty.', {
      code: 'empty-file',
      place: { file },
      hint: 'Export it again.',
    });
  return parse(longNumbersAsStrings(text), file);
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    throw new QuotidianError(`The file is not in UTF-8${wide ? ' but in UTF-16' : ''}.`, {
      code: 'wrong-encoding',
      place: { file },
      hint: 'Save it again with the encoding UTF-8.',
    });
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof RangeError)
      throw new QuotidianError('The file is nested too deep.', {
        code: 'too-deep',
        place: { file },
        hint: 'No platform writes such a file; export it again.',
      });
    throw notJson(error instanceof Error ? error.message : '', text, file);
  }
}

function notJson(reason: string, text: string, file: string): QuotidianError {
  const [, line, column] = POSITION.exec(reason) ?? [];
  const cutOff = reason.startsWith('Unexpected end') || reason.startsWith('Unterminated');
  const lastLine = () => text.split('\n').length;
  const found = line === undefined ? lineOfExcerpt(reason, text) : Number(line);
  const place = found !== undefined ? { file, line: found } : cutOff ? { file, line: lastLine() } : { file };
  const at = column === undefined ? '' : ` at column ${column}`;
  return new QuotidianError(
    cutOff
      ? 'The file ends in the middle of its JSON: it was cut off.'
      : `The file is not JSON: there is something unexpected${at}.`,
    {
      code: cutOff ? 'cut-off' : 'not-json',
      place,
      hint: text.trimStart().startsWith('<')
        ? 'It looks like a web page. Save what the API answers, not the page that shows it.'
        : 'Export it again, or repair it.',
    },
  );
}

/** `Unexpected token 'o', ..."ndants": [oops]"... is not valid JSON`: V8 shows ten characters on either side. */
const EXCERPT = /^Unexpected token .{1,8}?, (\.{3})?"([\s\S]{1,40})"(?:\.{3})? is not valid JSON$/;
const BEFORE_FAULT = 10;

/** The line of the fault that an excerpt shows; `undefined` where the text holds the excerpt more than once. */
function lineOfExcerpt(reason: string, text: string): number | undefined {
  const [, dots, excerpt] = EXCERPT.exec(reason) ?? [];
  if (excerpt === undefined) return undefined;
  const at = text.indexOf(excerpt);
  if (at < 0 || text.indexOf(excerpt, at + 1) >= 0) return undefined;
  const before = text.slice(0, at + (dots ? BEFORE_FAULT : 0));
  return before.split('\n').length;
}
