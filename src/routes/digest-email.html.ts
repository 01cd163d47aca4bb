import type { APIRoute } from 'astro';
import { digestEdition } from '../site/editions/digest-edition.ts';
import { type EditionProps, editionPaths } from '../site/editions/edition-paths.ts';
import { mailPage } from '../site/editions/mail-page.ts';

export const getStaticPaths = editionPaths;

/** The digest as a mail: to be sent as it is, or copied from a browser. */
export const GET: APIRoute<EditionProps> = async ({ props: { entry }, site }) =>
  new Response(mailPage(await digestEdition(entry, site)), {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
