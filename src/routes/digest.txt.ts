import type { APIRoute } from 'astro';
import { digestEdition } from '../site/editions/digest-edition.ts';
import { type EditionProps, editionPaths } from '../site/editions/edition-paths.ts';
import { plainText } from '../site/editions/plain-text.ts';

export const getStaticPaths = editionPaths;

/** The digest for reading and copying where there is no HTML. */
export const GET: APIRoute<EditionProps> = async ({ props: { entry }, site }) =>
  new Response(plainText(await digestEdition(entry, site)), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
