import type { Thread } from '../../../src/thread/schema.ts';
import type { ImportOptions, Warning } from '../../../src/importers/importer.ts';
import { mail } from '../../../src/importers/mail.ts';

/** Fields of a message and its body; what is not given is filled in, what is `null` is left out. */
export interface Letter {
  readonly id?: string;
  readonly from?: string;
  readonly date?: string | null;
  readonly subject?: string | null;
  readonly answers?: string;
  readonly references?: string;
  readonly fields?: string;
  readonly body?: string;
}

/** A message as it travels. */
export function letter({ id, from, date, subject, answers, references, fields, body }: Letter): string {
  return [
    `From: ${from ?? 'Ada Rowe <ada@quay.example>'}`,
    date === null ? [] : `Date: ${date ?? 'Tue, 3 Mar 2026 08:12:00 +0000'}`,
    subject === null ? [] : `Subject: ${subject ?? 'Tide tables of March'}`,
    id === undefined ? [] : `Message-ID: <${id}>`,
    answers === undefined ? [] : `In-Reply-To: <${answers}>`,
    references === undefined ? [] : `References: ${references}`,
    'List-Id: <harbour.lists.quay.example>',
    fields ?? [],
    '',
    body ?? 'Words.',
    '',
  ]
    .flat()
    .join('\n');
}

/** Messages as an mbox holds them. */
export function mailbox(letters: readonly Letter[]): string {
  return letters.map((one) => `From ada@quay.example Tue Mar  3 08:12:00 2026\n${letter(one)}\n`).join('');
}

export interface Imported {
  readonly threads: readonly Thread[];
  readonly warnings: readonly Warning[];
}

/** What the importer makes of files, given by name and content. */
export async function importMail(
  files: Readonly<Record<string, BlobPart>>,
  options: Partial<ImportOptions> = {},
): Promise<Imported> {
  const threads: Thread[] = [];
  const warnings: Warning[] = [];
  const blobs = new Map(Object.entries(files).map(([path, content]) => [path, new Blob([content])]));
  for await (const thread of mail.parse(blobs, { warn: (warning) => warnings.push(warning), ...options }))
    threads.push(thread);
  return { threads, warnings };
}
