import type { APIRoute } from 'astro';
import { atomFeed } from '../site/feeds.ts';
import { publishedFeed } from '../site/published-feed.ts';

export const GET: APIRoute = async ({ site }) => {
  const { items, place } = await publishedFeed(site);
  return new Response(atomFeed(items, place), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
};
