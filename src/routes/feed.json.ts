import type { APIRoute } from 'astro';
import { jsonFeed } from '../site/feeds.ts';
import { publishedFeed } from '../site/published-feed.ts';

export const GET: APIRoute = async ({ site }) => {
  const { items, place } = await publishedFeed(site);
  return new Response(jsonFeed(items, place), {
    headers: { 'content-type': 'application/feed+json; charset=utf-8' },
  });
};
