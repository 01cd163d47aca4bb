import type { Thread } from '../thread/schema.ts';

/** What an export is made of: path → content, read on demand. A single file has its bare name as path. */
export type ExportFiles = ReadonlyMap<string, Blob>;

/** Something the editor should know: what was left out and why, what had to be mended. */
export interface Warning {
  /** The post's id in the thread, or the platform's own where the post was left out. */
  readonly post?: string;
  readonly file?: string;
  /** A stable word: `not-public`, `duplicate-id`, `missing-parent`, … */
  readonly code: string;
  readonly message: string;
}

export interface ImportOptions {
  /** Called for everything worth knowing, in the order met. */
  readonly warn: (warning: Warning) => void;
  /** Called with the number of bytes read so far; for progress only. */
  readonly progress?: (bytes: number) => void;
  /** On what basis the editor may show what was said in a closed place, in their words. Without it that is refused. */
  readonly consent?: string;
  /**
   * Takes part of a many-thread export: by thread id, or by a part of its subject, ignoring case. Asked without `posts`,
   * it says whether a thread may be wanted, so that one that is not need not be read.
   */
  readonly select?: (thread: {
    readonly id: string;
    readonly title: string;
    readonly posts?: number;
  }) => boolean;
}

/** What an importer made of one line of a file. */
export interface LineReading {
  /** From 1. */
  readonly line: number;
  /** As the file has it. */
  readonly text: string;
  /** For a whole file in a row, one letter a line. */
  readonly letter: string;
  /** The letter in words: `begins a post`. */
  readonly means: string;
  /** The post that the line belongs to, by its id in the thread, and who speaks in it. */
  readonly post?: string;
  readonly author?: string;
  /** The author was concluded; the file does not state it. */
  readonly inferred?: true;
  /** A time or date as the line writes it. */
  readonly time?: string;
}

/** How an importer understood a file that says in no standard way what it is. */
export interface Explanation {
  readonly file: string;
  /** The form that the file was read as; `null` where none understands it, or two do equally. */
  readonly form: string | null;
  /** The best first. `share` is the part of the lines that the form explains (0 to 1), `headers` what it took for headers. */
  readonly votes: readonly { readonly form: string; readonly share: number; readonly headers: number }[];
  readonly lines: readonly LineReading[];
}

/** A platform's export format. A new one is one file, one line in the registry, one folder of fixtures. */
export interface Importer {
  /** The word for `--as`, and `origin.importer`. */
  readonly name: string;
  /** The platform as people call it. */
  readonly label: string;
  /** One line of help: which exports it reads. */
  readonly formats: string;
  /** What of a post and its thread is kept, and what is left out: for the table of formats, without a full stop. */
  readonly keeps: string;
  readonly drops: string;
  /** Names of keys or headers that files of this format hold: by them the nearest format is named for an unknown file. */
  readonly signs: readonly string[];
  /** Whether these files look like this format. Reads no more than it must; never throws. */
  detect(files: ExportFiles): Promise<boolean>;
  /** The threads of the export, one after the other. Throws `QuotidianError` where it cannot be read. */
  parse(files: ExportFiles, options: ImportOptions): AsyncIterable<Thread>;
  /** Where the form had to be found out: which was chosen and why, and what each line means. Throws as `parse`. */
  explain?(files: ExportFiles): Promise<readonly Explanation[]>;
}
