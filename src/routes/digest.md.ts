import type { APIRoute } from 'astro';
import { digestEdition } from '../site/editions/digest-edition.ts';
import { type EditionProps, editionPaths } from '../site/editions/edition-paths.ts';
import { markdownText } from '../site/editions/markdown-text.ts';

export const getStaticPaths = editionPaths;

/** The digest as Markdown. */
export const GET: APIRoute<EditionProps> = async ({ props: { entry }, site }) =>
  new Response(markdownText(await digestEdition(entry, site)), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
