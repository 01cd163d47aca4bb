import type { APIRoute } from 'astro';
import { rssFeed } from '../site/feeds.ts';
import { publishedFeed } from '../site/published-feed.ts';

export const GET: APIRoute = async ({ site }) => {
  const { items, place } = await publishedFeed(site);
  return new Response(rssFeed(items, place), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
};
