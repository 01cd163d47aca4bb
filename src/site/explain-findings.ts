import type { Finding, Misquote } from '../markdown/findings.ts';
import { wordsFor } from './words/index.ts';

const YOU = 'you wrote';
const WIDEST_NAME = 24;
/** What a terminal obeys: controls, and marks that turn text around. People's names and words may hold them. */
const OBEYED = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Findings as an editor reads them in a terminal: file and line, what was written, what was said, the way out. */
export function explainFindings(findings: readonly Finding[], file: string): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const texts = findings.map((finding) => explainFinding(finding, file));
  const count =
    errors > 0 ? [`${errors} ${errors === 1 ? 'error' : 'errors'}. The site was not written.`] : [];
  return [...texts, ...count].join('\n\n');
}

/** One finding, without a line feed at its end. */
export function explainFinding(
  { line, code, severity, message, hint, misquote }: Finding,
  file: string,
): string {
  const head = `${file}:${line}  ${severity === 'warning' ? 'warning: ' : ''}${code}`;
  const body = misquote ? explainMisquote(misquote) : [`  ${message}`];
  return [head, ...body, `  ${hint}`].map((text) => text.replace(OBEYED, '\ufffd')).join('\n');
}

function explainMisquote({ edits, by, thread, post, published }: Misquote): readonly string[] {
  const name = (by ?? 'author not known').slice(0, WIDEST_NAME);
  const width = Math.max(YOU.length, name.length) + 2;
  const wrote = side(edits, 'added');
  const said = side(edits, 'removed');
  const where = `${thread}#${post}${published ? `, ${wordsFor('en').dates.day(published)}` : ''}`;
  return [...underlined(YOU, wrote, width), ...underlined(name, said, width), `  ${where}`];
}

interface Side {
  readonly text: string;
  /** A mark below every changed character. */
  readonly marks: string;
}

function side(edits: Misquote['edits'], changed: 'added' | 'removed'): Side {
  const kept = edits.filter(({ kind }) => kind === 'same' || kind === changed);
  const flat = kept.map(({ kind, text }) => ({ kind, text: text.replace(/\s+/g, ' ') }));
  return {
    text: flat.map(({ text }) => text).join(''),
    marks: flat.map(({ kind, text }) => (kind === changed ? '‾' : ' ').repeat([...text].length)).join(''),
  };
}

function underlined(name: string, { text, marks }: Side, width: number): readonly string[] {
  const line = `  ${name.padEnd(width)}${text}`;
  return marks.trim() === '' ? [line] : [line, `  ${' '.repeat(width)}${marks.trimEnd()}`];
}
