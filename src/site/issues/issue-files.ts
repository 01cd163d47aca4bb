import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseYaml } from '../parse-yaml.ts';
import { issueNumber } from '../digest-files.ts';
import { QuotidianError } from '../../thread/error.ts';
import { schemaError } from '../schema-error.ts';

/** What an editor says of an issue as a whole, `content/issues/12.yaml`; the digests name the issue themselves. */
export const issueSchema = z.strictObject({
  title: z.string().min(1).optional().describe('What the issue is called beside its number.'),
  date: z.iso.date().optional().describe('2026-03-11; without it that of the newest digest.'),
  introduction: z.string().min(1).optional().describe('The editor’s own words, in Markdown.'),
});

/** An issue as it stands in its file. */
export interface IssueFile extends z.infer<typeof issueSchema> {
  readonly number: number;
  readonly file: string;
  readonly text: string;
}

const NAME = /^([1-9]\d{0,4})\.yaml$/;

/** What editors wrote of issues, by their numbers; throws where a file is none, with its line. */
export function issueFiles(root: string): readonly IssueFile[] {
  return issueFileNames(root).map((name) => readIssueFile(root, name));
}

/** The names of the files in `content/issues`. */
export function issueFileNames(root: string): readonly string[] {
  const folder = join(root, 'content/issues');
  return existsSync(folder) ? readdirSync(folder).toSorted() : [];
}

/** One of them; throws where it is none, with its line. */
export function readIssueFile(root: string, name: string): IssueFile {
  const file = `content/issues/${name}`;
  const number = issueNumber.safeParse(Number(NAME.exec(name)?.[1]));
  if (!number.success) {
    throw new QuotidianError('This file is named for no issue.', {
      code: 'bad-issue',
      place: { file },
      hint: 'Name it for the issue’s number: content/issues/12.yaml.',
    });
  }
  const text = readFileSync(join(root, file), 'utf8');
  const issue = issueSchema.safeParse(parseYaml(text, file));
  if (issue.success) return { ...issue.data, number: number.data, file, text };
  throw schemaError(issue.error, {
    text,
    file,
    code: 'bad-issue',
    hint: `The keys are ${Object.keys(issueSchema.shape).join(', ')}.`,
  });
}
