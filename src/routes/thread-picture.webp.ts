import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection } from 'astro:content';
import { picturesOf, readPicture } from '../site/thread-pictures.ts';
import { site } from 'virtual:quotidian';

/** What no page shows any more is not there either. A file is named by its content, which so never changes. */
export const getStaticPaths = (async () => {
  const threads = await getCollection('threads');
  return threads.flatMap(({ data: { id } }) =>
    picturesOf(site.cache, id).map((file) => ({
      params: { id, picture: file.replace(/\.webp$/, '') },
      cacheKey: file,
    })),
  );
}) satisfies GetStaticPaths;

/** A picture that was saved with a thread. */
export const GET: APIRoute = ({ params: { id = '', picture = '' } }) => {
  const content = readPicture(site.root, id, `${picture}.webp`);
  return new Response(new Uint8Array(content), { headers: { 'content-type': 'image/webp' } });
};
