import { defineConfig } from 'astro/config';
import { quotidian } from './src/index.ts';

export default defineConfig({ integrations: [quotidian()] });
