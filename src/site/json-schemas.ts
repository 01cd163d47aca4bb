import { z } from 'zod';
import { jsonSchemas } from '../thread/json-schema.ts';
import { digestSchema } from './digest-files.ts';
import { issueSchema } from './issues/issue-files.ts';
import { settingsSchema } from './settings.ts';

/** A kind of file below `content/`, as `docs/schemas` and editors know it. */
interface Schema {
  /** JSON Schema, draft 2020-12. */
  readonly schema: object;
  /** Where such files lie, as a pattern; absent for the frontmatter of digests, which no file holds alone. */
  readonly files?: string;
}

/** Everything that an editor may write, and threads. A new kind is one entry. */
export const contentSchemas: Readonly<Record<string, Schema>> = {
  thread: { schema: jsonSchemas.thread, files: 'content/threads/*.json' },
  overlay: { schema: jsonSchemas.overlay, files: 'content/threads/*.yaml' },
  people: { schema: jsonSchemas.people, files: 'content/people.yaml' },
  digest: {
    schema: z.toJSONSchema(digestSchema, { io: 'input', unrepresentable: 'any', override: datesAreText }),
  },
  issue: { schema: z.toJSONSchema(issueSchema, { io: 'input' }), files: 'content/issues/*.yaml' },
  site: { schema: z.toJSONSchema(settingsSchema, { io: 'input' }), files: 'content/site.yaml' },
};

/** What YAML may read as a date is text in a file. */
function datesAreText({
  zodSchema,
  jsonSchema,
}: {
  readonly zodSchema: z.core.$ZodTypes;
  readonly jsonSchema: z.core.JSONSchema.BaseSchema;
}): void {
  if (zodSchema._zod.def.type !== 'date') return;
  jsonSchema.type = 'string';
  jsonSchema.format = 'date';
}
