export { digestSchema, type DigestData } from './digest-files.ts';
export { digestLoader } from './digest-loader.ts';
export { threadLoader } from './thread-loader.ts';
export type { ThreadView } from './views.ts';
