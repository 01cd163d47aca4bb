import type { ExportForm } from './export-form.ts';

interface FileForm {
  readonly file: string;
  readonly form: ExportForm;
}

/** A status and a bare context are two answers of the API; saved as the only two files of an export they are one thread. */
export function joinContext(files: readonly FileForm[]): readonly FileForm[] {
  const status = files.find(({ form }) => form.context === undefined && form.found.length === 1);
  const bare = files.find(({ form }) => form.context !== undefined);
  const context = bare?.form.context;
  if (files.length !== 2 || !status || !bare || !context) return files;
  const before = bare.form.found.slice(0, context.ancestors.length);
  const after = bare.form.found.slice(context.ancestors.length);
  return [{ file: bare.file, form: { found: [...before, ...status.form.found, ...after] } }];
}
