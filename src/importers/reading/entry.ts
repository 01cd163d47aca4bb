import type { z } from 'zod';

/** An entry of an export as its schema reads it. */
export interface ReadEntry<Entry> {
  /** `null`: it could not be read. */
  readonly entry: Entry | null;
  /** What could not be read, as `account.acct: Invalid input: expected string, received number`. No word of the file. */
  readonly faults: readonly string[];
}

/**
 * An entry of an export. What is not as the schema has it is left out and named: the key alone where the entry can do
 * without, the whole entry where the key is one of those `needed`.
 */
export function readEntry<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  needed: ReadonlySet<PropertyKey>,
): ReadEntry<z.infer<Schema>> {
  const read = schema.safeParse(value);
  if (read.success) return { entry: read.data, faults: [] };
  const { issues } = read.error;
  const faults = describeSome(issues);
  const broken = new Set(issues.map(({ path }) => path[0]));
  const lost = [...broken].some((key) => key === undefined || needed.has(key));
  if (lost) return { entry: null, faults };
  const kept = Object.entries(value as object).filter(([key]) => !broken.has(key));
  return { entry: schema.safeParse(Object.fromEntries(kept)).data ?? null, faults };
}

const MOST_FAULTS = 5;

function describeSome(issues: readonly z.core.$ZodIssue[]): readonly string[] {
  const more = issues.length - MOST_FAULTS;
  return [...issues.slice(0, MOST_FAULTS).map(describe), ...(more > 0 ? [`${more} more`] : [])];
}

function describe({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `${path.join('.')}: ${message}`;
}
