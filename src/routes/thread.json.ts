import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection } from 'astro:content';
import { threadJson } from '../site/pages.ts';
import { site } from 'virtual:quotidian';

export const getStaticPaths = (async () => {
  const threads = await getCollection('threads');
  return threads.map(({ data }) => ({ params: { id: data.id }, cacheKey: `${site.version} ${data.key}` }));
}) satisfies GetStaticPaths;

/** The thread as the site shows it: the editor's changes made. */
export const GET: APIRoute = async ({ params: { id = '' } }) =>
  new Response(await threadJson(id), { headers: { 'content-type': 'application/json' } });
