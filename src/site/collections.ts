import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { digestSchema } from './digest-files.ts';
import { digestLoader } from './digest-loader.ts';
import { threadLoader } from './thread-loader.ts';
import type { ThreadView } from './views.ts';

/** The collections of a digest site; `content.config.ts` exports them as they are. */
export function quotidianCollections() {
  return {
    threads: defineCollection({ loader: threadLoader(), schema: z.custom<ThreadView & { key: string }>() }),
    digests: defineCollection({ loader: digestLoader(), schema: digestSchema }),
  };
}
