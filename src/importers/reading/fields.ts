import { z } from 'zod';

/*
 * Fields as exports write them, for the schemas of importers. None throws for `null` or a missing key, which exports
 * write for each other; a value of another kind is a fault that `readEntry` names.
 */

/** An id that may be written as a number, as a string. */
export const id = z.union([z.string().min(1), z.int().transform(String)]);

/** An id or `null`. */
export const maybeId = id.nullish().transform((value) => value ?? null);

/** A text; `''` where there is none. */
export const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

/** Whether something is so; where nothing is said it is neither. */
export const flag = z.boolean().nullish();

/** A count that is not below zero. */
export const count = z.int().nonnegative().nullish();

/** `2026-03-03T08:12:00.000Z`, `2026-03-03 09:12:00+01:00`. Without a zone the instant would be a guess. */
const INSTANT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/;

/** A date with a time zone, as ISO 8601 in UTC. */
export const instant = z
  .string()
  .refine(
    (value) => INSTANT.test(value) && !Number.isNaN(Date.parse(value)),
    'expected a date with a time zone',
  )
  .transform((value) => new Date(value).toISOString())
  .nullish();

/** Milliseconds of the largest date that ECMAScript knows. */
const LATEST = 8.64e15;

/** Seconds since 1970, fractions allowed, as a number or digits, as ISO 8601 in UTC. */
export const seconds = sinceEpoch(1000);

/** Milliseconds since 1970, as a number or digits, as ISO 8601 in UTC. */
export const milliseconds = sinceEpoch(1);

function sinceEpoch(factor: number) {
  return z
    .union([
      z.number(),
      z
        .string()
        .regex(/^-?\d{1,16}(?:\.\d{1,9})?$/, 'expected a time')
        .transform(Number),
    ])
    .refine((value) => Math.abs(value * factor) <= LATEST, 'expected a time')
    .transform((value) => new Date(Math.round(value * factor)).toISOString())
    .nullish();
}

/** `en`, `zh-Hant-TW` (BCP 47); `''` stands for none. */
const LANGUAGE = /^(?:[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4})?$/;

/** A language tag. */
export const language = z.string().regex(LANGUAGE, 'expected a language tag').nullish();
