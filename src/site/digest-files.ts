import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { QuotidianError } from '../thread/error.ts';
import { threadId } from '../thread/schema.ts';
import { tagSlug } from './addresses.ts';
import { parseYaml } from './parse-yaml.ts';

/** The number of an issue, from 1. */
export const issueNumber = z.int().min(1).max(99_999);

/** A digest's frontmatter. */
export const digestSchema = z.strictObject({
  title: z.string().min(1).describe('The headline.'),
  date: z
    .union([z.iso.date(), z.date().transform((date) => date.toISOString().slice(0, 10))])
    .describe('The day of the digest: 2026-03-11.'),
  summary: z.string().default('').describe('One or two sentences for lists, feeds and search engines.'),
  threads: z
    .array(threadId)
    .default([])
    .describe('The threads that it quotes, by the names of their files in content/threads.'),
  /** Each names a folder of the site, and a file system bounds the length of names. */
  tags: z.array(z.string().min(1).max(80)).default([]).describe('What it is about; each tag has a page.'),
  editors: z.array(z.string().min(1)).default([]).describe('Who wrote it, by name.'),
  draft: z.boolean().default(false).describe('Whether it is left out of the site that is built.'),
  issue: issueNumber.optional().describe('The number of the issue that it is part of.'),
  lang: z.string().optional().describe('BCP 47; its language, where that is not the site’s.'),
});

export type DigestData = z.infer<typeof digestSchema>;

/** A digest as it stands in its file. */
export interface DigestFile {
  readonly slug: string;
  readonly file: string;
  readonly text: string;
}

/** The digests of the project, in the order of their names. */
export function digestFiles(root: string): readonly DigestFile[] {
  const folder = join(root, 'content/digests');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .toSorted()
    .map((name) => {
      const file = `content/digests/${name}`;
      return { slug: digestSlug(name), file, text: readFileSync(join(root, file), 'utf8') };
    });
}

/** Files below `content/digests` that look like digests and are none: in a folder of their own, or of another ending. */
export function ignoredDigestFiles(root: string): readonly string[] {
  const folder = join(root, 'content/digests');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) => /\.(?:md|mdx|markdown)$/i.test(name) && (dirname(name) !== '.' || !name.endsWith('.md')),
    )
    .toSorted()
    .map((name) => `content/digests/${name}`);
}

/** The part of a digest's address that its file's name gives: `Überfahrt, Teil 2.md` is `überfahrt-teil-2`. */
export function digestSlug(name: string): string {
  return tagSlug(name.slice(0, -'.md'.length));
}

/** A digest's frontmatter and body. */
export interface ParsedDigest {
  readonly data: DigestData;
  readonly body: string;
  /** The lines before the body's first. */
  readonly linesBefore: number;
}

/** `---`, YAML, `---` at the very start of the file, or behind the byte order mark that Windows' editors put there. */
const FRONTMATTER = /(?<![\s\S])\ufeff?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*\r?$\n?/m;

/** Takes a digest apart; an error names the file and the line. */
export function parseDigestFile({ file, text }: DigestFile): ParsedDigest {
  const match = FRONTMATTER.exec(text);
  if (match?.index !== 0) {
    throw new QuotidianError('This digest has no frontmatter.', {
      code: 'no-frontmatter',
      place: { file, line: 1 },
      hint: 'Begin it with "---", a title and a date (2026-03-11), and "---".',
    });
  }
  const yaml = match[1] ?? '';
  const data = digestSchema.safeParse(parseYaml(`\n${yaml}`, file));
  if (!data.success) {
    const [issue] = data.error.issues;
    const key = String(issue?.path[0] ?? (issue?.code === 'unrecognized_keys' ? issue.keys[0] : ''));
    throw new QuotidianError(z.prettifyError(data.error), {
      code: 'bad-frontmatter',
      place: { file, line: lineOfKey(yaml, key) },
      hint: `The keys are ${Object.keys(digestSchema.shape).join(', ')}.`,
    });
  }
  return { data: data.data, body: text.slice(match[0].length), linesBefore: match[0].split('\n').length - 1 };
}

function lineOfKey(yaml: string, key: string): number {
  const line = yaml.split('\n').findIndex((one) => one.startsWith(`${key}:`));
  return line < 0 ? 1 : line + 2;
}
