import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { contentSchemas } from '../../src/site/json-schemas.ts';

test.each(Object.entries(contentSchemas))(
  'docs/schemas/%s.schema.json says what is accepted',
  async (name, { schema }) => {
    const file = resolve(import.meta.dirname, `../../docs/schemas/${name}.schema.json`);
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(file);
  },
);

test.each(['overlay', 'people', 'digest', 'issue', 'site'])(
  'every key of the schema %s says what it is for',
  (name) => {
    expect(silentKeys(contentSchemas[name]?.schema)).toEqual([]);
  },
);

/** Keys that stand by themselves; those of a list's entries are clear from the list. */
const CLEAR = new Set(['name', 'url', 'licence', 'files', 'fonts']);

function silentKeys(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties } = schema as { properties?: Record<string, { description?: string }> };
  const silent = Object.entries(properties ?? {})
    .filter(([key, { description }]) => !description && !CLEAR.has(key))
    .map(([key]) => key);
  return [...silent, ...Object.values(schema).flatMap(silentKeys)];
}
