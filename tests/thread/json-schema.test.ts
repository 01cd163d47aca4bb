import { resolve } from 'node:path';
import { z } from 'zod';
import { expect, test } from 'vitest';
import { digestSchema } from '../../src/site/digest-files.ts';
import { issueSchema } from '../../src/site/issues/issue-files.ts';
import { settingsSchema } from '../../src/site/settings.ts';
import { jsonSchemas } from '../../src/thread/json-schema.ts';

const published = {
  ...jsonSchemas,
  digest: z.toJSONSchema(digestSchema, { io: 'input', unrepresentable: 'any' }),
  issue: z.toJSONSchema(issueSchema, { io: 'input' }),
  site: z.toJSONSchema(settingsSchema, { io: 'input' }),
};

test.each(Object.entries(published))(
  'docs/schemas/%s.schema.json says what is accepted',
  async (name, schema) => {
    const file = resolve(import.meta.dirname, `../../docs/schemas/${name}.schema.json`);
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(file);
  },
);
