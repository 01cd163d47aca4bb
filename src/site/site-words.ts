import { site } from 'virtual:quotidian';
import { wordsFor } from './words/index.ts';

/** Every text of the interface, in the language of this site. */
export const words = wordsFor(site.settings.lang);
