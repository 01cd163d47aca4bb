import { LineCounter, parseDocument } from 'yaml';
import { QuotidianError } from '../thread/error.ts';

/** YAML as a value; an error names the line. */
export function parseYaml(text: string, file: string): unknown {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const [error] = document.errors;
  if (!error) return document.toJS() ?? {};
  throw new QuotidianError(`This is not YAML: ${error.message.split('\n')[0]}`, {
    code: 'not-yaml',
    place: { file, line: lineCounter.linePos(error.pos[0]).line },
    hint: 'Mind the indentation, and put text that holds a colon into quotation marks.',
  });
}
