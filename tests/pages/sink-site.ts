/** Path in the project → text: a site with nothing in it but `/kitchen-sink/`. */
export const SINK_SITE: Readonly<Record<string, string>> = {
  'astro.config.mjs': `import { defineConfig } from 'astro/config';
import { quotidian } from './src/index.ts';
export default defineConfig({ integrations: [quotidian({ kitchenSink: true })] });
`,
  'content/site.yaml': 'title: Kitchen sink\n',
};
