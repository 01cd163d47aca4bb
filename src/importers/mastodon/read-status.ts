import type { z } from 'zod';
import { type Status, statusSchema } from './status.ts';

/** Without these a post would be nobody's, or would be shown where its author did not want it to be. */
const NEEDED = new Set<PropertyKey>(['id', 'visibility', 'content', 'spoiler_text', 'sensitive']);

export interface Read {
  /** `null`: it could not be read. */
  readonly status: Status | null;
  /** What could not be read, as `account.acct: Invalid input: expected string, received number`. */
  readonly faults: readonly string[];
}

/** A status of an export. What is not as documented is left out and named, the whole status if it must be. */
export function readStatus(value: unknown): Read {
  const read = statusSchema.safeParse(value);
  if (read.success) return { status: read.data, faults: [] };
  const { issues } = read.error;
  const faults = describeSome(issues);
  const broken = new Set(issues.map(({ path }) => path[0]));
  const lost = [...broken].some((key) => key === undefined || NEEDED.has(key));
  if (lost) return { status: null, faults };
  const kept = Object.entries(value as object).filter(([key]) => !broken.has(key));
  return { status: statusSchema.safeParse(Object.fromEntries(kept)).data ?? null, faults };
}

const MOST_FAULTS = 5;

function describeSome(issues: readonly z.core.$ZodIssue[]): readonly string[] {
  const more = issues.length - MOST_FAULTS;
  return [...issues.slice(0, MOST_FAULTS).map(describe), ...(more > 0 ? [`${more} more`] : [])];
}

function describe({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `${path.join('.')}: ${message}`;
}
