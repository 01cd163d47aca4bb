import { z } from 'zod';
import { overlaySchema } from './overlay.ts';
import { threadSchema } from './schema.ts';

/** JSON Schema (draft 2020-12) of the files that hold threads and overlays, by the file's kind. */
export const jsonSchemas: Readonly<Record<'thread' | 'overlay', object>> = {
  thread: z.toJSONSchema(threadSchema, { io: 'input' }),
  overlay: z.toJSONSchema(overlaySchema, { io: 'input' }),
};
