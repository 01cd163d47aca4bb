import { z } from 'zod';
import { overlaySchema } from './overlay.ts';
import { peopleSchema } from './people.ts';
import { threadSchema } from './schema.ts';

/** JSON Schema (draft 2020-12) of the files that hold threads, overlays and people, by the file's kind. */
export const jsonSchemas: Readonly<Record<'thread' | 'overlay' | 'people', object>> = {
  thread: z.toJSONSchema(threadSchema, { io: 'input' }),
  overlay: z.toJSONSchema(overlaySchema, { io: 'input' }),
  people: z.toJSONSchema(peopleSchema, { io: 'input' }),
};
