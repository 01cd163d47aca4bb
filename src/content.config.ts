import { quotidianCollections } from './site/collections.ts';

export const collections = quotidianCollections();
