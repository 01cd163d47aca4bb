import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Lines, VISIBLE_LINES } from './github-visible-lines.ts';
import type { Body } from '../../src/thread/schema.ts';
import type { TrimOptions } from '../../src/bodies/trim.ts';

/** A mail body and what the suite that it comes from expects of it. */
export interface ReplyCase {
  readonly name: string;
  readonly body: Body;
  /** Any of these is right. */
  readonly expected: readonly string[];
  /** What `trim` is told beside the body. */
  readonly options: TrimOptions;
}

export interface ReplySuite {
  readonly name: string;
  /** How the suite wants what is not a fact: signatures, attributions of answered quotes. */
  readonly policy: string;
  readonly cases: readonly ReplyCase[];
}

/** The suites below a folder of the corpus; empty where it is absent. */
export function readReplySuites(corpus: string): readonly ReplySuite[] {
  const text = join(corpus, 'email-reply-text');
  const html = join(corpus, 'email-reply-html');
  if (!existsSync(text) || !existsSync(html)) return [];
  return [
    discourse(join(text, 'discourse-trimmer')),
    github(join(text, 'github-erp')),
    talonSignatures(join(text, 'talon-signature')),
    talonHtml(join(html, 'talon')),
  ];
}

function discourse(folder: string): ReplySuite {
  return {
    name: 'discourse/email_reply_trimmer',
    policy:
      'signatures, attributions of answered quotes and a few lines below a quote dropped; what may be an attribution is one',
    cases: readdirSync(join(folder, 'emails')).map((file) => ({
      name: file,
      body: { plain: read(folder, 'emails', file).trim() },
      expected: [read(folder, 'trimmed', file)],
      options: { tail: 'drop' as const, originals: 'likely' as const },
    })),
  };
}

function github(folder: string): ReplySuite {
  return {
    name: 'github/email_reply_parser',
    policy: 'signatures dropped, answered quotes kept with their attributions',
    cases: readdirSync(folder).map((file) => {
      const text = read(folder, file);
      const name = file.replace('.txt', '');
      const lines = VISIBLE_LINES[name];
      return {
        name: file,
        body: { plain: text },
        expected: lines ? [visible(text, lines)] : [],
        options: { attributions: 'keep' as const },
      };
    }),
  };
}

/** The lines that are visible, counted from 1, with their ends. */
function visible(text: string, ranges: Lines): string {
  const lines = text.split(/\r?\n/);
  return ranges.flatMap(([from, to]) => lines.slice(from - 1, to)).join('\n');
}

/** `*_body`, `*_signature` and `*_sender` belong together; lines may carry talon's own annotations. */
function talonSignatures(folder: string): ReplySuite {
  const bodies = readdirSync(folder).filter(
    (file) => file.endsWith('_body.txt') && existsSync(join(folder, file.replace('_body', '_signature'))),
  );
  return {
    name: 'mailgun/talon signatures',
    policy: 'the sign-off of a known sender dropped',
    cases: bodies.map((file) => {
      const body = withoutAnnotations(read(folder, file)).trim();
      const signature = withoutAnnotations(read(folder, file.replace('_body', '_signature'))).trim();
      const sender = read(folder, file.replace('_body', '_sender')).trim();
      return {
        name: file,
        body: { plain: body },
        expected: [body.slice(0, body.length - signature.length)],
        options: sender === '' ? {} : { sender },
      };
    }),
  };
}

function withoutAnnotations(text: string): string {
  return text.replace(/^#(?:sig|reply)#/gm, '');
}

/** The reply in talon's `html_replies`, as its tests state it, and of its two other files. */
const TALON_REPLY = 'Hi. I am fine. Thanks, Alex';
const TALON_OTHERS: Readonly<Record<string, readonly string[]>> = {
  'OLK_SRC_BODY_SECTION.html': ['Reply'],
  // Talon loses the name with which the author signs, since it cuts the element that holds the header.
  'reply-separated-by-hr.html': ['Hi there', 'Hi there Bob'],
};

function talonHtml(folder: string): ReplySuite {
  return {
    name: 'mailgun/talon HTML',
    policy: 'white space does not count; the author’s name above the header of one case may be kept',
    cases: readdirSync(folder).map((file) => ({
      name: file,
      body: { html: read(folder, file) },
      expected: TALON_OTHERS[file] ?? [TALON_REPLY],
      options: {},
    })),
  };
}

function read(...path: readonly string[]): string {
  return readFileSync(join(...path), 'utf8');
}
