import { extname } from 'node:path';

/** How those files of ours end that others load by their path: `.ts` in the repository, `.js` in the package. */
export const OWN_ENDING = extname(new URL(import.meta.url).pathname);
